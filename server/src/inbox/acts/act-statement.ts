import { MAX_ROWS_AT_ONE_SEQ } from '../delta.ts';
import { lockedCategories } from '../categories.ts';
import { countedSql } from '../counted.ts';
import { HAS_TOLD, tellingSql } from '../../webhooks/tell.ts';
import { currentEpoch, notificationColumns } from '../notification.row.ts';
import { acts, type Act, type ActName, type Undo } from './act.ts';

/** Which rows, besides that they are their reader's: from where, by which condition, and by which act of the reader. */
export interface Which {
  readonly from: string;
  readonly condition: string;
  readonly nth: string;
  /** `skip locked`: an inbox that somebody else is changing is left out. */
  readonly lock: '' | 'skip locked';
}

const RESTORED = `restored as (
      insert into restorations (user_id, notification_id, seq) select user_id, id, acted_seq from changed
      on conflict (user_id, notification_id) do update set seq = excluded.seq, at = now()
    )`;

// Where there is a rest it is counted anew, so that what has become more has a name. `sums` has seen all changed rows
// by then, and the count sees them changed.
const MOVED_CATEGORIES = `case when m.categories_seq = m.seq and not m.categories ? ''
          then move_categories(m.categories, s.names, s.moves) else recount_categories(i.user_id) end`;

const BURIED = `buried as (
      insert into tombstones (user_id, change_seq, notification_id) select user_id, acted_seq, id from changed
    )`;

// Whoever has followed the removal gets the row again; whoever has not hears of neither.
const UNEARTHED = `unearthed as (
      delete from tombstones t using changed c where t.user_id = c.user_id and t.notification_id = c.id
    )`;

const loggedSql = (name: ActName): string => `logged as (
      insert into acts (user_id, act, seq, affected)
      select user_id, '${name.toUpperCase()}', acted_seq, count(*)::int from changed group by user_id, acted_seq
      returning id, user_id, seq
    )`;

/** An act of each reader's, which is kept so that it can be undone where it is their own. */
export function actSql(name: ActName, which: Which): string {
  const act: Act = acts[name];
  const { looksBack, removes, restores, tells, undo } = act;
  const sets = looksBack
    ? [
        `hidden as (update all_notifications n set ${act.set} ${whereSql(which)} and n.deleted_at is not null)`,
      ]
    : [];
  return statementSql(act, {
    ...which,
    change: changeSql(act, which),
    besides: [
      ...sets,
      ...(removes ? [BURIED] : []),
      ...(restores ? [RESTORED] : []),
      ...(undo ? [loggedSql(name)] : []),
      ...(tells ? [tellingSql(tells)] : []),
    ],
    isLogged: undo !== undefined,
    hasToTell: tells !== undefined,
  });
}

/** Brings back what one act left at its seq (`$2`), and what nobody has changed since. */
export function undoSql({ set, unearths, restores, ...move }: Undo): string {
  const which: Which = { from: 'mine m', condition: 'n.change_seq = $2', nth: '1', lock: '' };
  const [table, isDeleted] = unearths
    ? ['all_notifications', 'and n.deleted_at is not null']
    : ['notifications', ''];
  return statementSql(move, {
    ...which,
    change: `update ${table} n set ${set}, change_seq = m.seq + 1 ${whereSql(which)} ${isDeleted}
      returning n.*, m.seq + 1 as acted_seq`,
    besides: [...(unearths ? [UNEARTHED] : []), ...(restores ? [RESTORED] : [])],
    isLogged: false,
    hasToTell: false,
  });
}

const whereSql = ({ from, condition }: Which): string =>
  `from ${from} where n.user_id = m.user_id and ${condition}`;

function changeSql({ set, applies, looksBack, removes }: Act, { from, condition, nth }: Which): string {
  const where = `n.user_id = m.user_id and ${condition} and ${applies}`;
  const returning = `returning n.*, m.seq + ${nth} as acted_seq`;
  if (removes === 'for good') return `delete from notifications n using ${from} where ${where} ${returning}`;
  const [before, was] = looksBack
    ? ['join notifications old on old.user_id = m.user_id', `, ${countedSql('old')} as was_counted`]
    : ['', ''];
  const same = looksBack ? 'and n.id = old.id' : '';
  return `update notifications n set ${set}, change_seq = m.seq + ${nth} from ${from} ${before} where ${where} ${same}
    ${returning}${was}`;
}

interface Parts extends Which {
  readonly change: string;
  readonly besides: readonly string[];
  readonly isLogged: boolean;
  readonly hasToTell: boolean;
}

/**
 * One statement, so one round trip and one commit: locks the inboxes in their one order, changes rows, and moves the
 * counters by what came back. A statement sees what was committed before it began, not before its wait for a lock
 * ended; but a row that somebody else has changed meanwhile is read anew before it is changed, a counter likewise, and
 * a row that was added meanwhile came after the act. The counters move from what the lock found, not from `i`: a
 * check constraint looks at the row as the snapshot shows it first, and would refuse what is right.
 */
function statementSql(
  { counted, sign }: Pick<Act, 'counted' | 'sign'>,
  { lock, change, besides, isLogged, hasToTell }: Parts,
): string {
  const [actId, log, ofAct] = isLogged
    ? ['l.id', 'left join logged l on l.user_id = m.user_id', 'and r."changeSeq" = l.seq']
    : ['null::uuid', '', ''];
  return `
    with mine as materialized (
      select i.user_id, i.id, i.seq, i.seen_seq, i.unread, i.unseen, i.categories, i.categories_seq from inbox i
      where i.user_id = any($1::text[]) order by i.user_id for update of i ${lock}
    ), changed as (${change}),
    ${besides.map((one) => `${one},`).join('\n    ')}
    by_category as (
      select c.user_id, c.category, count(*)::int as affected, max(c.acted_seq) as seq,
        count(*) filter (where ${counted})::int as unread,
        count(*) filter (where ${counted} and c.seq > m.seen_seq)::int as unseen
      from changed c join mine m on m.user_id = c.user_id group by c.user_id, c.category
    ), sums as (
      select user_id, sum(affected)::int as affected, max(seq) as seq, sum(unread)::int as unread,
        sum(unseen)::int as unseen, array_agg(category) filter (where unread > 0) as names,
        array_agg(${sign}unread) filter (where unread > 0) as moves
      from by_category group by user_id
    ), moved as (
      update inbox i set seq = s.seq, unread = m.unread ${sign} s.unread, unseen = m.unseen ${sign} s.unseen,
        categories = ${MOVED_CATEGORIES}, categories_seq = s.seq
      from sums s join mine m on m.user_id = s.user_id
      where i.user_id = s.user_id
      returning i.user_id, i.seq, i.unread, i.unseen, i.categories, s.affected
    )
    select m.id as "inboxId", m.user_id as owner, ${currentEpoch}, m.seq as "fromSeq",
      coalesce(v.seq, m.seq) as "inboxSeq", coalesce(v.unread, m.unread) as unread,
      coalesce(v.unseen, m.unseen) as unseen, coalesce(v.affected, 0) as affected, ${actId} as "actId",
      case when row_number() over (partition by m.user_id) = 1 then coalesce(v.categories, ${lockedCategories('m')}) end
        as categories, r.*
    from mine m left join moved v on v.user_id = m.user_id ${log}
      left join (
        select ${notificationColumns.replace('n.change_seq', 'n.acted_seq')} from changed n
      ) r on r."userId" = m.user_id and v.affected <= ${MAX_ROWS_AT_ONE_SEQ} ${ofAct}
    ${hasToTell ? `where ${HAS_TOLD}` : ''} order by m.user_id, r."changeSeq"`;
}
