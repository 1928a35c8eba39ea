// The classes of the schema need it, all of which are below.
import 'reflect-metadata';
import { applicationCategory, applicationTypes } from './applications/application.notification-types.ts';
import { createApplications } from './applications/applications.feature.ts';
import { createCatalogue } from './catalogue/catalogue.feature.ts';
import { Channel } from './catalogue/category.ts';
import type { EmailSetup } from './catalogue/email-setup.ts';
import type { Config } from './config.ts';
import { createDelivery } from './delivery/delivery.feature.ts';
import { releaseHeld } from './delivery/release-held.ts';
import { repace } from './delivery/repace.ts';
import { createEmail } from './email/email.feature.ts';
import { emailChannel } from './email/email.channel.ts';
import type { EmailSettings } from './email/email.sender.ts';
import { AllowedImages } from './inbox/allowed-images.ts';
import { InboxChangeLog } from './inbox/inbox.change-log.ts';
import { createInbox } from './inbox/inbox.feature.ts';
import { createLive } from './live/live.feature.ts';
import { NodeResolver } from './node.resolver.ts';
import type { Platform } from './platform/platform.ts';
import type { Feature } from './platform/feature.ts';
import { createPreferences } from './preferences/preferences.feature.ts';
import { KNOWN_PUSH_HOSTS } from './push/push-hosts.ts';
import { pushChannel } from './push/push.channel.ts';
import { createPush, type PushSetup } from './push/push.feature.ts';
import { createRequests } from './requests/requests.feature.ts';
import { createSending } from './sending/sending.feature.ts';
import { createSessions, type Authenticate } from './sessions/sessions.feature.ts';
import { authorization } from './users/authorization.ts';
import { smsChannel } from './sms/sms.channel.ts';
import { createSms, type SmsSetup } from './sms/sms.feature.ts';
import { createUsers } from './users/users.feature.ts';
import { createWebhooks } from './webhooks/webhooks.feature.ts';

export interface Features {
  readonly all: readonly Feature[];
  readonly authenticate: Authenticate;
  readonly authorize: ReturnType<typeof authorization>;
}

/** Of every feature, and the one that knows them all. */
export const resolversOf = (features: readonly Feature[]): object[] => [
  ...features.flatMap(({ resolvers = [] }) => resolvers),
  // From the inbox leftwards: most of what is asked for stands there.
  new NodeResolver(features.toReversed().flatMap(({ findNode = [] }) => findNode)),
];

/** Builds every feature and connects it with those it stands on. Nothing runs yet. */
export function createFeatures(config: Config, platform: Platform, now: () => Date): Features {
  const emailSetup = emailSetupOf(config);
  const byEmail = emailChannel(emailSetup, config.EMAILS_PER_HOUR);
  const smsSetup = smsSetupOf(config);
  const bySms = smsChannel(smsSetup !== undefined, emailSetup, {
    perHour: config.SMS_PER_HOUR,
    perDay: config.SMS_PER_DAY,
  });
  const pushSetup = pushSetupOf(config);
  const byPush = pushChannel(pushSetup !== undefined, config.PUSHES_PER_HOUR);
  // E-mail is spoken of wherever it is not set up too.
  const channels = [byEmail, ...[byPush, bySms].filter(({ isSetUp }) => isSetUp)];
  const changes = new InboxChangeLog(platform.database);

  const users = createUsers(platform);
  const sessions = createSessions(platform, {
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
    isDemo: config.DEMO,
  });
  const webhooks = createWebhooks(platform, { allowsPrivate: config.WEBHOOK_PRIVATE_ADDRESSES });
  const live = createLive(platform, changes);
  const { announce } = live;
  const declared = createCatalogue(platform, {
    categories: [applicationCategory],
    types: applicationTypes,
    file: config.CATALOGUE_FILE,
  });
  const { catalogue, wordings } = declared;
  const images = new AllowedImages(config.IMAGE_HOSTS);
  const inbox = createInbox(platform, { changes, announce, images, retentionDays: config.RETENTION_DAYS });
  const preferences = createPreferences(platform, {
    catalogue,
    wordings,
    emailSetup,
    channels: [Channel.IN_APP, ...channels.map(({ name }) => name)],
    onRelaxed: releaseHeld,
    onRepaced: repace,
  });
  const delivery = createDelivery(platform, { catalogue });
  const email = createEmail(
    platform,
    { channel: byEmail, catalogue, wordings, preferences, now },
    emailSettingsOf(config),
  );
  const push = createPush(platform, { channel: byPush, catalogue, wordings, preferences, now }, pushSetup);
  const sms = createSms(platform, { channel: bySms, catalogue, wordings, preferences, now }, smsSetup);
  const requests = createRequests(platform, { users: users.service, inboxes: inbox.inboxes, announce });
  const { settling } = requests;
  const sending = createSending(platform, { catalogue, channels, announce, settling });
  const applications = createApplications(platform, {
    users: users.service,
    sender: sending.sender,
    requests,
    preferences,
  });
  return {
    // As they stand in a line: none knows what is to its left.
    all: [
      ...[applications, sending, requests, email, push, sms, delivery, preferences],
      ...[declared, live, inbox, webhooks, sessions, users],
    ],
    authenticate: sessions.authenticate,
    authorize: authorization(users.service),
  };
}

const emailSetupOf = (config: Config): EmailSetup => ({
  isSetUp: config.SMTP_URL !== undefined,
  afterMinutes: config.EMAIL_AFTER_MINUTES,
});

/** Undefined where no server for e-mails is configured. */
const emailSettingsOf = (config: Config): EmailSettings | undefined =>
  config.SMTP_URL === undefined
    ? undefined
    : {
        smtpUrl: config.SMTP_URL,
        from: config.MAIL_FROM,
        publicUrl: config.PUBLIC_URL,
      };

/** Undefined where push services would not know whom to write to. */
const pushSetupOf = (config: Config): PushSetup | undefined =>
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
const smsSetupOf = ({ SMS_URL, SMS_FROM, SMS_COUNTRIES, PUBLIC_URL }: Config): SmsSetup | undefined =>
  SMS_URL === undefined
    ? undefined
    : { url: SMS_URL, from: SMS_FROM!, countries: SMS_COUNTRIES, publicUrl: PUBLIC_URL };
