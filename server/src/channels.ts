import type { EmailSetup } from './catalogue/email-setup.ts';
import type { Config } from './config.ts';
import type { OutgoingChannel } from './delivery/outgoing-channel.ts';
import { emailChannel } from './email/email.channel.ts';
import type { EmailSettings } from './email/email.sender.ts';
import { KNOWN_PUSH_HOSTS } from './push/push-hosts.ts';
import { pushChannel } from './push/push.channel.ts';
import type { PushSetup } from './push/push.feature.ts';
import { smsChannel } from './sms/sms.channel.ts';
import type { SmsSetup } from './sms/sms.feature.ts';

/** The ways to readers, as this installation has them. */
export interface Channels {
  readonly emailSetup: EmailSetup;
  readonly byEmail: OutgoingChannel;
  readonly byPush: OutgoingChannel;
  readonly bySms: OutgoingChannel;
  /** Those that readers are asked about, and told of. E-mail is among them also where it is not set up. */
  readonly setUp: readonly OutgoingChannel[];
}

export function channelsFrom(config: Config): Channels {
  const setup = emailSetup(config);
  const byEmail = emailChannel(setup, config.EMAILS_PER_HOUR);
  const byPush = pushChannel(pushSetup(config) !== undefined, config.PUSHES_PER_HOUR);
  const limits = { perHour: config.SMS_PER_HOUR, perDay: config.SMS_PER_DAY };
  const bySms = smsChannel(smsSetup(config) !== undefined, setup, limits);
  const setUp = [byEmail, ...[byPush, bySms].filter(({ isSetUp }) => isSetUp)];
  return { emailSetup: setup, byEmail, byPush, bySms, setUp };
}

const emailSetup = (config: Config): EmailSetup => ({
  isSetUp: config.SMTP_URL !== undefined,
  afterMinutes: config.EMAIL_AFTER_MINUTES,
});

/** Undefined where no server for e-mails is configured. */
export const emailSettings = (config: Config): EmailSettings | undefined =>
  config.SMTP_URL === undefined
    ? undefined
    : {
        smtpUrl: config.SMTP_URL,
        from: config.MAIL_FROM,
        publicUrl: config.PUBLIC_URL,
      };

/** Undefined where push services would not know whom to write to. */
export const pushSetup = (config: Config): PushSetup | undefined =>
  config.PUSH_CONTACT === undefined
    ? undefined
    : {
        contact: config.PUSH_CONTACT,
        keys:
          config.PUSH_PUBLIC_KEY && config.PUSH_PRIVATE_KEY
            ? { publicKey: config.PUSH_PUBLIC_KEY, privateKey: config.PUSH_PRIVATE_KEY }
            : undefined,
        hosts: config.PUSH_HOSTS.length > 0 ? config.PUSH_HOSTS : KNOWN_PUSH_HOSTS,
        allowsPrivate: config.PUSH_PRIVATE_ADDRESSES,
        publicUrl: config.PUBLIC_URL,
      };

/** Undefined where no provider of text messages is configured. */
export const smsSetup = ({ SMS_URL, SMS_FROM, SMS_COUNTRIES, PUBLIC_URL }: Config): SmsSetup | undefined =>
  SMS_URL === undefined
    ? undefined
    : { url: SMS_URL, from: SMS_FROM!, countries: SMS_COUNTRIES, publicUrl: PUBLIC_URL };
