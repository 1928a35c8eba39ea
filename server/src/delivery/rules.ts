import { Channel, type Category } from '../catalogue/category.ts';
import { isAddress } from '../platform/text/address.ts';
import { choiceSql } from '../preferences/channel-choices.ts';
import { choiceAgainst, mutedJoin, type Choices } from '../preferences/wants.ts';

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
  SETTLED = 'SETTLED',
  EXPIRED = 'EXPIRED',
  QUIET_HOURS = 'QUIET_HOURS',
  DO_NOT_DISTURB = 'DO_NOT_DISTURB',
  CAP = 'CAP',
  RETRYING = 'RETRYING',
  REFUSED = 'REFUSED',
  GAVE_UP = 'GAVE_UP',
  UNSUBSCRIBED = 'UNSUBSCRIBED',
}

/** What has to be known of a notification to decide whether it is still worth an e-mail. */
export interface Candidate extends Choices {
  readonly id: string;
  readonly category: string;
  readonly isRead: boolean;
  readonly isArchived: boolean;
  readonly isSettled: boolean;
  readonly isExpired: boolean;
  readonly address: string | null;
}

/** Of the joins in `candidateJoins`. */
export const candidateColumns = `d.notification_id as id, n.category, n.read_at is not null as "isRead",
  n.archived_at is not null as "isArchived", n.settled_at is not null as "isSettled",
  coalesce(n.expires_at <= now(), false) as "isExpired", muted.user_id is not null as "isMuted",
  ${choiceSql('d.user_id', 'n.category', Channel.EMAIL)} as "isOn", u.email as address`;

export const candidateJoins = `deliveries d join notifications n on n.id = d.notification_id
  join users u on u.id = d.user_id
  ${mutedJoin}`;

/** Why no e-mail is sent, if there is a reason; critical ones pass what the reader has chosen. Pure. */
export function skipReason(candidate: Candidate, category: Category): DeliveryReason | undefined {
  const { isRead, isArchived, isSettled, isExpired, address } = candidate;
  if (isExpired) return DeliveryReason.EXPIRED;
  if (isSettled) return DeliveryReason.SETTLED;
  if (isRead) return DeliveryReason.READ;
  if (isArchived) return DeliveryReason.ARCHIVED;
  if (address === null || !isAddress(address)) return DeliveryReason.NO_ADDRESS;
  const choice = choiceAgainst(category, Channel.EMAIL, candidate);
  return choice && DeliveryReason[choice];
}
