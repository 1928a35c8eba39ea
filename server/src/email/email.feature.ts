import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { channelTasks } from '../delivery/channel-tasks.ts';
import { decideAllDue } from '../delivery/jobs.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
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
  /** Tells a user's devices that their preferences have changed. */
  readonly announcePreferences: (userId: string) => void;
  readonly now: () => Date;
}

/** Notifications by e-mail, the way to end them, and what an operator sees of those that failed. */
export function createEmail(
  { database, cursors, secrets, metrics }: Platform,
  { channel, catalogue, wordings, announcePreferences, now }: EmailNeeds,
  /** Undefined where no server for e-mails is configured: none are planned there. */
  settings: EmailSettings | undefined,
): Feature {
  const tokens = new UnsubscribeTokens(secrets);
  return {
    resolvers: [new FailedEmailResolver(new FailedEmailService(database, cursors))],
    entities: [EmailEntity],
    gauges: [deadEmails(database)],
    serve: (server) =>
      serveUnsubscribe(server, { database, catalogue, tokens, announce: announcePreferences }),
    ...(settings && {
      tasks: (port) => {
        const sender = emailSender(settings, { catalogue, wordings, tokens }, port);
        return channelTasks(channel, sender, { database, catalogue, metrics, now });
      },
      onTakeOver: () => decideAllDue(database, channel.name),
    }),
  };
}
