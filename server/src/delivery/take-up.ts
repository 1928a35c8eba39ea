import type { Action } from '../inbox/action.ts';
import type { Actor } from '../inbox/notification.row.ts';
import type { Severity } from '../inbox/severity.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { Pace } from '../preferences/pace.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { deliveryTermsOf, type DeliveryTerms } from '../preferences/delivery-terms.ts';
import { heldUntil, type Hold } from '../preferences/clock/quiet-hours.ts';
import { writeDecisions } from './decision.ts';
import { candidatesSql, DeliveryReason, skipReason, type Candidate } from './rules.ts';
import { sendAt } from './jobs.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';

/** How many notifications a message shows; of the others it says how many they are. */
const MAX_SHOWN = 50;

/** A notification as a message needs it. */
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
  readonly severity: Severity;
  readonly actions: readonly Action[] | null;
  /** ISO 8601; null: never. */
  readonly expiresAt: string | null;
  readonly count: number;
  readonly actors: readonly Actor[] | null;
  readonly actorCount: number | null;
}

interface Message {
  readonly userId: string;
  readonly inboxId: string;
  readonly attempts: number;
}

type Digest = Exclude<Pace, Pace.NOW>;

type Staying = Candidate & { readonly pace: Digest | null };

/** What goes into a message at this try. */
export interface MessageDraft {
  readonly id: string;
  readonly userId: string;
  readonly inboxId: string;
  /** Which try this is, from 1. */
  readonly attempt: number;
  /** As the channel knows addresses. */
  readonly address: string;
  readonly terms: DeliveryTerms;
  /** Newest first. */
  readonly entries: readonly Entry[];
  readonly count: number;
  /** Of what time it tells; null: of no time, it comes at once. */
  readonly digest: Digest | null;
  /** Those that can be switched off, by name. */
  readonly categories: readonly string[];
}

/**
 * Looks again at a message that is to be sent: what was read meanwhile leaves it, and with all of it the message is
 * cancelled; in quiet hours it waits for their end, unless something in it is critical. What is left is a try.
 * @returns undefined when there is nothing to send now
 */
export async function takeUp(
  sql: Sql,
  messageId: string,
  { channel, catalogue, now }: { channel: OutgoingChannel; catalogue: Catalogue; now: Date },
): Promise<MessageDraft | 'cancelled' | undefined> {
  const [message] = await sql.query<Message>(
    `select m.user_id as "userId", i.id as "inboxId", m.attempts from messages m join inbox i on i.user_id = m.user_id
     where m.id = $1 and m.state = 'SENDING' for update of m`,
    [messageId],
  );
  if (!message) return undefined;
  await lockInboxes(sql, [message.userId]);
  const staying = await stillWanted(sql, messageId, { channel, catalogue, now });
  if (staying.length === 0) {
    await sql.query(`update messages set state = 'CANCELLED' where id = $1`, [messageId]);
    return 'cancelled';
  }
  const terms = await deliveryTermsOf(sql, message.userId);
  const held = heldUntil(now, terms);
  const isUrgent = staying.some(({ category }) => catalogue.category(category).isCritical);
  if (held && !isUrgent) return hold(sql, messageId, { channel, staying, held, now });
  const categories = [...new Set(staying.map(({ category }) => category))]
    .filter((name) => !catalogue.category(name).isCritical)
    .sort();
  await countTry(sql, messageId, categories);
  return {
    id: messageId,
    userId: message.userId,
    inboxId: message.inboxId,
    attempt: message.attempts + 1,
    address: staying[0]!.address!,
    terms,
    entries: await entriesOf(sql, staying),
    count: staying.length,
    digest: digestOf(staying),
    categories,
  };
}

/** What comes each day may bring along what comes each week, and what is not due yet. */
const digestOf = (staying: readonly Staying[]): Digest | null =>
  ([Pace.DAILY, Pace.WEEKLY] as const).find((digest) => staying.some(({ pace }) => pace === digest)) ?? null;

interface Held {
  readonly channel: OutgoingChannel;
  readonly staying: readonly Candidate[];
  readonly held: Hold;
  readonly now: Date;
}

async function hold(
  sql: Sql,
  messageId: string,
  { channel, staying, held: { until: dueAt, reason }, now }: Held,
): Promise<undefined> {
  const held = { state: 'HELD' as const, reason: DeliveryReason[reason], dueAt, messageId };
  await writeDecisions(
    sql,
    channel.name,
    staying.map(({ id }) => ({ id, ...held })),
    now,
  );
  await sendAt(sql, channel.name, messageId, dueAt);
}

/** The link to unsubscribe in an e-mail names only that. One without it leaves what an earlier try may have offered. */
async function countTry(sql: Sql, messageId: string, categories: readonly string[]): Promise<void> {
  await sql.query(
    `update messages set attempts = attempts + 1, categories = coalesce(nullif($2::text[], '{}'), categories) where id = $1`,
    [messageId, categories],
  );
}

/** What leaves the message is marked so. */
async function stillWanted(
  sql: Sql,
  messageId: string,
  { channel, catalogue, now }: { channel: OutgoingChannel; catalogue: Catalogue; now: Date },
): Promise<readonly Staying[]> {
  const candidates = await sql.query<Staying>(candidatesSql(channel, 'd.message_id = $1', 'd.pace'), [
    messageId,
  ]);
  const looked = candidates.map((candidate) => ({
    ...candidate,
    reason: skipReason(candidate, catalogue.category(candidate.category), channel.name),
  }));
  const leaving = looked.flatMap(({ id, reason }) =>
    reason ? [{ id, state: 'SKIPPED' as const, reason }] : [],
  );
  await writeDecisions(sql, channel.name, leaving, now);
  return looked.filter(({ reason }) => !reason);
}

const entriesOf = (sql: Sql, candidates: readonly Candidate[]): Promise<Entry[]> =>
  sql.query<Entry>(
    `select id, type, category, title, message, created_at as "createdAt", wording, data, actor,
       subject_label as "subjectLabel", severity, actions, expires_at as "expiresAt", event_count as "count", actors,
       cardinality(actor_keys) as "actorCount"
     from notifications
     where id = any($1::uuid[]) order by seq desc limit ${MAX_SHOWN}`,
    [candidates.map(({ id }) => id)],
  );
