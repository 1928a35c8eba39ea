import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { channelTasks } from '../delivery/channel-tasks.ts';
import { decideAllDue } from '../delivery/jobs.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { Feature } from '../platform/feature.ts';
import { Destinations } from '../platform/http/outgoing/destinations.ts';
import { publicUrlOf } from '../platform/http/public-url.ts';
import type { Platform } from '../platform/platform.ts';
import type { PreferencesReader } from '../preferences/preferences.reader.ts';
import type { PreferencesService } from '../preferences/preferences.service.ts';
import { PushEndpoints } from './push-endpoints.ts';
import { PushResolver } from './push.resolver.ts';
import { pushSender } from './push.sender.ts';
import { keptVapidKeys, type VapidKeys } from './vapid-keys.ts';

export interface PushNeeds {
  readonly channel: OutgoingChannel;
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly preferences: { readonly service: PreferencesService; readonly reader: PreferencesReader };
  readonly now: () => Date;
}

export interface PushSetup {
  /** Whom push services may write to: `mailto:` or `https:`. */
  readonly contact: string;
  /** Undefined: made here, and kept. */
  readonly keys: VapidKeys | undefined;
  /** Of push services; one with `*.` in front means all below it. */
  readonly hosts: readonly string[];
  /** Also to private addresses: for development and tests. */
  readonly allowsPrivate: boolean;
  readonly publicUrl: string | undefined;
}

/** Notifications as pushes to browsers and phones (RFC 8030, 8291 and 8292). */
export function createPush(
  { database, metrics }: Platform,
  { channel, catalogue, wordings, preferences, now }: PushNeeds,
  /** Undefined where it is not set up: none are planned there. */
  setup: PushSetup | undefined,
): Feature {
  const destinations = new Destinations(setup?.allowsPrivate ?? false);
  const endpoints = new PushEndpoints(database, preferences.service, destinations, setup?.hosts ?? []);
  let keys: VapidKeys | undefined;
  const feature: Feature = {
    personal: [
      {
        table: 'push_endpoints',
        of: 'user_id = $1',
        exported: ['id', 'endpoint', 'created_at'],
        erased: 'deleted',
      },
    ],
    shutOut: async (sql, userId) => {
      await sql.query('delete from push_endpoints where user_id = $1', [userId]);
    },
    resolvers: [new PushResolver(endpoints, preferences.reader, () => keys?.publicKey ?? null)],
  };
  if (!setup) return feature;
  return {
    ...feature,
    prepare: async () => {
      keys = setup.keys ?? (await keptVapidKeys(database));
    },
    tasks: (port) => {
      const settings = {
        contact: setup.contact,
        keys: () => keys!,
        publicUrl: publicUrlOf(setup.publicUrl, port),
      };
      const sender = pushSender(settings, { database, catalogue, wordings, destinations });
      return channelTasks(channel, sender, { database, catalogue, metrics, now });
    },
    onTakeOver: () => decideAllDue(database, channel.name),
  };
}
