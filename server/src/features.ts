// The classes of the schema need it, all of which are below.
import 'reflect-metadata';
import { applicationCategory, applicationTypes } from './applications/application.notification-types.ts';
import { createApplications } from './applications/applications.feature.ts';
import { createCatalogue } from './catalogue/catalogue.feature.ts';
import { Channel } from './catalogue/category.ts';
import { channelsFrom, emailSettings, pushSetup, smsSetup } from './channels.ts';
import type { Config } from './config.ts';
import { createDelivery } from './delivery/delivery.feature.ts';
import { releaseHeld } from './delivery/release-held.ts';
import { repace } from './delivery/repace.ts';
import { createEmail } from './email/email.feature.ts';
import { AllowedImages } from './inbox/allowed-images.ts';
import { InboxChangeLog } from './inbox/inbox.change-log.ts';
import { createInbox } from './inbox/inbox.feature.ts';
import { createLive } from './live/live.feature.ts';
import { NodeResolver } from './node.resolver.ts';
import type { Platform } from './platform/platform.ts';
import type { Feature } from './platform/feature.ts';
import { createPreferences } from './preferences/preferences.feature.ts';
import { createPush } from './push/push.feature.ts';
import { createRights } from './rights/rights.feature.ts';
import { createRequests } from './requests/requests.feature.ts';
import { createSearch } from './search/search.feature.ts';
import { renewWords, renewWordsOf } from './search/stale-words.ts';
import { createSending } from './sending/sending.feature.ts';
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
  const { emailSetup, byEmail, byPush, bySms, setUp } = channelsFrom(config);
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
  const email = createEmail(platform, { channel: byEmail, ...needs }, emailSettings(config));
  const push = createPush(platform, { channel: byPush, ...needs }, pushSetup(config));
  const sms = createSms(platform, { channel: bySms, ...needs }, smsSetup(config));
  const requests = createRequests(platform, { users: users.service, inboxes: inbox.inboxes, announce });
  const { settling } = requests;
  const sending = createSending(platform, { catalogue, channels: setUp, announce, settling });
  const applications = createApplications(platform, {
    users: users.service,
    announce,
    sender: sending.sender,
    requests,
    preferences,
  });
  // As they stand in a line: none knows what is to its left.
  const features = [
    ...[applications, sending, requests, email, push, sms, delivery, search, preferences],
    ...[declared, live, inbox, webhooks, sessions, users],
  ];
  const { authenticate } = sessions;
  const forgetUser = (userId: string) => users.service.forget(userId);
  return {
    all: [createRights(platform, { features, authenticate, forgetUser }), ...features],
    authenticate,
    authorize: authorization(users.service),
  };
}
