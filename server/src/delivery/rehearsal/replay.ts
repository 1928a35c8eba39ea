import { Channel, type Category } from '../../catalogue/category.ts';
import type { SubjectRef } from '../../inbox/subject.ts';
import { nextDigest } from '../../preferences/clock/digest-moment.ts';
import { heldUntil } from '../../preferences/clock/quiet-hours.ts';
import { isPaced, type Pace } from '../../preferences/pace.ts';
import { against, choiceAgainst, type Choices } from '../../preferences/wants.ts';
import type { Wishes } from '../../preferences/wishes.ts';
import type { OutgoingChannel } from '../outgoing-channel.ts';
import { skipReason } from '../rules.ts';

/** When quiet hours or do-not-disturb are changed, what they hold is looked at again; so often at most. */
const MAX_LOOKS = 100;

/** A notification as it came. Moments are milliseconds; null: that never happened. */
export interface Arrival {
  readonly subject: SubjectRef | null;
  readonly createdAt: number;
  readonly readAt: number | null;
  readonly archivedAt: number | null;
  readonly settledAt: number | null;
  readonly expiresAt: number | null;
  readonly retractedAt: number | null;
}

/** What became of its delivery that no wish decides. */
export interface Circumstances {
  readonly hasAddress: boolean;
  readonly isShown: boolean;
  readonly isSnoozed: boolean;
  readonly isDeleted: boolean;
}

/** Whether it rings. Pure. */
export function rings(arrival: Arrival, category: Category, wishes: Wishes): boolean {
  const { createdAt } = arrival;
  const choices = choicesAt(createdAt, arrival, { category, channel: Channel.IN_APP, wishes });
  const terms = wishes.termsAt(createdAt);
  return against(new Date(createdAt), category, Channel.IN_APP, choices, terms) === undefined;
}

/**
 * When it is sent by a channel, as `decide.task.ts` has it for a notification that comes alone; undefined: not at all.
 * That others take it along earlier, and what may be sent in an hour, is not replayed. Pure.
 */
export function sentAt(
  arrival: Arrival,
  { hasAddress, ...found }: Circumstances,
  { category, channel, wishes }: Sending,
): number | undefined {
  const { createdAt } = arrival;
  const of = { category, channel: channel.name, wishes };
  if (choiceAgainst(category, channel.name, choicesAt(createdAt, arrival, of))) return undefined;
  const at = whenLet(dueAt(createdAt, { category, channel, wishes }), category, wishes);
  const has = (moment: number | null) => moment !== null && moment <= at;
  const candidate = {
    ...choicesAt(at, arrival, of),
    id: '',
    category: category.name,
    isRead: has(arrival.readAt),
    isArchived: has(arrival.archivedAt),
    isSettled: has(arrival.settledAt),
    isExpired: has(arrival.expiresAt),
    isRetracted: has(arrival.retractedAt),
    ...found,
    address: hasAddress ? '' : null,
  };
  return skipReason(candidate, category, channel.name) ? undefined : at;
}

interface Of {
  readonly category: Category;
  readonly channel: Channel;
  readonly wishes: Wishes;
}

const choicesAt = (at: number, { subject }: Arrival, { category, channel, wishes }: Of): Choices => ({
  isMuted: subject !== null && wishes.isMutedAt(at, subject),
  isOn: wishes.choiceAt(at, category.name, channel),
});

interface Sending {
  readonly category: Category;
  readonly channel: OutgoingChannel;
  readonly wishes: Wishes;
}

/** When it is looked at: its pace, and when digests come, may be changed until then, and it moves with them. */
function dueAt(createdAt: number, { category, channel, wishes }: Sending): number {
  const due = createdAt + channel.waits(category) * 1_000;
  if (!isPaced(channel.name) || category.isCritical) return due;
  const paceAt = (at: number) => wishes.paceAt(at, category.name, channel.name);
  const digestAt = (at: number, pace: Pace) => nextDigest(new Date(at), pace, wishes.termsAt(at)).getTime();
  let [looked, pace] = [createdAt, paceAt(createdAt)];
  let next = pace ? digestAt(looked, pace) : due;
  for (let look = 0; look < MAX_LOOKS; look++) {
    const changes = [
      wishes.paceChangedAfter(looked, category.name, channel.name),
      wishes.termsChangedAfter(looked),
    ];
    looked = Math.min(...changes.map((at) => at ?? Infinity));
    if (looked >= next) break;
    const before = pace;
    pace = paceAt(looked);
    if (pace) next = digestAt(looked, pace);
    else if (before) next = looked;
  }
  return next;
}

/** The first moment from then on at which nothing holds it. */
function whenLet(due: number, category: Category, wishes: Wishes): number {
  if (category.isCritical) return due;
  let at = due;
  for (let look = 0; look < MAX_LOOKS; look++) {
    const hold = heldUntil(new Date(at), wishes.termsAt(at));
    if (!hold) break;
    at = Math.min(hold.until.getTime(), wishes.termsChangedAfter(at) ?? Infinity);
  }
  return at;
}
