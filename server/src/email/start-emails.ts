import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { decideDue } from '../delivery/decide.task.ts';
import { decideAllDue, DECIDE_DUE, SEND_EMAIL } from '../delivery/jobs.ts';
import type { Metrics } from '../platform/metrics.ts';
import type { Database } from '../platform/postgres/database.ts';
import { Jobs } from '../platform/postgres/jobs.ts';
import type { Mailbox } from '../platform/text/mailbox.ts';
import { composeEmail } from './compose.ts';
import { SmtpMailer } from './mailer.ts';
import { sendEmail } from './send.task.ts';
import type { UnsubscribeTokens } from './unsubscribe/token.ts';

export interface EmailSettings {
  readonly databaseUrl: string;
  /** How many to the database the jobs have for themselves. */
  readonly connections: number;
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
  readonly onTrouble: (error: unknown) => void;
}

/** Begins to work on e-mails. Returns what ends it. */
export function startEmails(
  { databaseUrl, connections, smtpUrl, from, publicUrl: configured, perHour }: EmailSettings,
  { database, catalogue, wordings, tokens, metrics, now, onTrouble }: EmailParts,
  port: string,
): () => Promise<void> {
  // As URLs are written in ASCII, since it stands in headers.
  const { href, hostname: host } = new URL(configured ?? `http://localhost:${port}`);
  const publicUrl = href.replace(/\/+$/, '');
  const mailer = new SmtpMailer({ smtpUrl, from, host });
  const compose = composeEmail({ catalogue, wordings, publicUrl, tokens });
  const count = (outcome: string) => metrics.emails.inc({ outcome });
  const jobs = new Jobs(database, {
    databaseUrl,
    connections,
    tasks: {
      [DECIDE_DUE]: decideDue(database, { catalogue, emailsPerHour: perHour, now }),
      [SEND_EMAIL]: sendEmail(database, { catalogue, mailer, compose, now, count }),
    },
    onTakeOver: () => decideAllDue(database),
    onTrouble,
  });
  return () => jobs.close();
}
