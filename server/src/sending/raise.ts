import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { filingColumns } from '../delivery/plan.ts';
import { replan } from '../delivery/replan.ts';
import { countedSql } from '../inbox/counted.ts';
import type { Announce } from '../inbox/delta.ts';
import { subjectIdColumn, subjectTypeColumn } from '../inbox/subject.ts';
import type { Transaction } from '../platform/postgres/database.ts';
import { deltasOf, type AddedRow } from './add-notifications.ts';
import { raiseSql } from './raise-statement.ts';

export interface RaiseNeeds {
  readonly catalogue: Catalogue;
  readonly channels: readonly OutgoingChannel[];
  /** Tells followers of what came to the top. */
  readonly announce: Announce;
}

/** A row that is to come to the top, as it is before. */
export interface Raised {
  readonly id: string;
  readonly userId: string;
  readonly category: string;
  readonly subjectType: string | null;
  readonly subjectId: string | null;
  /** Whether it counts as unread already, and as unseen. */
  readonly isUnread: boolean;
  readonly isUnseen: boolean;
}

/** A select list of Raised from `notifications n` and `inbox i`. */
export const raisedColumns = `n.id, n.user_id as "userId", n.category, ${subjectTypeColumn} as "subjectType",
  ${subjectIdColumn} as "subjectId", ${countedSql('n')} as "isUnread", ${countedSql('n')} and n.seq > i.seen_seq as "isUnseen"`;

/**
 * Brings rows to the top, the last of them to the very top, each with a seq of its own: unread, and they ring and are
 * sent as what comes is. The inboxes were locked by a statement before the one that read the rows.
 */
export async function raise(
  sql: Transaction,
  rows: readonly Raised[],
  { catalogue, channels, announce }: RaiseNeeds,
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  const categories = rows.map(({ category }) => catalogue.category(category));
  await replan(sql, ids);
  const raised = await sql.query<AddedRow>(raiseSql(channels), [
    rows.map(({ userId }) => userId),
    ids,
    rows.map(({ isUnread }) => (isUnread ? 0 : 1)),
    rows.map(({ isUnseen }) => (isUnseen ? 0 : 1)),
    rows.map(({ category }) => category),
    rows.map(({ subjectType }) => subjectType),
    rows.map(({ subjectId }) => subjectId),
    ...filingColumns(channels).map(({ of }) => categories.map(of)),
  ]);
  const deltas = deltasOf(raised);
  sql.afterCommit(() => deltas.forEach(announce));
}
