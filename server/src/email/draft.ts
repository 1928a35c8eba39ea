import type { Catalogue } from '../catalogue/catalogue.ts';
import { isCritical } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { deliveryTermsOf, type DeliveryTerms } from '../preferences/delivery-terms.ts';
import { heldUntil } from '../preferences/quiet-hours.ts';
import { writeDecisions } from '../delivery/decision.ts';
import {
  candidateColumns,
  candidateJoins,
  DeliveryReason,
  skipReason,
  type Candidate,
} from '../delivery/rules.ts';
import { sendAt } from '../delivery/jobs.ts';
import { lockDeliveries } from '../delivery/lock-deliveries.ts';

/** How many notifications an e-mail shows; of the others it says how many they are. */
const MOST_SHOWN = 50;

/** A notification as an e-mail needs it. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly title: string;
  readonly message: string;
  readonly createdAt: string;
  readonly facts: object | null;
}

/** What goes into an e-mail at this try. */
export interface EmailDraft {
  readonly id: string;
  readonly userId: string;
  readonly inboxId: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
  readonly address: string;
  readonly terms: DeliveryTerms;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly count: number;
  /** Those that can be switched off, by name. */
  readonly categories: readonly string[];
}

/**
 * Looks again at an e-mail that is to be sent and counts a try: what was read meanwhile leaves it. In quiet hours it
 * waits for their end, unless something in it is critical.
 * @returns undefined when there is nothing to send now
 */
export async function draftOf(
  sql: Sql,
  emailId: string,
  catalogue: Catalogue,
  now: Date,
): Promise<EmailDraft | 'cancelled' | undefined> {
  const [email] = await sql.query<{ userId: string; inboxId: string; attempts: number }>(
    `select e.user_id as "userId", i.id as "inboxId", e.attempts from emails e join inbox i on i.user_id = e.user_id
     where e.id = $1 and e.state = 'SENDING' for update of e`,
    [emailId],
  );
  if (!email) return undefined;
  await lockDeliveries(sql, [email.userId]);
  const staying = await stillWanted(sql, emailId, catalogue, now);
  if (staying.length === 0) {
    await sql.query(`update emails set state = 'CANCELLED' where id = $1`, [emailId]);
    return 'cancelled';
  }
  const terms = await deliveryTermsOf(sql, email.userId);
  const held = heldUntil(now, terms);
  if (held && !staying.some(({ category }) => isCritical(catalogue.category(category)))) {
    const { until: dueAt } = held;
    const reason = DeliveryReason[held.reason];
    const decisions = staying.map(({ id }) => ({ id, state: 'HELD' as const, reason, dueAt, emailId }));
    await writeDecisions(sql, decisions, now);
    await sendAt(sql, emailId, dueAt);
    return undefined;
  }
  const categories = [...new Set(staying.map(({ category }) => category))]
    .filter((name) => !isCritical(catalogue.category(name)))
    .sort();
  // The link to unsubscribe in it names only the e-mail. One without it leaves what an earlier try may have offered.
  await sql.query(
    `update emails set attempts = attempts + 1, categories = coalesce(nullif($2::text[], '{}'), categories) where id = $1`,
    [emailId, categories],
  );
  return {
    id: emailId,
    userId: email.userId,
    inboxId: email.inboxId,
    attempt: email.attempts + 1,
    address: staying[0]!.address!,
    terms,
    entries: await entriesOf(sql, staying),
    count: staying.length,
    categories,
  };
}

/** What leaves the e-mail is marked so. */
async function stillWanted(
  sql: Sql,
  emailId: string,
  catalogue: Catalogue,
  now: Date,
): Promise<readonly Candidate[]> {
  const candidates = await sql.query<Candidate>(
    `select ${candidateColumns} from ${candidateJoins} where d.email_id = $1`,
    [emailId],
  );
  const looked = candidates.map((candidate) => ({
    ...candidate,
    reason: skipReason(candidate, catalogue.category(candidate.category)),
  }));
  const leaving = looked.flatMap(({ id, reason }) =>
    reason ? [{ id, state: 'SKIPPED' as const, reason }] : [],
  );
  await writeDecisions(sql, leaving, now);
  return looked.filter(({ reason }) => !reason);
}

const entriesOf = (sql: Sql, candidates: readonly Candidate[]): Promise<Entry[]> =>
  sql.query<Entry>(
    `select id, type, category, title, message, created_at as "createdAt", facts from notifications
     where id = any($1::uuid[]) order by seq desc limit ${MOST_SHOWN}`,
    [candidates.map(({ id }) => id)],
  );
