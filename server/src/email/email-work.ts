import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { decideDue } from '../delivery/decide.task.ts';
import { decideAllDue, DECIDE_DUE, SEND_EMAIL } from '../delivery/jobs.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Work } from '../platform/postgres/jobs.ts';
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

/** What jobs do about e-mails. @param port at which this replica is served */
export function emailWork(
  { smtpUrl, from, publicUrl: configured, perHour }: EmailSettings,
  { database, catalogue, wordings, tokens, metrics, now }: EmailParts,
  port: string,
): Work {
  // As URLs are written in ASCII, since it stands in headers.
  const { href, hostname: host } = new URL(configured ?? `http://localhost:${port}`);
  const publicUrl = href.replace(/\/+$/, '');
  const mailer = new SmtpMailer({ smtpUrl, from, host });
  const compose = composeEmail({ catalogue, wordings, publicUrl, tokens });
  const count = (outcome: string) => metrics.emails.inc({ outcome });
  return {
    tasks: {
      [DECIDE_DUE]: decideDue(database, { catalogue, emailsPerHour: perHour, now }),
      [SEND_EMAIL]: sendEmail(database, { catalogue, mailer, compose, now, count }),
    },
    onTakeOver: () => decideAllDue(database),
  };
}
