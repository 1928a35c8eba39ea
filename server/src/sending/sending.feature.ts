import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { Announce, AnnounceMany } from '../inbox/delta.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { Settling } from '../requests/settling.ts';
import { theirSender } from '../users/nameless.ts';
import { sendSetup } from './add-notifications.ts';
import { CorrectResolver } from './correcting/correct.resolver.ts';
import { escalateDue } from './escalating.ts';
import { RetractResolver } from './retracting/retract.resolver.ts';
import { SendResolver } from './send.resolver.ts';
import { SendService } from './send.service.ts';
import { wakeDue } from './wake.ts';

export interface SendingNeeds {
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly channels: readonly OutgoingChannel[];
  /** Tells followers of what came. */
  readonly announce: Announce;
  readonly announceMany: AnnounceMany;
  readonly settling: Settling;
}

/** How notifications come into inboxes: from services, and from features to the left. */
export function createSending(
  { database, onTrouble }: Platform,
  { catalogue, wordings, channels, announce, announceMany, settling }: SendingNeeds,
): Feature & { readonly sender: SendService } {
  const setup = sendSetup(catalogue, channels);
  const sender = new SendService(database, announce, setup, settling, announceMany);
  const raising = { catalogue, channels, announce };
  return {
    sender,
    resolvers: [
      new SendResolver(sender),
      new RetractResolver(database, announce),
      new CorrectResolver({ database, wordings, ...raising }),
    ],
    sweep: async () => {
      await wakeDue(database, raising);
      await escalateDue(database, { setup, announce, onTrouble });
    },
    personal: [
      {
        table: 'escalations',
        of: `(escalate_to = $1 or content::jsonb -> 'actor' ->> 'id' = $1)`,
        exported: ['content', 'due_at'],
        erased: 'deleted',
      },
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
    // Keys are promised for 30 days; another one leaves room for clocks and retries.
    past: {
      idempotency_keys: `created_at < now() - interval '31 days'`,
      bulk_sends: `created_at < now() - interval '31 days'`,
    },
  };
}
