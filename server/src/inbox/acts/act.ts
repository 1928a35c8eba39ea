import { MAX_ROWS_AT_ONE_SEQ, type Delta } from '../delta.ts';
import type { InboxState } from '../inbox-state.ts';
import type { Sql } from '../../platform/postgres/database.ts';
import { HAS_TOLD, tellingSql } from '../../webhooks/tell.ts';
import { WebhookEvent } from '../../webhooks/webhook-event.ts';
import { lockedCategories } from '../categories.ts';
import { Parameters } from '../parameters.ts';
import {
  currentEpoch,
  notificationColumns,
  notificationOf,
  type JoinedRow,
  type NotificationRow,
} from '../notification.row.ts';

/**
 * Something a reader does to notifications: which rows it applies to, what it makes of them, and which of those it
 * made count in or out. A row counts as unread while it is neither read nor archived.
 */
interface Act {
  readonly applies: string;
  /** The new values; undefined removes the row. */
  readonly set: string | undefined;
  /** Of the changed rows, as they came back: those that began or ceased to count. */
  readonly counted: string;
  /**
   * Whether `counted` asks for `c.was_unread` too, where the act applies to both and what came back does not tell.
   * The inboxes must have been locked by a statement before it, so that nobody else changes a row between two looks.
   */
  readonly looksBack?: true;
  readonly sign: '+' | '-';
  /** What webhooks are told. */
  readonly tells?: WebhookEvent;
  /** Whether it brings back what was put away: no act that was done offline before takes that away again. */
  readonly restores?: true;
}

const acts = {
  read: {
    applies: 'n.read_at is null',
    set: 'read_at = now()',
    counted: 'c.archived_at is null',
    sign: '-',
    tells: WebhookEvent.NOTIFICATION_READ,
  },
  unread: {
    applies: 'n.read_at is not null',
    set: 'read_at = null',
    counted: 'c.archived_at is null',
    sign: '+',
  },
  archive: {
    applies: 'n.archived_at is null',
    set: 'archived_at = now()',
    counted: 'c.read_at is null',
    sign: '-',
    tells: WebhookEvent.NOTIFICATION_ARCHIVED,
  },
  unarchive: {
    applies: 'n.archived_at is not null',
    set: 'archived_at = null',
    counted: 'c.read_at is null',
    sign: '+',
    restores: true,
  },
  /** What it asks for needs nobody any more. */
  settle: {
    applies: 'true',
    set: 'read_at = coalesce(n.read_at, now()), settled_at = coalesce(n.settled_at, now())',
    counted: 'c.was_unread and c.archived_at is null',
    looksBack: true,
    sign: '-',
  },
  /** It was answered: nobody is asked any more, and all are told how (`$2`; null: nothing is known of that). */
  decide: {
    applies: 'true',
    set: `read_at = coalesce(n.read_at, now()), settled_at = coalesce(n.settled_at, now()), actions = null,
      outcome = coalesce(n.outcome, $2::jsonb)`,
    counted: 'c.was_unread and c.archived_at is null',
    looksBack: true,
    sign: '-',
  },
  delete: {
    applies: 'true',
    set: undefined,
    counted: 'c.read_at is null and c.archived_at is null',
    sign: '-',
  },
} satisfies Record<string, Act>;

export type ActName = keyof typeof acts;

/** One inbox that acts have come to, whether they found anything to change or not. */
export interface Acted {
  /** The counters afterwards. */
  readonly inbox: InboxState;
  /** Where the inbox was before; each act that changed something has a seq of its own after it. */
  readonly fromSeq: number;
  /** How many rows changed. */
  readonly affectedCount: number;
  /** These rows, as they are now or were last; none where there are more than are told one by one. */
  readonly rows: readonly NotificationRow[];
  /** To be announced once it is committed; undefined where nothing changed. */
  readonly delta: Delta | undefined;
}

/** One reader's acts of one kind, each upon some of their notifications. */
export interface ActsOfOne {
  readonly userId: string;
  readonly acts: readonly { readonly ids: readonly string[] }[];
}

type Row = Omit<JoinedRow, 'floorSeq'> & { fromSeq: number; affected: number };

/**
 * Acts of one kind by several readers, in one statement. The nth act of a reader has the nth seq after `fromSeq`, so
 * that the rows of each can be told apart; a row that two of them name belongs to the first. Other people's ids meet
 * nothing.
 * @param wait whether to wait for an inbox that somebody else is changing; if not, it is left out
 * @returns the inboxes that it came to
 */
export function actOnThese(
  sql: Sql,
  name: ActName,
  readers: readonly ActsOfOne[],
  wait: boolean,
): Promise<Acted[]> {
  const items = readers.flatMap(({ userId, acts }) => {
    const nth = new Map(
      acts.flatMap(({ ids }, index) => ids.map((id) => [id, index + 1] as const)).reverse(),
    );
    return [...nth].map(([id, n]) => ({ userId, id, n }));
  });
  return run(sql, name, statements[name][wait ? 'waiting' : 'skipping'], [
    readers.map(({ userId }) => userId),
    items.map(({ userId }) => userId),
    items.map(({ id }) => id),
    items.map(({ n }) => n),
  ]);
}

/**
 * One act upon everything in some inboxes that a condition lets through.
 * @param condition on `notifications n`, with its own `parameters`
 * @param told what the act itself has to know, as its `$2`
 * @param lock `skip locked`: an inbox that somebody else is changing is left out
 */
export function actOnAll(
  sql: Sql,
  name: ActName,
  userIds: readonly string[],
  condition: (parameters: Parameters) => string,
  told: readonly unknown[] = [],
  lock: '' | 'skip locked' = '',
): Promise<Acted[]> {
  const parameters = new Parameters([userIds, ...told]);
  const rows = { from: 'mine m', condition: condition(parameters), nth: '1' };
  return run(sql, name, actSql(acts[name], { ...rows, lock }), parameters.values);
}

// What has no name of its own there can get one now. Counted after the change, by what `moved` is told to wait for.
const movedCategories = `case when m.categories_seq = m.seq and not m.categories ? ''
          then move_categories(m.categories, b.names, b.moves) else recount_categories(i.user_id) end`;

const RESTORED = `restored as (
      insert into restorations (user_id, notification_id, seq) select user_id, id, acted_seq from changed
      on conflict (user_id, notification_id) do update set seq = excluded.seq, at = now()
    )`;

// The nth act of a reader upon a row of theirs.
const THESE = {
  from: `mine m join unnest($2::text[], $3::uuid[], $4::int[]) item (user_id, id, nth) on item.user_id = m.user_id`,
  condition: 'n.id = item.id',
  nth: 'item.nth',
};

/**
 * One statement, so one round trip and one commit: locks the inboxes in their one order, changes rows, and moves the
 * counters by what came back. A statement sees what was committed before it began, not before its wait for a lock
 * ended; but a row that somebody else has changed meanwhile is read anew before it is changed, a counter likewise, and
 * a row that was added meanwhile came after the act. The counters move from what the lock found, not from `i`: a
 * check constraint looks at the row as the snapshot shows it first, and would refuse what is right.
 */
function actSql(
  { applies, set, counted, looksBack, sign, tells, restores }: Act,
  { from, condition, nth, lock }: { from: string; condition: string; nth: string; lock: string },
): string {
  const [before, was] = looksBack
    ? ['join notifications old on old.user_id = m.user_id', ', old.read_at is null as was_unread']
    : ['', ''];
  const same = looksBack ? 'and n.id = old.id' : '';
  const where = `n.user_id = m.user_id ${same} and ${condition} and ${applies}`;
  const change =
    set === undefined
      ? `delete from notifications n using ${from} where ${where}`
      : `update notifications n set ${set}, change_seq = m.seq + ${nth} from ${from} ${before} where ${where}`;
  const bury = `buried as (
    insert into tombstones (user_id, change_seq, notification_id) select user_id, acted_seq, id from changed
  ),`;
  return `
    with mine as materialized (
      select i.user_id, i.id, i.seq, i.seen_seq, i.unread, i.unseen, i.categories, i.categories_seq from inbox i
      where i.user_id = any($1::text[]) order by i.user_id for update of i ${lock}
    ), changed as (${change} returning n.*, m.seq + ${nth} as acted_seq${was}), ${set === undefined ? bury : ''}
    ${restores ? `${RESTORED},` : ''} ${tells ? `${tellingSql(tells)},` : ''}
    sums as (
      select c.user_id, count(*)::int as affected, max(c.acted_seq) as seq,
        count(*) filter (where ${counted})::int as unread,
        count(*) filter (where ${counted} and c.seq > m.seen_seq)::int as unseen
      from changed c join mine m on m.user_id = c.user_id group by c.user_id
    ), by_category as (
      select c.user_id, array_agg(c.category) as names, array_agg(c.moves) as moves from (
        select c.user_id, c.category, ${sign}count(*)::int as moves from changed c where ${counted} group by 1, 2
      ) c group by 1
    ), moved as (
      update inbox i set seq = s.seq, unread = m.unread ${sign} s.unread, unseen = m.unseen ${sign} s.unseen,
        categories = ${movedCategories}, categories_seq = s.seq
      from sums s join mine m on m.user_id = s.user_id left join by_category b on b.user_id = s.user_id
      where i.user_id = s.user_id
      returning i.user_id, i.seq, i.unread, i.unseen, i.categories, s.affected
    )
    select m.id as "inboxId", m.user_id as owner, ${currentEpoch}, m.seq as "fromSeq",
      coalesce(v.seq, m.seq) as "inboxSeq", coalesce(v.unread, m.unread) as unread,
      coalesce(v.unseen, m.unseen) as unseen, coalesce(v.affected, 0) as affected,
      case when row_number() over (partition by m.user_id) = 1 then coalesce(v.categories, ${lockedCategories('m')}) end
        as categories, r.*
    from mine m left join moved v on v.user_id = m.user_id
      left join lateral (select ${notificationColumns.replace('n.change_seq', 'n.acted_seq')} from changed n
        where n.user_id = m.user_id and v.affected <= ${MAX_ROWS_AT_ONE_SEQ}) r on true
    ${tells ? `where ${HAS_TOLD}` : ''} order by m.user_id, r."changeSeq"`;
}

const statements = Object.fromEntries(
  Object.entries(acts).map(([name, act]) => [
    name,
    {
      waiting: actSql(act, { ...THESE, lock: '' }),
      skipping: actSql(act, { ...THESE, lock: 'skip locked' }),
    },
  ]),
) as Record<ActName, { waiting: string; skipping: string }>;

async function run(sql: Sql, name: ActName, statement: string, values: readonly unknown[]): Promise<Acted[]> {
  const found = await sql.query<Row>(statement, values);
  const byInbox = Map.groupBy(found, ({ inboxId }) => inboxId);
  return [...byInbox.values()].map((rows) => actedOf(acts[name], rows));
}

function actedOf({ set }: Act, found: readonly Row[]): Acted {
  const { inboxId, owner, epoch, inboxSeq, unread, unseen, fromSeq, affected } = found[0]!;
  const { categories } = found.find((row) => row.categories)!;
  const counters = { unread, unseen, categories: categories! };
  const inbox: InboxState = { id: inboxId, userId: owner, epoch, seq: inboxSeq, ...counters };
  const rows = found.filter(({ id }) => id !== null).map(notificationOf);
  if (affected === 0) return { inbox, fromSeq, affectedCount: 0, rows, delta: undefined };
  const isRemoval = set === undefined;
  return {
    inbox,
    fromSeq,
    affectedCount: affected,
    rows,
    delta: {
      fromSeq,
      toSeq: inboxSeq,
      inbox,
      upserted: isRemoval ? [] : rows,
      removedIds: isRemoval ? rows.map(({ id }) => id) : [],
      hasMore: false,
      resync: affected > rows.length,
    },
  };
}
