import type { Truth } from '../journal.ts';
import type { Ledger } from '../ledger.ts';
import type { Arrival, OtherSide } from './arrival.ts';
import { addressOf, numberOf, type DeliveryTruth } from './delivery-journal.ts';
import type { OtherSides } from './other-sides.ts';

/** Titles that the senders give: each is sent once to one recipient. */
const TITLE = /service-\d+ \d+/g;
/** What an e-mail says that does not show all; its readers chose no other language. */
const SHOWS_NOT_ALL = /(One|\d+) more (is|are) in your inbox/;
/** What the people here do; nobody switches anything off or changes an address. */
const TRUE_REASONS = new Set(['READ', 'ARCHIVED', 'SNOOZED', 'DELETED', 'SETTLED', 'EXPIRED', 'RETRACTED']);
/** How many titles a push of several shows. */
const MAX_PUSHED = 5;
const MAX_TRIES = 10;

const whereTo = { EMAIL: addressOf, SMS: numberOf, PUSH: (userId: string) => userId };

/** Everything that was to be sent has ended, for a true reason, at its own reader, and under one id. */
export function judgeChannels(truth: Truth, sides: OtherSides, ledger: Ledger): void {
  for (const delivery of truth.channels) judgeEnd(delivery, sides[delivery.channel], ledger);
  for (const channel of ['EMAIL', 'SMS', 'PUSH'] as const)
    judgeArrivals(truth, sides[channel], whereTo[channel], ledger);
}

function judgeEnd(delivery: DeliveryTruth, side: OtherSide, ledger: Ledger): void {
  const { id, userId, channel, state, reason, messageId, attempts, title, job } = delivery;
  const what = `${title || id} → ${userId} by ${channel}`;
  const isGone = side.goneUserIds?.has(userId) ?? false;
  if (state === 'SENT') {
    const copies = side.arrivals.filter((arrival) => arrival.id === messageId);
    if (copies.length === 0) return ledger.wrong('lost', `${what} is SENT, and never came`);
    const isShown = copies.some(({ text }) => text.match(TITLE)?.some((shown) => shown === title));
    if (title.match(TITLE) && !isShown && showsAll(channel, copies))
      ledger.wrong('lost', `${what} is SENT, and is not in its message`);
  } else if (state === 'SKIPPED') {
    const isTrue = reason === 'NO_ADDRESS' ? isGone : TRUE_REASONS.has(reason!);
    if (!isTrue) ledger.wrong('misworded', `${what} was skipped: ${reason}`);
  } else if (state === 'FAILED') {
    const isTrue = reason === 'REFUSED' ? side.refusedIds.has(messageId!) || isGone : attempts! >= MAX_TRIES;
    if (!isTrue) ledger.wrong('misworded', `${what} has failed: ${reason} after ${attempts} tries`);
  } else
    ledger.wrong('stuck', `${what} is ${state} for ever: ${reason}, ${attempts} tries, ${job ?? 'no job'}`);
}

/**
 * Whether the message had room for all of its titles, by what came of it: how many it had when it was sent nobody knows
 * afterwards, since some may be removed by now. Text messages are cut. A push has its titles in lines.
 */
function showsAll(channel: DeliveryTruth['channel'], copies: readonly Arrival[]): boolean {
  if (channel === 'PUSH') return copies.every(({ text }) => text.split('\n').length <= MAX_PUSHED);
  return channel === 'EMAIL' && !copies.some(({ text }) => SHOWS_NOT_ALL.test(text));
}

function judgeArrivals(
  { added }: Truth,
  { arrivals }: OtherSide,
  to: (userId: string) => string,
  ledger: Ledger,
): void {
  const owners = new Set(added.map(({ title, userId }) => `${title} → ${to(userId)}`));
  const idsOf = new Map<string, Set<string>>();
  for (const arrival of arrivals)
    for (const title of arrival.text.match(TITLE) ?? []) {
      const what = `${title} → ${arrival.to}`;
      idsOf.set(what, (idsOf.get(what) ?? new Set()).add(arrival.id));
    }
  for (const [what, ids] of idsOf) {
    if (!owners.has(what)) ledger.wrong('foreign', `${what} is nothing of theirs`);
    if (ids.size > 1) ledger.wrong('doubled', `${what} came under ${ids.size} ids`);
  }
}
