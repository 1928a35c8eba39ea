// The classes of the schema need it, all of which are below.
import 'reflect-metadata';
import { applicationCategory, applicationTypes } from './applications/application.notification-types.ts';
import { createApplications } from './applications/applications.feature.ts';
import { createAudit } from './audit/audit.feature.ts';
import { createBroadcasts } from './broadcasts/broadcasts.feature.ts';
import { createCatalogue } from './catalogue/catalogue.feature.ts';
import { Channel } from './catalogue/category.ts';
import { channelsFrom, emailSettings, pushSetup, smsSetup } from './channels.ts';
import type { Config } from './config.ts';
import { providerFrom } from './sign-in-provider.ts';
import { createDelivery } from './delivery/delivery.feature.ts';
import { releaseHeld } from './delivery/release-held.ts';
import { repace } from './delivery/repace.ts';
import { createEmail } from './email/email.feature.ts';
import { AllowedImages } from './inbox/allowed-images.ts';
import { InboxChangeLog } from './inbox/inbox.change-log.ts';
import { createInbox } from './inbox/inbox.feature.ts';
import { createKeys } from './keys/keys.feature.ts';
import { createIntake } from './intake/intake.feature.ts';
import { createLive } from './live/live.feature.ts';
import { NodeResolver } from './node.resolver.ts';
import type { Platform } from './platform/platform.ts';
import type { Feature } from './platform/feature.ts';
import { createPreferences } from './preferences/preferences.feature.ts';
import { createPush } from './push/push.feature.ts';
import { createRights } from './rights/rights.feature.ts';
import { createRequests } from './requests/requests.feature.ts';
import { createSchedules } from './schedules/schedules.feature.ts';
import { createSearch } from './search/search.feature.ts';
import { renewWords, renewWordsOf } from './search/stale-words.ts';
import { createSending, type SendingNeeds } from './sending/sending.feature.ts';
import { createSessions, type Authenticate } from './sessions/sessions.feature.ts';
import { authorization } from './users/authorization.ts';
import { createSms } from './sms/sms.feature.ts';
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
  const channels = channelsFrom(config);
  const { emailSetup, setUp } = channels;
  const changes = new InboxChangeLog(platform.database);

  const users = createUsers(platform);
  const audit = createAudit(platform);
  const keys = createKeys(platform);
  const sessions = createSessions(platform, {
    issuer: config.JWT_ISSUER,
    audience: config.JWT_AUDIENCE,
    issuers: { text: config.TOKEN_ISSUERS, file: config.TOKEN_ISSUERS_FILE },
    isDemo: config.DEMO,
    keys,
    hasPasswords: config.PASSWORDS,
    provider: providerFrom(config),
  });
  const webhooks = createWebhooks(platform, { allowsPrivate: config.WEBHOOK_PRIVATE_ADDRESSES });
  const live = createLive(platform, changes);
  const { announce, announceMany } = live;
  const declared = createCatalogue(platform, {
    categories: [applicationCategory],
    types: applicationTypes,
    file: config.CATALOGUE_FILE,
  });
  const { catalogue, wordings } = declared;
  const images = new AllowedImages(config.IMAGE_HOSTS);
  const telling = { changes, announce, onReworded: renewWords };
  const inbox = createInbox(platform, { ...telling, images, retentionDays: config.RETENTION_DAYS });
  const preferences = createPreferences(platform, {
    catalogue,
    wordings,
    emailSetup,
    channels: [Channel.IN_APP, ...setUp.map(({ name }) => name)],
    onRelaxed: releaseHeld,
    onRepaced: repace,
    onReworded: renewWordsOf,
  });
  const search = createSearch(platform, { wordings });
  const delivery = createDelivery(platform, { catalogue, channels: setUp });
  const needs = { catalogue, wordings, preferences, now };
  const outgoing = createOutgoing(config, platform, channels, needs);
  const requests = createRequests(platform, { users: users.service, inboxes: inbox.inboxes, announce });
  const { settling } = requests;
  const many = { announce, announceMany, channels: setUp, catalogue, wordings, settling };
  const { sender, ...sends } = createSends(platform, many, config.SCHEDULED_PER_SERVICE);
  const deciding = { users: users.service, announce, sender, requests, preferences };
  const applications = createApplications(platform, deciding);
  // As they stand in a line: none knows what is to its left.
  const features = [
    ...[applications, ...sends.features, requests, ...outgoing, delivery],
    ...[search, preferences, declared, live, inbox, webhooks, sessions, keys, audit, users],
  ];
  const { authenticate } = sessions;
  const forgetUser = (userId: string) => users.service.forget(userId);
  return {
    all: [createRights(platform, { features, authenticate, forgetUser }), ...features],
    authenticate,
    authorize: keys.counting(authorization(users.service)),
  };
}

/** How notifications come into inboxes: to audiences, in SQL, later, and at once. */
function createSends(platform: Platform, needs: SendingNeeds, mostScheduled: number) {
  const sending = createSending(platform, needs);
  const { sender } = sending;
  const others = [createBroadcasts, createIntake, createSchedules].map((create) =>
    create(platform, { sender, mostScheduled }),
  );
  return { sender, features: [...others, sending] };
}

/** One for each channel besides the inbox. */
function createOutgoing(
  config: Config,
  platform: Platform,
  { byEmail, byPush, bySms }: ReturnType<typeof channelsFrom>,
  needs: Omit<Parameters<typeof createEmail>[1], 'channel'>,
): Feature[] {
  return [
    createEmail(platform, { channel: byEmail, ...needs }, emailSettings(config)),
    createPush(platform, { channel: byPush, ...needs }, pushSetup(config)),
    createSms(platform, { channel: bySms, ...needs }, smsSetup(config)),
  ];
}
