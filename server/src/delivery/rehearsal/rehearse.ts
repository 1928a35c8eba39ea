import type { Catalogue } from '../../catalogue/catalogue.ts';
import { Channel } from '../../catalogue/category.ts';
import { Ring } from '../../inbox/ring.ts';
import type { Wishes } from '../../preferences/wishes.ts';
import type { OutgoingChannel } from '../outgoing-channel.ts';
import { DeliveryReason, type StoredStatus } from '../rules.ts';
import { rings, sentAt, type Arrival } from './replay.ts';

/** A minute is what clocks show: less is no other time. */
const SAME_MS = 60_000;

/** What was decided of an outgoing channel, as it is stored. */
export interface Stored {
  readonly skipped: DeliveryReason | null;
  readonly state: StoredStatus | null;
  readonly reason: DeliveryReason | null;
}

export interface Past extends Arrival {
  readonly id: string;
  readonly category: string;
  readonly isAnswered: boolean;
  readonly ring: Ring | null;
  /** In the order of the channels. */
  readonly sent: readonly Stored[];
}

/** What a change makes of one notification on one channel; undefined: nothing. */
export type Difference = 'more' | 'fewer' | 'moved' | 'unknown' | undefined;

export interface Differences {
  readonly past: Past;
  readonly channel: Channel;
  readonly difference: Difference;
}

export interface Setting {
  readonly catalogue: Catalogue;
  readonly channels: readonly OutgoingChannel[];
}

/** What all of it would have been with other wishes, held against what was. Pure. */
export function rehearse(
  pasts: readonly Past[],
  { before, after }: { before: Wishes; after: Wishes },
  setting: Setting,
): Differences[] {
  return pasts.flatMap((past) => {
    const was = replayed(past, before, setting);
    const becomes = replayed(past, after, setting);
    return was.map(({ channel, told, at }, place): Differences => {
      const difference = differenceOf(told, at, becomes[place]!.at);
      return { past, channel, difference };
    });
  });
}

/** On one channel: what was (undefined: not known, or not over yet), and when it comes by the wishes, if it does. */
export interface Replayed {
  readonly channel: Channel;
  readonly told: boolean | undefined;
  readonly at: number | undefined;
}

/** By the decisions that deliver. Pure. */
export function replayed(past: Past, wishes: Wishes, { catalogue, channels }: Setting): Replayed[] {
  const category = catalogue.category(past.category);
  const rang = rings(past, category, wishes) ? past.createdAt : undefined;
  const told = past.ring === null ? undefined : past.ring === Ring.RANG;
  return [
    { channel: Channel.IN_APP, told, at: rang },
    ...channels.map((channel, place) => {
      const stored = past.sent[place]!;
      const reason = stored.reason ?? stored.skipped;
      const hasAddress = reason !== DeliveryReason.NO_ADDRESS && reason !== DeliveryReason.NOT_SET_UP;
      const circumstances = {
        hasAddress,
        isShown: reason === DeliveryReason.SHOWN,
        isSnoozed: reason === DeliveryReason.SNOOZED,
        isDeleted: reason === DeliveryReason.DELETED,
      };
      const at = sentAt(past, circumstances, { category, channel, wishes });
      return { channel: channel.name, told: wasSent(stored), at };
    }),
  ];
}

function wasSent({ skipped, state }: Stored): boolean | undefined {
  if (state === null) return skipped === null ? undefined : false;
  if (state === 'SENT') return true;
  return state === 'SKIPPED' ? false : undefined;
}

/** Only what the wishes of that time explain can be said of other wishes. */
function differenceOf(told: boolean | undefined, was?: number, becomes?: number): Difference {
  if (was === becomes || (was && becomes && Math.abs(becomes - was) < SAME_MS)) return undefined;
  if (told !== (was !== undefined)) return 'unknown';
  if (was === undefined) return 'more';
  return becomes === undefined ? 'fewer' : 'moved';
}
