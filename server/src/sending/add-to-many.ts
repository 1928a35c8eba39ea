import type { Transaction } from '../platform/postgres/database.ts';
import { idsBegin } from '../platform/postgres/id-moment.ts';
import type { Delta } from '../inbox/delta.ts';
import { ensureRecipients } from '../users/user.service.ts';
import { contentValues, deltasOf, type AddedRow, type SendSetup } from './add-notifications.ts';
import type { Content } from './content.ts';

/** One of a part of very many. */
export interface PartRecipient {
  readonly id: string;
  /** They have no inbox yet. */
  readonly isUnknown: boolean;
}

/**
 * The same content for many, most of whose readers follow nothing: of their rows nothing comes back, and nothing is said
 * once for each of them but who they are. In a transaction.
 * @param recipients each once, 500 at most; whoever was never seen gets an inbox
 * @returns deltas of those who are followed
 */
export async function addToMany(
  sql: Transaction,
  { catalogue, channels, manyStatement }: SendSetup,
  content: Content,
  recipients: readonly PartRecipient[],
  followed: readonly string[],
): Promise<Delta[]> {
  await ensureRecipients(
    sql,
    recipients.filter(({ isUnknown }) => isUnknown).map(({ id }) => id),
  );
  const values = contentValues(catalogue, channels, [content]);
  const idsOfNow = idsBegin(Date.now());
  const recipientIds = recipients.map(({ id }) => id);
  return deltasOf(await sql.query<AddedRow>(manyStatement, [recipientIds, idsOfNow, followed, ...values]));
}
