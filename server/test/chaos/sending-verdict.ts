import { SQL_HOST } from './actors/sql-host.ts';
import type { Added, Truth } from './journal.ts';
import type { Broadcasted, Ledger, Planned } from './ledger.ts';

/** Everything that services have sent by other ways than one call: it reached whom it was for, and nobody else. */
export function judgeSending(truth: Truth, ledger: Ledger): void {
  const addedAs = Map.groupBy(truth.added, ({ title }) => title);
  const gotten = (title: string): readonly Added[] => addedAs.get(title) ?? [];
  const stateOf = new Map(truth.sending.broadcasts.map((broadcast) => [broadcast.id, broadcast]));
  for (const one of ledger.broadcasts) judgeBroadcast(one, stateOf.get(one.id), gotten(one.title), ledger);
  const planned = new Map(truth.sending.planned.map((one) => [one.id, one.failure ?? one.state]));
  for (const one of ledger.planned) judgePlanned(one, planned.get(one.id), gotten(one.title), ledger);
  judgeExams(truth, ledger);
  judgeHosts(truth, gotten, ledger);
  for (const id of ledger.revokedKeyIds)
    if (!truth.sending.revokedKeyIds.includes(id)) ledger.wrong('lost', `the end of the key ${id}`);
}

function judgeBroadcast(
  { id, title, members, others, told }: Broadcasted,
  broadcast: Truth['sending']['broadcasts'][number] | undefined,
  got: readonly Added[],
  ledger: Ledger,
): void {
  const what = `${title} (${id})`;
  if (!broadcast) return ledger.wrong('lost', `${what}, acknowledged`);
  const { state, done, reason } = broadcast;
  if (state === 'RUNNING' || state === 'FAILED') ledger.wrong('stuck', `${what} is ${state}: ${reason}`);
  else if (state !== told) ledger.wrong('disagreed', `${what} is ${state}, and its sender was told ${told}`);
  // Whoever is erased when their turn comes gets nothing, and is not asked for any more.
  const gone = others === 'anybody' ? ledger.erased.size : 0;
  if (got.length > done || got.length < done - gone)
    ledger.wrong('lost', `${what} says ${done}, and ${got.length} got it`);
  const ids = new Set(got.map(({ userId }) => userId));
  if (state === 'DONE')
    for (const userId of members) if (!ids.has(userId)) ledger.wrong('lost', `${what} → ${userId}`);
  if (others === 'anybody') return;
  for (const userId of ids)
    if (!members.includes(userId) && !others.includes(userId))
      ledger.wrong('foreign', `${what} → ${userId}, who is none of its audience`);
}

function judgePlanned(
  { title, recipientId, at, told }: Planned,
  state: string | undefined,
  got: readonly Added[],
  ledger: Ledger,
): void {
  const what = `${title} → ${recipientId}, planned for ${new Date(at).toISOString()}, `;
  if (told === 'cancelled' && got.length > 0) ledger.wrong('disagreed', `${what} was cancelled, and came`);
  if (told !== 'cancelled' && got.length === 0) ledger.wrong('lost', `${what} is ${state}`);
  for (const one of got)
    if (one.at.getTime() < at) ledger.wrong('out of order', `${what} came at ${one.at.toISOString()}`);
}

/** What was taken back says so, wherever it is still there, and what was said anew says that. */
function judgeExams({ sending }: Truth, ledger: Ledger): void {
  for (const { subjectId, userId, message, isEdited, isRetracted } of sending.exams) {
    const what = `${subjectId} → ${userId}`;
    if (ledger.retracted.has(subjectId) && !isRetracted)
      ledger.wrong('kept', `${what} is as if nobody had taken it back`);
    const words = ledger.corrected.get(subjectId);
    if (words !== undefined && (message !== words || !isEdited))
      ledger.wrong('misworded', `${what} says “${message}”, not “${words}”`);
  }
}

/** What hosts committed has come, once; what they rolled back is nowhere. That it is nowhere twice is looked at for all. */
function judgeHosts(
  { sending, added }: Truth,
  gotten: (title: string) => readonly Added[],
  ledger: Ledger,
): void {
  const said = new Set(sending.said.map(({ title }) => title));
  for (const { title, userId } of sending.said)
    if (!gotten(title).some((one) => one.userId === userId))
      ledger.wrong('lost', `${title} → ${userId}, committed`);
  const sent = new Set(ledger.sends.map(({ title }) => title));
  for (const { title, userId } of added)
    if (title.startsWith(SQL_HOST) && !said.has(title) && !sent.has(title))
      ledger.wrong('foreign', `${title} → ${userId} was rolled back, and came`);
  for (const title of ledger.committed)
    if (!said.has(title)) ledger.wrong('lost', `${title}: PostgreSQL has forgotten that it was committed`);
  for (const { recipientId, reason } of sending.failed)
    ledger.wrong('refused', `what a host has sent to ${recipientId}: ${reason}`);
}
