import { v7 as uuidv7 } from 'uuid';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { deliveryTermsOf } from '../preferences/delivery-terms.ts';
import { heldUntil } from '../preferences/clock/quiet-hours.ts';
import { writeDecisions, type Decision } from './decision.ts';
import { candidateColumns, candidateJoins, DeliveryReason, skipReason, type Candidate } from './rules.ts';
import { decideAt, sendAt } from './jobs.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';

export interface DecideOptions {
  readonly catalogue: Catalogue;
  /** The most e-mails that one user gets in an hour. */
  readonly emailsPerHour: number;
  readonly now: () => Date;
}

type Waiting = Candidate & { readonly isDue: boolean };

const HOUR_MS = 60 * 60 * 1_000;

/**
 * Decides what becomes of one user's deliveries that are due: not needed any more, to be held, or into one e-mail. What
 * is not due yet goes along in an e-mail that is sent anyway, so that a burst of notifications is one e-mail and not two.
 */
export const decideDue =
  (database: Database, options: DecideOptions) =>
  ({ userId }: { userId: string }): Promise<void> =>
    database.transaction(async (sql) => {
      await lockInboxes(sql, [userId]);
      const now = options.now();
      const waiting = await waitingOf(sql, userId, now);
      await writeDecisions(sql, await decide(sql, userId, waiting, { ...options, now }), now);
      const [next] = await sql.query<{ at: string | null }>(
        `select min(due_at) as at from deliveries
         where user_id = $1 and state in ('WAITING', 'HELD') and email_id is null`,
        [userId],
      );
      if (next?.at) await decideAt(sql, userId, next.at);
    });

/** Due by whichever clock is ahead: one that is slow must not find nothing due again and again. */
const waitingOf = (sql: Sql, userId: string, now: Date): Promise<Waiting[]> =>
  sql.query<Waiting>(
    `select ${candidateColumns}, d.due_at <= greatest(now(), $2::timestamptz) as "isDue"
     from ${candidateJoins}
     where d.user_id = $1 and d.state in ('WAITING', 'HELD') and d.email_id is null`,
    [userId, now],
  );

async function decide(
  sql: Sql,
  userId: string,
  waiting: readonly Waiting[],
  { catalogue, emailsPerHour, now }: Omit<DecideOptions, 'now'> & { now: Date },
): Promise<Decision[]> {
  const held = heldUntil(now, await deliveryTermsOf(sql, userId));
  const looked = waiting.map((candidate) => {
    const category = catalogue.category(candidate.category);
    const isHeld = held !== undefined && !category.isCritical;
    return { ...candidate, skip: skipReason(candidate, category), isHeld };
  });
  const decisions: Decision[] = [];
  for (const { id, skip, isHeld } of looked.filter(({ isDue }) => isDue)) {
    if (skip) decisions.push({ id, state: 'SKIPPED', reason: skip });
    else if (isHeld)
      decisions.push({ id, state: 'HELD', reason: DeliveryReason[held!.reason], dueAt: held!.until });
  }
  const sendable = looked.filter(({ skip, isHeld }) => !skip && !isHeld);
  const due = sendable.filter(({ isDue }) => isDue);
  if (due.length === 0) return decisions;
  const freeAt = await capEnds(sql, userId, emailsPerHour, now);
  if (freeAt) {
    const reason = DeliveryReason.CAP;
    return [...decisions, ...due.map(({ id }): Decision => ({ id, state: 'HELD', reason, dueAt: freeAt }))];
  }
  const emailId = await addEmail(sql, userId, now);
  return [...decisions, ...sendable.map(({ id }): Decision => ({ id, state: 'SENDING', emailId }))];
}

/** When the user may get an e-mail again, if not now: once the oldest that counts is an hour old. */
async function capEnds(sql: Sql, userId: string, most: number, now: Date): Promise<Date | undefined> {
  const recent = await sql.query<{ at: string }>(
    `select coalesce(sent_at, $2::timestamptz) as at from emails
     where user_id = $1 and (state = 'SENDING' or state = 'SENT' and sent_at > $3::timestamptz)
     order by at desc limit $4`,
    [userId, now, new Date(now.getTime() - HOUR_MS), most],
  );
  const oldest = recent[most - 1];
  return oldest && new Date(new Date(oldest.at).getTime() + HOUR_MS);
}

async function addEmail(sql: Sql, userId: string, now: Date): Promise<string> {
  const id = uuidv7();
  await sql.query('insert into emails (id, user_id, created_at) values ($1, $2, $3)', [id, userId, now]);
  await sendAt(sql, id, null);
  return id;
}
