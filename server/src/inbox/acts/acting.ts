import type { Sql } from '../../platform/postgres/database.ts';
import type { Delta } from '../delta.ts';
import type { InboxState } from '../inbox-state.ts';
import { notificationOf, type JoinedRow, type NotificationRow } from '../notification.row.ts';
import { Parameters } from '../parameters.ts';
import { actOf, acts, type ActName, type PlainAct, type ReadersAct } from './act.ts';
import { actSql, undoSql, type Which } from './act-statement.ts';

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
  /** By what each act is undone, by its seq; none where it cannot be. */
  readonly undoIds: ReadonlyMap<number, string>;
}

/** One reader's acts of one kind, each upon some of their notifications. */
export interface ActsOfOne {
  readonly userId: string;
  readonly acts: readonly { readonly ids: readonly string[] }[];
}

type Row = Omit<JoinedRow, 'floorSeq'> & { fromSeq: number; affected: number; actId: string | null };

// The nth act of a reader upon a row of theirs.
const THESE: Omit<Which, 'lock'> = {
  from: `mine m join unnest($2::text[], $3::uuid[], $4::int[]) item (user_id, id, nth) on item.user_id = m.user_id`,
  condition: 'n.id = item.id',
  nth: 'item.nth',
};

const statements = Object.fromEntries(
  Object.keys(acts)
    .filter((name): name is PlainAct => actOf(name as ActName).undo !== undefined && name !== 'snooze')
    .map((name) => [
      name,
      {
        waiting: actSql(name, { ...THESE, lock: '' }),
        skipping: actSql(name, { ...THESE, lock: 'skip locked' }),
      },
    ]),
) as Record<PlainAct, { waiting: string; skipping: string }>;

/**
 * Acts of one kind by several readers, in one statement. The nth act of a reader has the nth seq after `fromSeq`, so
 * that the rows of each can be told apart; a row that two of them name belongs to the first. Other people's ids meet
 * nothing.
 * @param wait whether to wait for an inbox that somebody else is changing; if not, it is left out
 * @returns the inboxes that it came to
 */
export function actOnThese(
  sql: Sql,
  name: PlainAct,
  readers: readonly ActsOfOne[],
  wait: boolean,
): Promise<Acted[]> {
  const items = readers.flatMap(({ userId, acts }) => {
    const nth = new Map(
      acts.flatMap(({ ids }, index) => ids.map((id) => [id, index + 1] as const)).reverse(),
    );
    return [...nth].map(([id, n]) => ({ userId, id, n }));
  });
  return run(sql, isRemoval(name), statements[name][wait ? 'waiting' : 'skipping'], [
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
  const which: Which = { from: 'mine m', condition: condition(parameters), nth: '1', lock };
  return run(sql, isRemoval(name), actSql(name, which), parameters.values);
}

/**
 * Brings back what an act of a reader's has changed, where it is as the act left it: with a seq of its own, as any
 * other change.
 * @param seq of the act
 */
export async function actBack(sql: Sql, name: ReadersAct, userId: string, seq: number): Promise<Acted> {
  const [acted] = await run(sql, false, undoSql(acts[name].undo), [[userId], seq]);
  return acted!;
}

const isRemoval = (name: ActName): boolean => actOf(name).removes !== undefined;

async function run(
  sql: Sql,
  isRemoval: boolean,
  statement: string,
  values: readonly unknown[],
): Promise<Acted[]> {
  const found = await sql.query<Row>(statement, values);
  const byInbox = Map.groupBy(found, ({ inboxId }) => inboxId);
  return [...byInbox.values()].map((rows) => actedOf(isRemoval, rows));
}

function actedOf(isRemoval: boolean, found: readonly Row[]): Acted {
  const { inboxId, owner, epoch, inboxSeq, unread, unseen, fromSeq, affected } = found[0]!;
  const { categories } = found.find((row) => row.categories)!;
  const counters = { unread, unseen, categories: categories! };
  const inbox: InboxState = { id: inboxId, userId: owner, epoch, seq: inboxSeq, ...counters };
  const rows = found.filter(({ id }) => id !== null).map(notificationOf);
  // Where the rows are not told, they are of one act.
  const undoIds = new Map(
    found.flatMap(({ actId, changeSeq }) => (actId ? [[changeSeq ?? inboxSeq, actId] as const] : [])),
  );
  if (affected === 0) return { inbox, fromSeq, affectedCount: 0, rows, delta: undefined, undoIds };
  return {
    inbox,
    fromSeq,
    affectedCount: affected,
    rows,
    undoIds,
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
