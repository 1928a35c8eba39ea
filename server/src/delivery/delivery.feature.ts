import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { DeliveryReader } from './delivery.reader.ts';
import { DeliveryResolver } from './delivery.resolver.ts';
import { jobLag } from './gauges.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';
import { RehearsalResolver } from './rehearsal/rehearsal.resolver.ts';
import { Rehearsals } from './rehearsal/rehearsals.ts';

export interface DeliveryNeeds {
  readonly catalogue: Catalogue;
  /** Those that readers are told of. */
  readonly channels: readonly OutgoingChannel[];
}

/** What becomes of a notification besides its entry in the inbox, whatever the channel. */
export function createDelivery({ database }: Platform, { catalogue, channels }: DeliveryNeeds): Feature {
  const rehearsals = new Rehearsals(database, catalogue, channels);
  return {
    resolvers: [
      new DeliveryResolver(new DeliveryReader(database, catalogue)),
      new RehearsalResolver(rehearsals, catalogue),
    ],
    gauges: [jobLag(database)],
    personal: [
      {
        table: 'graphile_worker._private_jobs',
        of: `(payload ->> 'userId' = $1
          or payload ->> 'messageId' in (select m.id::text from messages m where m.user_id = $1))`,
        exported: ['run_at'],
        erased: 'deleted',
      },
      {
        table: 'deliveries',
        of: 'notification_id in (select n.id from all_notifications n where n.user_id = $1)',
        exported: ['notification_id', 'channel', 'state', 'reason', 'due_at', 'decided_at'],
        erased: 'with their owner',
      },
      {
        table: 'messages',
        of: 'user_id = $1',
        exported: ['channel', 'state', 'attempts', 'answer', 'created_at', 'sent_at'],
        erased: 'deleted',
      },
    ],
    // Jobs that are out of tries were replaced while they ran, by one that stands for them.
    past: {
      messages: `created_at < now() - interval '90 days' and state <> 'SENDING'`,
      'graphile_worker._private_jobs': 'attempts >= max_attempts and locked_at is null',
    },
  };
}
