import { Channel } from '../catalogue/category.ts';
import { emailMinutes, type EmailSetup } from '../catalogue/email-setup.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { isAddressSql } from '../platform/text/address.ts';

/** @param perHour the most that one user gets in an hour */
export const emailChannel = (setup: EmailSetup, perHour: number): OutgoingChannel => ({
  name: Channel.EMAIL,
  isSetUp: setup.isSetUp,
  addressSql: (userId) =>
    `(select u.email from users u where u.id = ${userId} and ${isAddressSql('u.email')})`,
  waits: (category) => 60 * emailMinutes(category, setup),
  perHour,
});
