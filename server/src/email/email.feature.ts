import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { channelTasks } from '../delivery/channel-tasks.ts';
import { decideAllDue } from '../delivery/jobs.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { PreferencesReader } from '../preferences/preferences.reader.ts';
import type { PreferencesService } from '../preferences/preferences.service.ts';
import { serveChoices } from './choices/choices.ts';
import { ChoicesTokens } from './choices/token.ts';
import { EmailEntity } from './email.entity.ts';
import { emailSender, type EmailSettings } from './email.sender.ts';
import { FailedEmailResolver } from './failed-email.resolver.ts';
import { FailedEmailService } from './failed-email.service.ts';
import { deadEmails } from './gauges.ts';
import { UnsubscribeTokens } from './unsubscribe/token.ts';
import { serveUnsubscribe } from './unsubscribe/unsubscribe.ts';

export interface EmailNeeds {
  readonly channel: OutgoingChannel;
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly preferences: {
    /** Tells a user's devices that they have changed. */
    readonly announce: (userId: string) => void;
    readonly reader: PreferencesReader;
    readonly service: PreferencesService;
  };
  readonly now: () => Date;
}

/** Notifications by e-mail, the way to end them, and what an operator sees of those that failed. */
export function createEmail(
  { database, cursors, secrets, metrics, limits }: Platform,
  { channel, catalogue, wordings, preferences, now }: EmailNeeds,
  /** Undefined where no server for e-mails is configured: none are planned there. */
  settings: EmailSettings | undefined,
): Feature {
  const tokens = new UnsubscribeTokens(secrets);
  const choices = new ChoicesTokens(secrets);
  return {
    resolvers: [new FailedEmailResolver(new FailedEmailService(database, cursors))],
    entities: [EmailEntity],
    gauges: [deadEmails(database)],
    serve: async (server) => {
      const { announce } = preferences;
      await serveUnsubscribe(server, { database, catalogue, tokens, announce });
      await serveChoices(server, { database, limits, tokens: choices, preferences, now });
    },
    ...(settings && {
      tasks: (port) => {
        const sender = emailSender(settings, { catalogue, wordings, tokens, choices }, port);
        return channelTasks(channel, sender, { database, catalogue, metrics, now });
      },
      onTakeOver: () => decideAllDue(database, channel.name),
    }),
  };
}
