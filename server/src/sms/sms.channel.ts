import { Channel } from '../catalogue/category.ts';
import { emailMinutes, type EmailSetup } from '../catalogue/email-setup.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';

export interface SmsLimits {
  /** The most that one user gets in an hour. */
  readonly perHour: number;
  /** The most that all users together get in a day of UTC, with the codes that confirm numbers. */
  readonly perDay: number;
}

/** To numbers that were confirmed and have not said STOP; a notification may stay unread for as long as before an e-mail. */
export const smsChannel = (isSetUp: boolean, waits: EmailSetup, limits: SmsLimits): OutgoingChannel => ({
  name: Channel.SMS,
  isSetUp,
  addressSql: (userId) =>
    `(select p.number from phone_numbers p
      where p.user_id = ${userId} and p.confirmed_at is not null and p.stopped_at is null)`,
  waits: (category) => 60 * emailMinutes(category, waits),
  ...limits,
});
