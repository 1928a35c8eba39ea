import { Channel, type Category } from '../catalogue/category.ts';
import { choiceSql } from '../preferences/channel-choices.ts';
import { choiceAgainst, mutedJoin, type Choices } from '../preferences/wants.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';

/** How far a delivery is, as it is stored: its reader is told a `DeliveryStatus`, which has no word for `SENDING`. */
export type StoredStatus = 'WAITING' | 'HELD' | 'SENDING' | 'SENT' | 'SKIPPED' | 'FAILED';

/** Why a delivery is as it is; the words of `deliveries.reason` and of the schema. */
export enum DeliveryReason {
  PREFERENCE_OFF = 'PREFERENCE_OFF',
  MUTED = 'MUTED',
  NO_ADDRESS = 'NO_ADDRESS',
  NOT_SET_UP = 'NOT_SET_UP',
  READ = 'READ',
  ARCHIVED = 'ARCHIVED',
  SNOOZED = 'SNOOZED',
  DELETED = 'DELETED',
  SHOWN = 'SHOWN',
  SETTLED = 'SETTLED',
  EXPIRED = 'EXPIRED',
  RETRACTED = 'RETRACTED',
  QUIET_HOURS = 'QUIET_HOURS',
  DO_NOT_DISTURB = 'DO_NOT_DISTURB',
  CAP = 'CAP',
  RETRYING = 'RETRYING',
  REFUSED = 'REFUSED',
  GAVE_UP = 'GAVE_UP',
  UNSUBSCRIBED = 'UNSUBSCRIBED',
}

/** What has to be known of a notification to decide whether it is still worth a message. */
export interface Candidate extends Choices {
  readonly id: string;
  readonly category: string;
  readonly isRead: boolean;
  readonly isArchived: boolean;
  readonly isSnoozed: boolean;
  readonly isDeleted: boolean;
  readonly isSettled: boolean;
  readonly isExpired: boolean;
  /** Its sender took it back. */
  readonly isRetracted: boolean;
  /** A page in view has shown it. */
  readonly isShown: boolean;
  /** Where its reader is reached; null: nowhere. */
  readonly address: string | null;
}

/** A query for a channel's candidates. @param condition on `deliveries d` @param besides other columns */
export const candidatesSql = (
  { name, addressSql }: OutgoingChannel,
  condition: string,
  besides?: string,
): string => `
  select d.notification_id as id, n.category, n.read_at is not null as "isRead",
    n.archived_at is not null as "isArchived", n.snoozed_until is not null as "isSnoozed",
    n.deleted_at is not null as "isDeleted", n.settled_at is not null as "isSettled",
    coalesce(n.expires_at <= now(), false) as "isExpired", n.retracted_at is not null as "isRetracted", n.seq <= i.shown_seq as "isShown", muted.user_id is not null as "isMuted",
    ${choiceSql('d.user_id', 'n.category', name)} as "isOn",
    ${addressSql('d.user_id')} as address ${besides ? `, ${besides}` : ''}
  from deliveries d join all_notifications n on n.id = d.notification_id join inbox i on i.user_id = d.user_id
    ${mutedJoin}
  where d.channel = '${name}' and ${condition}`;

/** Why nothing is sent, if there is a reason; critical ones pass what the reader has chosen. Pure. */
export function skipReason(
  candidate: Candidate,
  category: Category,
  channel: Channel,
): DeliveryReason | undefined {
  const { isRead, isArchived, isSnoozed, isDeleted, isSettled, isShown, address } = candidate;
  if (isDeleted) return DeliveryReason.DELETED;
  if (candidate.isExpired) return DeliveryReason.EXPIRED;
  if (candidate.isRetracted) return DeliveryReason.RETRACTED;
  if (isSettled) return DeliveryReason.SETTLED;
  if (isRead) return DeliveryReason.READ;
  if (isArchived) return DeliveryReason.ARCHIVED;
  if (isSnoozed) return DeliveryReason.SNOOZED;
  if (isShown && channel === Channel.PUSH) return DeliveryReason.SHOWN;
  if (address === null) return DeliveryReason.NO_ADDRESS;
  const choice = choiceAgainst(category, channel, candidate);
  return choice && DeliveryReason[choice];
}
