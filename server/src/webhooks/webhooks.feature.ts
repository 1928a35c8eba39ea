import type { Feature } from '../platform/feature.ts';
import { Destinations } from '../platform/http/outgoing/destinations.ts';
import type { Platform } from '../platform/platform.ts';
import { FailedMessageResolver } from './failed-message.resolver.ts';
import { FailedMessageService } from './failed-message.service.ts';
import { deadWebhookMessages } from './gauges.ts';
import { SEND_WEBHOOK } from './jobs.ts';
import { personalInWebhooks } from './personal.ts';
import { sendWebhook } from './send.task.ts';
import { WebhookEntity } from './webhook.entity.ts';
import { WebhookMessageEntity } from './webhook-message.entity.ts';
import { WebhookResolver } from './webhook.resolver.ts';
import { WebhookService } from './webhook.service.ts';

const PATIENCE_MS = 15_000;

export interface WebhookSettings {
  /** Whether messages may go to private addresses, and without TLS. */
  readonly allowsPrivate: boolean;
}

/** What services are told of what became of their notifications, and what an operator sees of what failed. */
export function createWebhooks(
  { database, cursors, metrics }: Platform,
  { allowsPrivate }: WebhookSettings,
): Feature {
  const destinations = new Destinations(allowsPrivate);
  const count = (outcome: string) => metrics.webhooks.inc({ outcome });
  return {
    resolvers: [
      new WebhookResolver(new WebhookService(database, destinations)),
      new FailedMessageResolver(new FailedMessageService(database, cursors)),
    ],
    entities: [WebhookEntity, WebhookMessageEntity],
    gauges: [deadWebhookMessages(database)],
    personal: personalInWebhooks,
    past: { webhook_messages: `created_at < now() - interval '30 days' and state <> 'SENDING'` },
    tasks: () => ({
      [SEND_WEBHOOK]: sendWebhook(database, { destinations, count, patienceMs: PATIENCE_MS }),
    }),
  };
}
