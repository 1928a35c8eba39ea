import type { Database, Transaction } from '../platform/postgres/database.ts';
import { conflict } from '../platform/errors.ts';
import type { BodyHashes } from './body-hash.ts';

/** What a sender learns of the notification; nothing of its inbox. */
export interface Receipt {
  id: string;
  seq: number;
  createdAt: string;
}

const sameKeyOtherBody = () => conflict('The idempotency key was used before, with another body');

/** Whether `k`, an idempotency key, was used with the body of these hashes. Until a release ago there was but one. */
const isSameSql = (written: string, canonical: string) =>
  `(k.body_hash = ${written} or coalesce(k.canonical_hash, k.body_hash) = ${canonical})`;

/** Claims the key, waiting for whoever is about to. Returns the receipt it has brought already, if any. */
export async function claimKey(
  sql: Transaction,
  claim: string[],
  { written, canonical }: BodyHashes,
): Promise<Receipt | undefined> {
  const claimed = await sql.query(
    `insert into idempotency_keys (service, recipient_id, key, body_hash, canonical_hash)
     values ($1, $2, $3, $4, $5) on conflict do nothing returning key`,
    [...claim, written, canonical],
  );
  if (claimed.length > 0) return undefined;
  const [kept] = await sql.query<{ isSame: boolean; id: string; seq: number; createdAt: string }>(
    `select ${isSameSql('$4', '$5')} as "isSame", k.notification_id as id, k.seq, k.created_at as "createdAt"
     from idempotency_keys k where k.service = $1 and k.recipient_id = $2 and k.key = $3`,
    [...claim, written, canonical],
  );
  if (!kept!.isSame) throw sameKeyOtherBody();
  return { id: kept!.id, seq: kept!.seq, createdAt: kept!.createdAt };
}

/** A key, and the body that comes with it. */
export interface Claim {
  readonly service: string;
  readonly recipientId: string;
  readonly key: string;
  readonly hashes: BodyHashes;
}

const CLAIMS = `unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) with ordinality
  c (service, recipient_id, key, body_hash, canonical_hash, place)`;
const IS_KEY = '(k.service, k.recipient_id, k.key) = (c.service, c.recipient_id, c.key)';

/**
 * Claims keys in one order, waiting for whoever is about to claim one; of two that are the same the first has it.
 * @returns for each whether it was not used before
 * @throws CONFLICT when one was, with another body
 */
export async function claimKeys(sql: Transaction, claims: readonly Claim[]): Promise<boolean[]> {
  const values = [
    claims.map(({ service }) => service),
    claims.map(({ recipientId }) => recipientId),
    claims.map(({ key }) => key),
    claims.map(({ hashes }) => hashes.written),
    claims.map(({ hashes }) => hashes.canonical),
  ];
  const claimed = await sql.query<{ place: number }>(
    `with new as (
       insert into idempotency_keys (service, recipient_id, key, body_hash, canonical_hash)
       select service, recipient_id, key, body_hash, canonical_hash from ${CLAIMS}
       order by service collate "C", recipient_id collate "C", key collate "C", place
       on conflict do nothing returning service, recipient_id, key
     )
     select min(c.place)::int as place from new k join ${CLAIMS} on ${IS_KEY} group by k.service, k.recipient_id, k.key`,
    values,
  );
  const others = await sql.query(
    `select from ${CLAIMS} join idempotency_keys k on ${IS_KEY}
     where not ${isSameSql('c.body_hash', 'c.canonical_hash')} limit 1`,
    values,
  );
  if (others.length > 0) throw sameKeyOtherBody();
  const places = new Set(claimed.map(({ place }) => place));
  return claims.map((_, index) => places.has(index + 1));
}

/** Keeps what claimed keys have brought. */
export async function keepReceipts(
  sql: Transaction,
  claims: readonly (Omit<Claim, 'hashes'> & Pick<Receipt, 'id' | 'seq'>)[],
): Promise<void> {
  await sql.query(
    `update idempotency_keys k set notification_id = c.id, seq = c.seq
     from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::int[]) c (service, recipient_id, key, id, seq)
     where ${IS_KEY}`,
    [
      claims.map(({ service }) => service),
      claims.map(({ recipientId }) => recipientId),
      claims.map(({ key }) => key),
      claims.map(({ id }) => id),
      claims.map(({ seq }) => seq),
    ],
  );
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
