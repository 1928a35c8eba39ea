import { subjectIdColumn, subjectTypeColumn } from '../../inbox/subject.ts';
import type { Ring } from '../../inbox/ring.ts';
import type { Sql } from '../../platform/postgres/database.ts';
import type { OutgoingChannel } from '../outgoing-channel.ts';
import { skippedColumn } from '../plan.ts';
import type { Past, Stored } from './rehearse.ts';

/** How many notifications are looked at, the newest first. */
export const MOST = 2_000;
export const DAYS = 30;

interface Row {
  id: string;
  category: string;
  subjectType: string | null;
  subjectId: string | null;
  createdAt: string;
  readAt: string | null;
  archivedAt: string | null;
  settledAt: string | null;
  expiresAt: string | null;
  retractedAt: string | null;
  isAnswered: boolean;
  ring: Ring | null;
  sent: Stored[];
}

/**
 * What came to a reader in the last 30 days, and what became of it, newest first.
 * @returns one more than `MOST` where there are more
 */
export async function readPast(
  sql: Sql,
  userId: string,
  channels: readonly OutgoingChannel[],
): Promise<Past[]> {
  const rows = await sql.query<Row>(readSql(channels), [userId]);
  return rows.map((row) => ({
    ...row,
    subject: row.subjectType === null ? null : { type: row.subjectType, id: row.subjectId! },
    createdAt: Date.parse(row.createdAt),
    readAt: momentOf(row.readAt),
    archivedAt: momentOf(row.archivedAt),
    settledAt: momentOf(row.settledAt),
    expiresAt: momentOf(row.expiresAt),
    retractedAt: momentOf(row.retractedAt),
  }));
}

const momentOf = (moment: string | null): number | null => (moment === null ? null : Date.parse(moment));

/** What was snoozed came anew when that ended. The limit comes before the days: whoever has got nothing for long is not searched through to the end. */
const readSql = (channels: readonly OutgoingChannel[]): string => `
  select n.id, n.category, ${subjectTypeColumn} as "subjectType", ${subjectIdColumn} as "subjectId",
    coalesce(n.woken_at, n.created_at) as "createdAt", n.read_at as "readAt", n.archived_at as "archivedAt", n.settled_at as "settledAt",
    n.expires_at as "expiresAt", n.retracted_at as "retractedAt", n.outcome is not null as "isAnswered", n.ring,
    json_build_array(${channels.map(storedOf).join(', ')}) as sent
  from (select * from notifications where user_id = $1 order by seq desc limit ${MOST + 1}) n
    ${channels.map(joined).join(' ')}
  where n.created_at > now() - interval '${DAYS} days'
  order by n.seq desc`;

const storedOf = ({ name }: OutgoingChannel): string =>
  `json_build_object('skipped', n.${skippedColumn(name)}, 'state', ${name}.state, 'reason', ${name}.reason)`;

const joined = ({ name }: OutgoingChannel): string =>
  `left join deliveries ${name} on ${name}.notification_id = n.id and ${name}.channel = '${name}'`;
