import { v7 as uuidv7 } from 'uuid';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { deliveryTermsOf } from '../preferences/delivery-terms.ts';
import { heldUntil } from '../preferences/clock/quiet-hours.ts';
import { writeDecisions, type Decision } from './decision.ts';
import { candidatesSql, DeliveryReason, skipReason, type Candidate } from './rules.ts';
import { takeOfDay } from './day-cap.ts';
import { decideAt, sendAt } from './jobs.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';

export interface DecideOptions {
  readonly channel: OutgoingChannel;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
}

type Waiting = Candidate & {
  readonly isDue: boolean;
  /** It waits for a digest. */
  readonly isPaced: boolean;
};

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Decides what becomes of one user's deliveries on a channel that are due: not needed any more, to be held, or into one
 * message. What is not due yet goes along in a message that is sent anyway, so that a burst of notifications is one
 * message and not two; but not what waits for a digest.
 */
export const decideDue =
  (database: Database, { channel, catalogue, now: clock }: DecideOptions) =>
  ({ userId }: { userId: string }): Promise<void> =>
    database.transaction(async (sql) => {
      await lockInboxes(sql, [userId]);
      const now = clock();
      const waiting = await waitingOf(sql, channel, userId, now);
      const decisions = await decide(sql, userId, waiting, { channel, catalogue, now });
      await writeDecisions(sql, channel.name, decisions, now);
      const [next] = await sql.query<{ at: string | null }>(
        `select min(due_at) as at from deliveries
         where user_id = $1 and channel = $2 and state in ('WAITING', 'HELD') and message_id is null`,
        [userId, channel.name],
      );
      if (next?.at) await decideAt(sql, channel.name, userId, next.at);
    });

/** Due by whichever clock is ahead: one that is slow must not find nothing due again and again. */
const waitingOf = (sql: Sql, channel: OutgoingChannel, userId: string, now: Date): Promise<Waiting[]> =>
  sql.query<Waiting>(
    candidatesSql(
      channel,
      `d.user_id = $1 and d.state in ('WAITING', 'HELD') and d.message_id is null`,
      `d.due_at <= greatest(now(), $2::timestamptz) as "isDue", d.pace is not null as "isPaced"`,
    ),
    [userId, now],
  );

async function decide(
  sql: Sql,
  userId: string,
  waiting: readonly Waiting[],
  { channel, catalogue, now }: Omit<DecideOptions, 'now'> & { now: Date },
): Promise<Decision[]> {
  const held = heldUntil(now, await deliveryTermsOf(sql, userId));
  const looked = waiting.map((candidate) => {
    const category = catalogue.category(candidate.category);
    const { isCritical } = category;
    const isHeld = held !== undefined && !isCritical;
    return { ...candidate, isCritical, skip: skipReason(candidate, category, channel.name), isHeld };
  });
  const decisions: Decision[] = [];
  for (const { id, skip, isHeld } of looked.filter(({ isDue }) => isDue)) {
    if (skip) decisions.push({ id, state: 'SKIPPED', reason: skip });
    else if (isHeld)
      decisions.push({ id, state: 'HELD', reason: DeliveryReason[held!.reason], dueAt: held!.until });
  }
  const sendable = looked.filter(
    ({ skip, isHeld, isDue, isPaced }) => !skip && !isHeld && (isDue || !isPaced),
  );
  if (!sendable.some(({ isDue }) => isDue)) return decisions;
  const freeAt = await capEnds(sql, userId, channel, now);
  const going = sendable.filter(({ isCritical }) => !freeAt || isCritical);
  const dayEnds = going.some(({ isDue }) => isDue) ? await takeOfDay(sql, channel, now) : undefined;
  for (const { id, isDue, isCritical } of sendable) {
    const dueAt = isCritical ? dayEnds : (freeAt ?? dayEnds);
    if (isDue && dueAt) decisions.push({ id, state: 'HELD', reason: DeliveryReason.CAP, dueAt });
  }
  if (dayEnds || !going.some(({ isDue }) => isDue)) return decisions;
  const messageId = await addMessage(sql, channel, userId, now);
  return [...decisions, ...going.map(({ id }): Decision => ({ id, state: 'SENDING', messageId }))];
}

/** When the user may get a message again, if not now: once the oldest that counts is an hour old. */
async function capEnds(
  sql: Sql,
  userId: string,
  { name, perHour }: OutgoingChannel,
  now: Date,
): Promise<Date | undefined> {
  const recent = await sql.query<{ at: string }>(
    `select coalesce(sent_at, $2::timestamptz) as at from messages
     where user_id = $1 and channel = $5 and (state = 'SENDING' or state = 'SENT' and sent_at > $3::timestamptz)
     order by at desc limit $4`,
    [userId, now, new Date(now.getTime() - HOUR_MS), perHour, name],
  );
  const oldest = recent[perHour - 1];
  return oldest && new Date(new Date(oldest.at).getTime() + HOUR_MS);
}

async function addMessage(sql: Sql, { name }: OutgoingChannel, userId: string, now: Date): Promise<string> {
  const id = uuidv7();
  await sql.query('insert into messages (id, channel, user_id, created_at) values ($1, $2, $3, $4)', [
    ...[id, name, userId, now],
  ]);
  await sendAt(sql, name, id, null);
  return id;
}
