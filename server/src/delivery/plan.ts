import { Channel, type Category } from '../catalogue/category.ts';
import { nextDigestSql } from '../preferences/clock/digest-moment.ts';
import { isPaced, paceSql } from '../preferences/pace.ts';
import { choiceAgainstSql } from '../preferences/wants.ts';
import { decideTask, keyOf } from './jobs.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';
import { DeliveryReason } from './rules.ts';

// What stands here belongs into the statement that adds notifications, so that a notification and what is sent of it are
// planned together or not at all, and who wants nothing sent costs no row and no job. It builds on that statement's CTEs
// `item` (user_id, id, content) and `content c` (no, category, subject_type, subject_id, is_critical, and the columns of
// `filingColumns`).

/** Of a category, for one row of `content`: a column, its type, and its value. */
interface FilingColumn {
  readonly column: string;
  readonly type: string;
  readonly of: (category: Category) => boolean | number;
}

export const filingColumns = (channels: readonly OutgoingChannel[]): FilingColumn[] => [
  { column: 'is_critical', type: 'boolean', of: ({ isCritical }) => isCritical },
  { column: 'ring_default', type: 'boolean', of: ({ channels: on }) => on[Channel.IN_APP] },
  ...channels
    .filter(({ isSetUp }) => isSetUp)
    .flatMap(({ name, waits }): FilingColumn[] => [
      { column: `${keyOf(name)}_default`, type: 'boolean', of: ({ channels: on }) => on[name] },
      { column: `${keyOf(name)}_waits`, type: 'int', of: waits },
    ]),
];

/** Columns of `notifications`: why nothing is planned on each channel. */
export const skippedColumns = (channels: readonly OutgoingChannel[]): string =>
  channels.map(({ name }) => skippedColumn(name)).join(', ');

export const skippedColumn = (name: OutgoingChannel['name']): string => `${keyOf(name)}_skipped`;

/** Their values for the item; null where something is planned. It is looked at again before that is sent. */
export const skippedValues = (channels: readonly OutgoingChannel[]): string =>
  channels.map(skippedValue).join(', ');

const skippedValue = ({ name, isSetUp, addressSql }: OutgoingChannel): string =>
  isSetUp
    ? `case when ${addressSql('item.user_id')} is null then '${DeliveryReason.NO_ADDRESS}'
        else ${choiceAgainstSql(name, `c.${keyOf(name)}_default`)} end`
    : `'${DeliveryReason.NOT_SET_UP}'`;

/**
 * CTEs that plan the deliveries of the rows in `n` and wake the worker when each is due; undefined where no channel is
 * set up. There is one job for a user, channel and waiting time, or moment of a digest: one that stands already keeps its
 * time, which is early enough, since all with its key wait as long. What waits already for a row that has grown waits on
 * (replan.ts). `job` must be read by the statement, or PostgreSQL leaves it out. Keys are in the order in which inboxes
 * are locked.
 */
export function deliveryJobs(channels: readonly OutgoingChannel[]): string | undefined {
  const planned = channels.filter(({ isSetUp }) => isSetUp);
  if (planned.length === 0) return undefined;
  return `wanted as materialized (
    select n.id, n.user_id, p.channel, p.task, p.pace, due.at as due_at,
      p.key || ':' || case when p.pace is null then p.waits::text else 'at' || extract(epoch from due.at)::bigint end as key
    from n join item on item.id = n.id join content c on c.no = item.content
      cross join lateral (values ${planned.map(wantedValues).join(', ')}) p (channel, task, key, waits, skipped, pace)
      cross join lateral (select coalesce(
        case when p.pace is not null then ${nextDigestSql('now()', 'n.user_id', 'p.pace')} end,
        now() + make_interval(secs => p.waits)) as at) due
    where p.skipped is null
  ), planned as (
    insert into deliveries (notification_id, channel, user_id, due_at, pace)
    select id, channel, user_id, due_at, pace from wanted
    on conflict do nothing
  ), job as (
    select graphile_worker.add_jobs(array_agg(
      ((task, json_build_object('userId', user_id), null, due_at, null,
        key || ':' || user_id, null, null)::graphile_worker.job_spec)
      order by user_id, key), true)
    from (select distinct user_id, task, key, due_at from wanted) p having count(*) > 0
  )`;
}

const wantedValues = ({ name }: OutgoingChannel): string =>
  `('${name}', '${decideTask(name)}', '${keyOf(name)}', c.${keyOf(name)}_waits, n.${skippedColumn(name)}, ${paceOf(name)})`;

const paceOf = (name: OutgoingChannel['name']): string =>
  isPaced(name)
    ? `case when not c.is_critical and n.${skippedColumn(name)} is null
        then ${paceSql('n.user_id', 'c.category', name)} end`
    : 'null::text';
