import { judgeAnswers } from './answers.ts';
import type { Bell } from './actors/bell.ts';
import type { Counts, Row } from './actors/inbox-copy.ts';
import type { Added, Truth } from './journal.ts';
import { MAX_HOLD_MS, type Ledger } from './ledger.ts';
import { judgeSending } from './sending-verdict.ts';

/** A tab, and what it holds. */
interface Tab {
  readonly userId: string;
  readonly name: string;
  readonly copy: {
    readonly rows: ReadonlyMap<string, Row>;
    /** Of what came before this seq it need not hold anything; all there is if not said. */
    readonly heldFrom?: number;
    readonly counts: Counts | undefined;
    readonly everSeen: Iterable<string>;
  };
}

const groupBy = <T>(list: readonly T[], key: (one: T) => string): Map<string, T[]> => Map.groupBy(list, key);

/** Compares what was promised and what was told with what PostgreSQL has. Complaints go into the ledger. */
export function judge(truth: Truth, followers: readonly Tab[], bells: readonly Bell[], ledger: Ledger): void {
  judgeSends(truth, ledger);
  judgeInboxes(truth, ledger);
  judgeRemovals(truth, ledger);
  const rowsOf = groupBy(truth.rows, ({ userId }) => userId);
  for (const follower of followers) judgeCopy(follower, truth, rowsOf.get(follower.userId) ?? [], ledger);
  judgeOwnership(truth, [...followers, ...bells], ledger);
  judgeResyncs(truth, ledger);
  judgeAnswers(truth, ledger);
  judgeSending(truth, ledger);
  if (ledger.longestNextSendMs() > MAX_HOLD_MS)
    ledger.wrong('stuck', 'nobody could send for more than a minute');
  if (ledger.longestOperationMs > MAX_HOLD_MS)
    ledger.wrong('stuck', `it took ${ledger.longestOperationMs} ms: ${ledger.longestOperation}`);
}

/** Every acknowledged send is there exactly once, and nothing is there twice. */
function judgeSends({ added }: Truth, ledger: Ledger): void {
  const ids = groupBy(added, ({ userId, title }) => `${title} → ${userId}`);
  for (const [what, copies] of ids)
    if (copies.length > 1) ledger.wrong('doubled', `${what}: ${copies.length} times`);
  for (const { recipientId, id, title } of ledger.sends) {
    const what = `${title} → ${recipientId}`;
    if (!ids.get(what)?.some((copy) => copy.id === id))
      ledger.wrong('lost', `${what}, acknowledged as ${id}`);
  }
  for (const { recipientIds, title } of ledger.bulks)
    for (const userId of recipientIds)
      if (!ids.has(`${title} → ${userId}`)) ledger.wrong('lost', `${title} → ${userId}, acknowledged`);
}

function judgeInboxes({ inboxes, rows }: Truth, ledger: Ledger): void {
  for (const { userId, unread, unseen, trueUnread, trueUnseen } of inboxes)
    if (unread !== trueUnread || unseen !== trueUnseen)
      ledger.wrong(
        'miscounted',
        `${userId}: ${unread} unread, ${unseen} unseen; in truth ${trueUnread}, ${trueUnseen}`,
      );
  const seqOf = new Map(inboxes.map(({ userId, seq }) => [userId, seq]));
  const places = new Set<string>();
  for (const { id, userId, seq, changeSeq } of rows) {
    const place = `${userId} ${seq}`;
    if (places.has(place)) ledger.wrong('out of order', `two notifications at ${place}`);
    places.add(place);
    if (seq > changeSeq || changeSeq > seqOf.get(userId)!)
      ledger.wrong(
        'out of order',
        `${id}: seq ${seq}, changeSeq ${changeSeq}, inbox at ${seqOf.get(userId)}`,
      );
  }
}

/**
 * What was added is there, or was removed because its reader or its sender asked for it, or because it was past its time.
 * Of those who were erased nothing is there, not even that it was removed.
 */
function judgeRemovals({ added, rows, removedIds, overIds }: Truth, ledger: Ledger): void {
  const there = new Set(rows.map(({ id }) => id));
  for (const id of ledger.missing)
    if (!removedIds.has(id) && !ledger.deletesAsked.has(id))
      ledger.wrong('lost', `${id} was not found, and nobody removed it`);
  const isAsked = ({ id, subjectId }: Added) =>
    ledger.deletesAsked.has(id) || ledger.retractsAsked.has(subjectId ?? '');
  for (const one of added.filter(({ userId }) => !ledger.erased.has(userId))) {
    const { id, title, userId } = one;
    if (there.has(id) === removedIds.has(id))
      ledger.wrong('lost', `${title} → ${userId} is neither there nor removed, or both`);
    if (removedIds.has(id) && !isAsked(one) && !overIds.has(id))
      ledger.wrong('lost', `${title} → ${userId}: nobody removed it`);
  }
}

function judgeCopy({ name, copy, userId }: Tab, truth: Truth, all: Truth['rows'], ledger: Ledger) {
  const rows = all.filter(({ seq }) => seq >= (copy.heldFrom ?? 0));
  const differs = (what: string) => ledger.wrong('lost', `${name}: ${what}`);
  for (const row of rows) {
    const { id, seq, changeSeq, isRead, isArchived, isSnoozed, isEdited, isRetracted, doneBy } = row;
    const held = copy.rows.get(id);
    if (!held) differs(`${id} is missing`);
    else if (
      held.seq !== seq ||
      held.changeSeq !== changeSeq ||
      held.isRead !== isRead ||
      (held.archivedAt !== null) !== isArchived ||
      (held.snoozedUntil !== null) !== isSnoozed ||
      (held.editedAt !== null) !== isEdited ||
      (held.retractedAt !== null) !== isRetracted ||
      (held.outcome?.by.actorId ?? null) !== doneBy
    )
      differs(`${id} is as it was at ${held.changeSeq}, not as at ${changeSeq}`);
  }
  if (copy.rows.size > rows.length) differs(`it holds ${copy.rows.size} rows where ${rows.length} are`);
  const inbox = truth.inboxes.find((one) => one.userId === userId)!;
  if (copy.counts?.unread !== inbox.trueUnread || copy.counts?.unseen !== inbox.trueUnseen)
    ledger.wrong('miscounted', `${name} shows ${copy.counts?.unread} unread, not ${inbox.trueUnread}`);
}

function judgeOwnership({ added }: Truth, clients: readonly (Tab | Bell)[], ledger: Ledger): void {
  const ownerOf = new Map(added.map(({ id, userId }) => [id, userId]));
  for (const client of clients) {
    const ids = 'heard' in client ? client.heard : client.copy.everSeen;
    for (const id of ids)
      if (ownerOf.get(id) !== client.userId)
        ledger.wrong('foreign', `${client.userId} was told of ${id}, of ${ownerOf.get(id)}`);
  }
}

/** A reader may be told to read anew only where more than 200 rows changed at one seq that they had not reached. */
function judgeResyncs({ big }: Truth, ledger: Ledger): void {
  for (const { userId, fromSeq, toSeq } of ledger.resyncs)
    if (!big.some((one) => one.userId === userId && one.seq > fromSeq && one.seq <= toSeq))
      ledger.wrong('needless resync', `${userId} from ${fromSeq} to ${toSeq}`);
}
