import { v7 as uuidv7 } from 'uuid';
import { idKeptHere } from '../inbox/kept-subject.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import type { Transaction } from '../platform/postgres/database.ts';
import { keyOfCall } from '../requests/request.ts';
import type { Addition } from './add-notifications.ts';
import { bodyHashes } from './body-hash.ts';
import type { Content } from './content.ts';
import { refuseOver } from './expiry.ts';
import { groupOf } from './group.ts';
import { claimKeys, keepReceipts } from './idempotency.ts';

/** One of several that are sent in one transaction. */
export interface Order extends Addition {
  /** Makes repeating safe; null: it is not repeated. */
  readonly key: string | null;
}

/** What is asked by this call alone is a request that nobody else can know: it is made with the notification. */
export const withNewRequest = (content: Content): Content =>
  isAskedAlone(content) ? { ...content, requestId: uuidv7(), newRequestKey: keyOfCall(uuidv7()) } : content;

/** What is asked by one call to many is one request, also where the call was cut off and is repeated by its key. */
export const withRequestOf = (call: string, content: Content): Content =>
  isAskedAlone(content) ? { ...content, requestKey: keyOfCall(call) } : content;

const isAskedAlone = ({ actions, requestKey }: Content): boolean => actions !== null && requestKey === null;

/** Whether it needs a transaction: it joins a request or other events, or a foreign key may refuse it. */
export const isAlone = (content: Content): boolean => {
  const { subject, requestKey } = content;
  return (
    requestKey !== null ||
    (subject !== null && idKeptHere(subject) !== undefined) ||
    groupOf(content) !== null
  );
};

/**
 * How many of them, from the first on, may go by one `sendTogether`: whatever needs nothing but its row, or the very same
 * content to one after the other.
 */
export function countTogether(orders: readonly Order[]): number {
  const [first, ...others] = orders as readonly [Order, ...Order[]];
  const met = new Set([first.recipientId]);
  const belongs = (one: Order): boolean => {
    if (!isAlone(first.content)) return !isAlone(one.content);
    if (one.content !== first.content || isAskedAlone(first.content) || met.has(one.recipientId))
      return false;
    met.add(one.recipientId);
    return true;
  };
  const end = others.findIndex((one) => !belongs(one));
  return end === -1 ? orders.length : end + 1;
}

/**
 * Sends all of them, in their order, but for those whose key was used before with the same body.
 * @param add adds them to the inboxes
 * @throws BAD_USER_INPUT, or CONFLICT when a key was used with another body
 */
export async function sendTogether(
  sql: Transaction,
  orders: readonly Order[],
  add: (additions: readonly Addition[]) => Promise<readonly NotificationRow[]>,
): Promise<void> {
  const claims = orders.flatMap((order) => claimOf(order) ?? []);
  const areNew = claims.length > 0 ? await claimKeys(sql, claims) : [];
  const repeats = new Set(claims.filter((_, index) => !areNew[index]).map(({ order }) => order));
  const fresh = orders.filter((order) => !repeats.has(order));
  for (const { content } of fresh) refuseOver(content);
  if (fresh.length === 0) return;
  const rows = await add(fresh);
  const receipts = fresh.flatMap((order, index) => {
    const claim = claimOf(order);
    return claim ? { ...claim, id: rows[index]!.id, seq: rows[index]!.seq } : [];
  });
  if (receipts.length > 0) await keepReceipts(sql, receipts);
}

function claimOf(order: Order) {
  const { recipientId, content, key } = order;
  if (key === null) return undefined;
  return { order, service: content.service, recipientId, key, hashes: bodyHashes(recipientId, content) };
}
