import { createHash } from 'node:crypto';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { conflict } from '../platform/errors.ts';
import { idKeptHere, keptSubject } from '../inbox/kept-subject.ts';
import { Severity } from '../inbox/severity.ts';
import type { Content } from './content.ts';

/** What a sender learns of the notification; nothing of its inbox. */
export interface Receipt {
  id: string;
  seq: number;
  createdAt: string;
}

export const bodyHash = (recipients: readonly string[], content: Content): string =>
  createHash('sha256')
    .update(JSON.stringify([recipients, Object.entries(saidIn(content)).sort()]))
    .digest('base64');

/** What was said. Whatever may be said since a release is left out where it is not: keys outlive releases. */
function saidIn(content: Content) {
  const { type, category, title, message, url, subject } = content;
  const { actor, severity, data, imageUrl, actions, requestKey, expiresAt, groupKey } = content;
  const keptId = (subject && idKeptHere(subject)) ?? null;
  const added = {
    subject: keptId === null || subject?.label || subject?.url ? subject : null,
    actor,
    severity: severity === Severity.NORMAL ? null : severity,
    data,
    imageUrl,
    actions,
    requestKey,
    expiresAt,
    groupKey,
  };
  const said = { type, category, facts: null, title, message, url, [keptSubject.shortForm]: keptId };
  return { ...said, ...Object.fromEntries(Object.entries(added).filter(([, value]) => value !== null)) };
}

export const sameKeyOtherBody = () => conflict('The idempotency key was used before, with another body');

/** Claims the key, waiting for whoever is about to. Returns the receipt it has brought already, if any. */
export async function claimKey(
  sql: Transaction,
  claim: string[],
  hash: string,
): Promise<Receipt | undefined> {
  const claimed = await sql.query(
    `insert into idempotency_keys (service, recipient_id, key, body_hash) values ($1, $2, $3, $4)
     on conflict do nothing returning key`,
    [...claim, hash],
  );
  if (claimed.length > 0) return undefined;
  const [kept] = await sql.query<{ hash: string; id: string; seq: number; createdAt: string }>(
    `select body_hash as hash, notification_id as id, seq, created_at as "createdAt" from idempotency_keys
     where service = $1 and recipient_id = $2 and key = $3`,
    claim,
  );
  if (kept!.hash !== hash) throw sameKeyOtherBody();
  return { id: kept!.id, seq: kept!.seq, createdAt: kept!.createdAt };
}

export async function claimBulk(
  database: Database,
  service: string,
  key: string,
  hash: string,
  total: number,
) {
  await database.query(
    `insert into bulk_sends (service, key, body_hash, total) values ($1, $2, $3, $4) on conflict do nothing`,
    [service, key, hash, total],
  );
  const [kept] = await database.query<{ hash: string }>(
    'select body_hash as hash from bulk_sends where service = $1 and key = $2',
    [service, key],
  );
  if (kept!.hash !== hash) throw sameKeyOtherBody();
}

/** Whether the key was used before, with whatever body. */
export async function isBulkKnown(database: Database, service: string, key: string): Promise<boolean> {
  const known = await database.query('select from bulk_sends where service = $1 and key = $2', [
    service,
    key,
  ]);
  return known.length > 0;
}
