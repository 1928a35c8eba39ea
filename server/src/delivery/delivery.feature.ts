import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { DeliveryReader } from './delivery.reader.ts';
import { DeliveryResolver } from './delivery.resolver.ts';
import { jobLag } from './gauges.ts';

export interface DeliveryNeeds {
  readonly catalogue: Catalogue;
}

/** What becomes of a notification besides its entry in the inbox, whatever the channel. */
export function createDelivery({ database }: Platform, { catalogue }: DeliveryNeeds): Feature {
  return {
    resolvers: [new DeliveryResolver(new DeliveryReader(database, catalogue))],
    gauges: [jobLag(database)],
    // Jobs that are out of tries were replaced while they ran, by one that stands for them.
    past: {
      messages: `created_at < now() - interval '90 days' and state <> 'SENDING'`,
      'graphile_worker._private_jobs': 'attempts >= max_attempts and locked_at is null',
    },
  };
}
