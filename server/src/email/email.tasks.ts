import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { decideDue } from '../delivery/decide.task.ts';
import { DECIDE_DUE, SEND_EMAIL } from '../delivery/jobs.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Tasks } from '../platform/postgres/jobs.ts';
import type { Mailbox } from '../platform/text/mailbox.ts';
import { composeEmail } from './compose.ts';
import { SmtpMailer } from './mailer.ts';
import { sendEmail } from './send.task.ts';
import type { UnsubscribeTokens } from './unsubscribe/token.ts';

export interface EmailSettings {
  readonly smtpUrl: string;
  readonly from: Mailbox;
  /** Where the web client is; undefined: on this machine, at the port that is served. */
  readonly publicUrl: string | undefined;
  /** The most that one user gets in an hour. */
  readonly perHour: number;
}

export interface EmailParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly tokens: UnsubscribeTokens;
  readonly metrics: Metrics;
  readonly now: () => Date;
}

/** What there is to do for e-mails: decide what is due, and send. */
export function emailTasks(
  { smtpUrl, from, publicUrl: configured, perHour }: EmailSettings,
  { database, catalogue, wordings, tokens, metrics, now }: EmailParts,
  port: string,
): Tasks {
  // As URLs are written in ASCII, since it stands in headers.
  const { href, hostname: host } = new URL(configured ?? `http://localhost:${port}`);
  const publicUrl = href.replace(/\/+$/, '');
  const mailer = new SmtpMailer({ smtpUrl, from, host });
  const compose = composeEmail({ catalogue, wordings, publicUrl, tokens });
  const count = (outcome: string) => metrics.emails.inc({ outcome });
  return {
    [DECIDE_DUE]: decideDue(database, { catalogue, emailsPerHour: perHour, now }),
    [SEND_EMAIL]: sendEmail(database, { catalogue, mailer, compose, now, count }),
  };
}
