import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database } from '../platform/postgres/database.ts';
import { Jobs } from '../platform/postgres/jobs.ts';
import type { Mailbox } from '../platform/text/mailbox.ts';
import type { Metrics } from '../platform/metrics.ts';
import { composeEmail } from './compose.ts';
import { deliverEmail } from '../delivery/decide.task.ts';
import { decideAllDue, DELIVER_EMAIL, SEND_EMAIL } from '../delivery/jobs.ts';
import { SmtpMailer } from './mailer.ts';
import { sendEmail } from './send.task.ts';
import type { UnsubscribeTokens } from './unsubscribe/token.ts';

export interface DeliverySettings {
  readonly DATABASE_URL: string;
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM: Mailbox;
  readonly PUBLIC_URL?: string | undefined;
  readonly EMAILS_PER_HOUR: number;
}

export interface DeliveryParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly unsubscribeTokens: UnsubscribeTokens;
  readonly metrics: Metrics;
}

/**
 * Begins to work on e-mails, where a server for them is configured: elsewhere none are planned.
 * @returns what ends it
 */
export function startDelivery(
  settings: DeliverySettings,
  { database, catalogue, unsubscribeTokens: tokens, metrics }: DeliveryParts,
  {
    connections,
    now,
    port,
    onTrouble,
  }: { connections: number; now: () => Date; port: string; onTrouble: (error: unknown) => void },
): () => Promise<void> {
  const { DATABASE_URL, SMTP_URL, MAIL_FROM, EMAILS_PER_HOUR } = settings;
  if (SMTP_URL === undefined) return async () => undefined;
  // As URLs are written in ASCII, since it stands in headers.
  const { href, hostname: host } = new URL(settings.PUBLIC_URL ?? `http://localhost:${port}`);
  const publicUrl = href.replace(/\/+$/, '');
  const mailer = new SmtpMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM, host });
  const compose = composeEmail({ catalogue, publicUrl, tokens });
  const jobs = new Jobs(database, {
    databaseUrl: DATABASE_URL,
    connections,
    tasks: {
      [DELIVER_EMAIL]: deliverEmail(database, { catalogue, emailsPerHour: EMAILS_PER_HOUR, now }),
      [SEND_EMAIL]: sendEmail(database, {
        catalogue,
        mailer,
        compose,
        now,
        count: (outcome) => metrics.emails.inc({ outcome }),
      }),
    },
    onTakeOver: () => decideAllDue(database),
    onTrouble,
  });
  return () => jobs.close();
}
