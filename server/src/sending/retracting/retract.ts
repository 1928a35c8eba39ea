import { audit } from '../../audit/audit.ts';
import type { AuditActor } from '../../audit/audit-actor.ts';
import { DeliveryReason } from '../../delivery/rules.ts';
import { actOnAll } from '../../inbox/acts/acting.ts';
import type { Announce } from '../../inbox/delta.ts';
import { inInboxSql } from '../../inbox/counted.ts';
import { Parameters } from '../../inbox/parameters.ts';
import type { Database, Sql, Transaction } from '../../platform/postgres/database.ts';
import { eachSent, sentBy, type SentCondition, type SentName } from '../sent.ts';

/** What became of what was taken back. */
export interface Retracted {
  /** How many were removed by this call: nobody had seen them. */
  readonly retractedCount: number;
  /** How many stay since they had been read, and since they had been seen and not read. */
  readonly alreadyReadCount: number;
  readonly alreadySeenCount: number;
}

/**
 * In no list that its reader has opened, and nothing that they did to it: a condition on `notifications n`, under the
 * lock of the inbox `m`.
 */
const UNSEEN = `n.read_at is null and ${inInboxSql('n')} and n.pinned_at is null and n.seq > m.seen_seq`;

/**
 * A service takes back what it has sent: what was not seen vanishes, from every inbox, channel and device; what was seen
 * stays, says so, and nothing reminds of it. Twice is once. A row that stands for several events is no single one of
 * them: only by its subject is all of it taken back.
 * @throws BAD_USER_INPUT unless a subject or a key is named, and not both
 */
export async function retract(
  database: Database,
  announce: Announce,
  service: string,
  name: Pick<SentName, 'subject' | 'idempotencyKey'>,
  by: AuditActor,
): Promise<Retracted> {
  const sent = sentBy(service, name);
  const ofOneEvent = name.subject == null ? 'and n.event_count = 1' : '';
  const taken: SentCondition = (parameters) => `${sent(parameters)} ${ofOneEvent}`;
  const { subject, idempotencyKey } = name;
  await database.transaction(async (sql) => {
    await audit(sql, by, 'retractNotifications', [
      subject ? `${subject.type}/${subject.id}` : idempotencyKey!,
    ]);
    await cancelEscalations(sql, taken);
  });
  let retractedCount = 0;
  const open: SentCondition = (parameters) => `${taken(parameters)} and n.retracted_at is null`;
  await eachSent(database, open, async (sql, userIds, ids) => {
    retractedCount += await takeBack(sql, announce, userIds, ids);
  });
  return { retractedCount, ...(await countStaying(database, taken)) };
}

/** @returns how many nobody had seen; the inboxes are locked */
async function takeBack(
  sql: Transaction,
  announce: Announce,
  userIds: readonly string[],
  ids: readonly string[],
): Promise<number> {
  const these = (parameters: Parameters) => `n.id = any(${parameters.add(ids)}::uuid[])`;
  const removed = await actOnAll(
    sql,
    'remove',
    userIds,
    (parameters) => `${these(parameters)} and ${UNSEEN}`,
  );
  const staying = await actOnAll(sql, 'withdraw', userIds, these);
  await sql.query(
    `update deliveries d set state = 'SKIPPED', reason = $2, decided_at = now()
     where d.notification_id = any($1::uuid[]) and d.state in ('WAITING', 'HELD') and d.message_id is null`,
    [ids, DeliveryReason.RETRACTED],
  );
  const deltas = [...removed, ...staying].flatMap(({ delta }) => delta ?? []);
  sql.afterCommit(() => deltas.forEach(announce));
  return removed.reduce((sum, { affectedCount }) => sum + affectedCount, 0);
}

/** What its sender takes back nobody else is asked any more. */
async function cancelEscalations(sql: Sql, taken: SentCondition): Promise<void> {
  const parameters = new Parameters([]);
  await sql.query(
    `delete from escalations where request_id in (
       select n.request_id from all_notifications n where ${taken(parameters)} and n.request_id is not null)`,
    parameters.values,
  );
}

async function countStaying(sql: Sql, taken: SentCondition): Promise<Omit<Retracted, 'retractedCount'>> {
  const parameters = new Parameters([]);
  const [counts] = await sql.query<Omit<Retracted, 'retractedCount'>>(
    `select count(*) filter (where n.read_at is not null)::int as "alreadyReadCount",
       count(*) filter (where n.read_at is null)::int as "alreadySeenCount"
     from notifications n where ${taken(parameters)} and n.retracted_at is not null`,
    parameters.values,
  );
  return counts!;
}
