import { MOST_ROWS_AT_ONE_SEQ } from '../live/delta.ts';
import type { Sql } from '../platform/database.ts';
import type { LockedInbox, Outcome } from './inbox.change.ts';
import { Parameters } from './notification-filter.ts';
import { notificationColumns, type NotificationRow } from './notification.row.ts';

/**
 * Something a reader does to notifications: which rows it applies to, what it makes of them, and which of those it
 * made count in or out. A row counts as unread while it is neither read nor archived.
 */
interface Action {
  readonly applies: string;
  /** The new values; undefined removes the row. */
  readonly set: string | undefined;
  /** Of the changed rows, as they came back: those that began or ceased to count. */
  readonly counted: string;
  /** Whether `counted` asks for `was_unread` too: where it applies to both, what came back does not tell. */
  readonly looksBack?: true;
  readonly sign: 1 | -1;
}

const actions = {
  read: { applies: 'n.read_at is null', set: 'read_at = now()', counted: 'archived_at is null', sign: -1 },
  unread: {
    applies: 'n.read_at is not null',
    set: 'read_at = null',
    counted: 'archived_at is null',
    sign: 1,
  },
  archive: {
    applies: 'n.archived_at is null',
    set: 'archived_at = now()',
    counted: 'read_at is null',
    sign: -1,
  },
  unarchive: {
    applies: 'n.archived_at is not null',
    set: 'archived_at = null',
    counted: 'read_at is null',
    sign: 1,
  },
  /** What it asks for needs nobody any more. */
  settle: {
    applies: 'true',
    set: 'read_at = coalesce(n.read_at, now()), settled_at = coalesce(n.settled_at, now())',
    counted: 'was_unread and archived_at is null',
    looksBack: true,
    sign: -1,
  },
  delete: { applies: 'true', set: undefined, counted: 'read_at is null and archived_at is null', sign: -1 },
} satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;

interface Sums {
  affected: number;
  counted: number;
  unseen: number;
  told: NotificationRow[] | null;
}

/**
 * Performs an action on the rows of a locked inbox that a condition lets through.
 * @param which the condition, on `notifications n`
 * @returns what it did, and to how many; undefined when nothing had to be done
 */
export async function perform(
  sql: Sql,
  name: ActionName,
  { userId, seenSeq }: LockedInbox,
  nextSeq: number,
  which: (parameters: Parameters) => string,
): Promise<(Outcome & { affectedCount: number }) | undefined> {
  const { applies, set, counted, looksBack, sign }: Action = actions[name];
  const parameters = new Parameters([]);
  const condition = which(parameters);
  const seq = parameters.add(nextSeq);
  const rows = `n.user_id = ${parameters.add(userId)} and ${applies} and ${condition}`;
  // The inbox is locked, so nobody else changes a row between the two looks at it.
  const [before, was] = looksBack
    ? ['from notifications old where old.id = n.id and', ', old.read_at is null as was_unread']
    : ['where', ''];
  const change =
    set === undefined
      ? `delete from notifications n where ${rows} returning n.*`
      : `update notifications n set ${set}, change_seq = ${seq} ${before} ${rows} returning n.*${was}`;
  const bury = `buried as (
    insert into tombstones (user_id, change_seq, notification_id) select user_id, ${seq}, id from changed
  ),`;
  const [sums] = await sql.query<Sums>(
    `with changed as (${change}), ${set === undefined ? bury : ''}
     sums as (
       select count(*)::int as affected, count(*) filter (where ${counted})::int as counted,
         count(*) filter (where ${counted} and seq > ${parameters.add(seenSeq)})::int as unseen
       from changed
     )
     select s.*, case when s.affected <= ${MOST_ROWS_AT_ONE_SEQ} then
       (select json_agg(t) from (select ${notificationColumns} from changed n) t) end as told
     from sums s`,
    parameters.values,
  );
  const { affected, counted: moved, unseen, told } = sums!;
  if (affected === 0) return undefined;
  const isRemoval = set === undefined;
  return {
    affectedCount: affected,
    unread: sign * moved,
    unseen: sign * unseen,
    isTooMuchToTell: told === null,
    upserted: isRemoval ? [] : (told ?? []).map(withIsoMoments),
    removedIds: isRemoval ? (told ?? []).map(({ id }) => id) : [],
  };
}

/** Rows that came through JSON have PostgreSQL's way of writing moments. */
const withIsoMoments = (row: NotificationRow): NotificationRow => ({
  ...row,
  createdAt: iso(row.createdAt)!,
  readAt: iso(row.readAt),
  archivedAt: iso(row.archivedAt),
  settledAt: iso(row.settledAt),
});

const iso = (moment: string | null): string | null =>
  moment === null ? null : new Date(moment).toISOString();
