import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { channelTasks } from '../delivery/channel-tasks.ts';
import { decideAllDue } from '../delivery/jobs.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import type { Feature } from '../platform/feature.ts';
import { publicUrlOf } from '../platform/http/public-url.ts';
import type { Platform } from '../platform/platform.ts';
import type { PreferencesReader } from '../preferences/preferences.reader.ts';
import type { PreferencesService } from '../preferences/preferences.service.ts';
import { serveInbound } from './inbound/inbound.ts';
import { PhoneNumberResolver } from './phone-number.resolver.ts';
import { PhoneNumbers } from './phone-numbers.ts';
import { SmsProvider, type SmsSettings } from './provider.ts';
import { smsSender } from './sms.sender.ts';

export interface SmsNeeds {
  readonly channel: OutgoingChannel;
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly preferences: { readonly service: PreferencesService; readonly reader: PreferencesReader };
  readonly now: () => Date;
}

export interface SmsSetup extends SmsSettings {
  /** To numbers of which something is sent, as ISO 3166 codes. */
  readonly countries: readonly string[];
  /** Where people and the provider find us; undefined: the provider cannot. */
  readonly publicUrl: string | undefined;
}

/** Notifications as text messages, the numbers that they go to, and what is answered from there. */
export function createSms(
  platform: Platform,
  { channel, catalogue, wordings, preferences, now }: SmsNeeds,
  /** Undefined where no provider is configured: none are planned there. */
  setup: SmsSetup | undefined,
): Feature {
  const { database, metrics } = platform;
  const provider = setup && new SmsProvider(setup);
  const countries = setup?.countries ?? [];
  const numbers = new PhoneNumbers(database, preferences.service, { channel, countries, provider }, platform);
  const feature: Feature = {
    personal: [
      {
        table: 'phone_numbers',
        of: 'user_id = $1',
        exported: ['number', 'confirmed_at', 'stopped_at'],
        erased: 'deleted',
      },
    ],
    shutOut: async (sql, userId) => {
      await sql.query('delete from phone_numbers where user_id = $1', [userId]);
    },
    resolvers: [new PhoneNumberResolver(numbers, preferences.reader, countries)],
    past: { channel_days: `day < (now() at time zone 'utc')::date - 7` },
  };
  if (!provider) return feature;
  const { publicUrl } = setup;
  return {
    ...feature,
    ...(publicUrl && {
      serve: (server) =>
        serveInbound(server, { database, numbers, provider, publicUrl: publicUrlOf(publicUrl, '') }),
    }),
    tasks: (port) => {
      const sender = smsSender(provider, wordings, {
        publicUrl: publicUrlOf(publicUrl, port),
        hasReceipts: !!publicUrl,
      });
      return channelTasks(channel, sender, { database, catalogue, metrics, now });
    },
    onTakeOver: () => decideAllDue(database, channel.name),
  };
}
