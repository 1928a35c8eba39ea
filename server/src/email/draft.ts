import type { Actor } from '../inbox/notification.row.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { deliveryTermsOf, type DeliveryTerms } from '../preferences/delivery-terms.ts';
import { heldUntil, type Hold } from '../preferences/clock/quiet-hours.ts';
import { writeDecisions } from '../delivery/decision.ts';
import {
  candidateColumns,
  candidateJoins,
  DeliveryReason,
  skipReason,
  type Candidate,
} from '../delivery/rules.ts';
import { sendAt } from '../delivery/jobs.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';

/** How many notifications an e-mail shows; of the others it says how many they are. */
const MAX_SHOWN = 50;

/** A notification as an e-mail needs it. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly title: string;
  readonly message: string;
  readonly createdAt: string;
  /** Which words of its type; null: title and message are its own. */
  readonly wording: number | null;
  readonly data: object | null;
  readonly actor: Actor | null;
  readonly subjectLabel: string | null;
  readonly count: number;
  readonly actors: readonly Actor[] | null;
  readonly actorCount: number | null;
}

interface Email {
  readonly userId: string;
  readonly inboxId: string;
  readonly attempts: number;
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
 * Looks again at an e-mail that is to be sent: what was read meanwhile leaves it, and with all of it the e-mail is
 * cancelled; in quiet hours it waits for their end, unless something in it is critical. What is left is a try.
 * @returns undefined when there is nothing to send now
 */
export async function takeUp(
  sql: Sql,
  emailId: string,
  catalogue: Catalogue,
  now: Date,
): Promise<EmailDraft | 'cancelled' | undefined> {
  const [email] = await sql.query<Email>(
    `select e.user_id as "userId", i.id as "inboxId", e.attempts from emails e join inbox i on i.user_id = e.user_id
     where e.id = $1 and e.state = 'SENDING' for update of e`,
    [emailId],
  );
  if (!email) return undefined;
  await lockInboxes(sql, [email.userId]);
  const staying = await stillWanted(sql, emailId, catalogue, now);
  if (staying.length === 0) {
    await sql.query(`update emails set state = 'CANCELLED' where id = $1`, [emailId]);
    return 'cancelled';
  }
  const terms = await deliveryTermsOf(sql, email.userId);
  const held = heldUntil(now, terms);
  const isUrgent = staying.some(({ category }) => catalogue.category(category).isCritical);
  if (held && !isUrgent) return hold(sql, emailId, staying, held, now);
  const categories = [...new Set(staying.map(({ category }) => category))]
    .filter((name) => !catalogue.category(name).isCritical)
    .sort();
  await countTry(sql, emailId, categories);
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

async function hold(
  sql: Sql,
  emailId: string,
  staying: readonly Candidate[],
  { until: dueAt, reason }: Hold,
  now: Date,
): Promise<undefined> {
  const held = { state: 'HELD' as const, reason: DeliveryReason[reason], dueAt, emailId };
  await writeDecisions(
    sql,
    staying.map(({ id }) => ({ id, ...held })),
    now,
  );
  await sendAt(sql, emailId, dueAt);
}

/** The link to unsubscribe in it names only the e-mail. One without it leaves what an earlier try may have offered. */
async function countTry(sql: Sql, emailId: string, categories: readonly string[]): Promise<void> {
  await sql.query(
    `update emails set attempts = attempts + 1, categories = coalesce(nullif($2::text[], '{}'), categories) where id = $1`,
    [emailId, categories],
  );
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
    `select id, type, category, title, message, created_at as "createdAt", wording, data, actor,
       subject_label as "subjectLabel", event_count as "count", actors, cardinality(actor_keys) as "actorCount"
     from notifications
     where id = any($1::uuid[]) order by seq desc limit ${MAX_SHOWN}`,
    [candidates.map(({ id }) => id)],
  );
