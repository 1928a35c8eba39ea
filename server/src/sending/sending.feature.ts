import type { Catalogue } from '../catalogue/catalogue.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { Announce } from '../inbox/delta.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { Settling } from '../requests/settling.ts';
import { theirSender } from '../users/nameless.ts';
import { sendSetup } from './add-notifications.ts';
import { SendResolver } from './send.resolver.ts';
import { SendService } from './send.service.ts';
import { wakeDue } from './wake.ts';

export interface SendingNeeds {
  readonly catalogue: Catalogue;
  readonly channels: readonly OutgoingChannel[];
  /** Tells followers of what came. */
  readonly announce: Announce;
  readonly settling: Settling;
}

/** How notifications come into inboxes: from services, and from features to the left. */
export function createSending(
  { database }: Platform,
  { catalogue, channels, announce, settling }: SendingNeeds,
): Feature & { readonly sender: SendService } {
  const sender = new SendService(database, announce, sendSetup(catalogue, channels), settling);
  return {
    sender,
    resolvers: [new SendResolver(sender)],
    sweep: () => wakeDue(database, { catalogue, channels, announce }),
    personal: [
      {
        table: 'idempotency_keys',
        of: `(recipient_id = $1 or service = ${theirSender})`,
        exported: ['service', 'key', 'created_at'],
        erased: 'deleted',
      },
      {
        table: 'bulk_sends',
        of: `service = ${theirSender}`,
        exported: ['key', 'total', 'created_at'],
        erased: 'deleted',
      },
    ],
    // Keys are promised for 24 hours; two days leave room for clocks and retries.
    past: {
      idempotency_keys: `created_at < now() - interval '2 days'`,
      bulk_sends: `created_at < now() - interval '2 days'`,
    },
  };
}
