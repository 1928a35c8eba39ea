import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Channel } from '../catalogue/category.ts';
import type { EmailSetup } from '../catalogue/email-setup.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { MutedSubjects } from './muted-subjects.ts';
import { MutingResolver } from './muting.resolver.ts';
import {
  ChannelChoiceEntity,
  MutedSubjectEntity,
  PaceChoiceEntity,
  PreferencesEntity,
} from './preferences.entities.ts';
import { PreferencesFeeds } from './preferences-feeds.ts';
import { preferencesId, PreferencesReader } from './preferences.reader.ts';
import { PreferencesResolver } from './preferences.resolver.ts';
import { PreferencesService } from './preferences.service.ts';
import { WordedNotificationResolver } from './worded-notification.resolver.ts';
import { WordingReaders } from './wording-readers.ts';
import { personalInPreferences } from './personal.ts';
import { writeZones } from './clock/zone-offsets.ts';

export interface PreferencesNeeds {
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly emailSetup: EmailSetup;
  /** Those that readers are asked about. */
  readonly channels: readonly Channel[];
  /** What was held back for a reader may be due now. In the transaction of the change. */
  readonly onRelaxed: (sql: Sql, userId: string) => Promise<void>;
  /** When digests come to a reader has changed, or of what. In the transaction of the change. */
  readonly onRepaced: (sql: Sql, userId: string, critical: readonly string[]) => Promise<void>;
  /** A reader reads in another language. In the transaction of the change. */
  readonly onReworded: (sql: Sql, userId: string) => Promise<void>;
}

/** What readers want to hear of, by which channel, and when. */
export function createPreferences(
  { database, pubSub, onTrouble }: Platform,
  { catalogue, wordings, emailSetup, channels, ...listeners }: PreferencesNeeds,
): Feature & {
  /** Tells a user's devices of a committed change. */
  readonly announce: (userId: string) => void;
  readonly reader: PreferencesReader;
  readonly service: PreferencesService;
  readonly muted: MutedSubjects;
} {
  const reader = new PreferencesReader(database, catalogue, emailSetup, channels);
  const feeds = new PreferencesFeeds(pubSub, reader, onTrouble);
  const announce = (userId: string) => feeds.announce(userId);
  const service = new PreferencesService(database, catalogue, { announce, ...listeners });
  const muted = new MutedSubjects(database);
  return {
    announce,
    reader,
    service,
    muted,
    entities: [PreferencesEntity, ChannelChoiceEntity, PaceChoiceEntity, MutedSubjectEntity],
    resolvers: [
      new PreferencesResolver(reader, service, feeds),
      new MutingResolver(muted, service, reader),
      new WordedNotificationResolver(wordings, new WordingReaders(database)),
    ],
    findNode: async (readerId, id) =>
      id === preferencesId(readerId)
        ? { ...(await reader.read(readerId)), __typename: 'Preferences' }
        : undefined,
    prepare: async () => {
      await writeZones(database);
      feeds.start();
    },
    upkeep: () => writeZones(database),
    personal: personalInPreferences,
    // The days that a rehearsal looks back, and one for what was decided later than it came.
    past: { preference_changes: `changed_at < now() - interval '31 days'` },
    close: () => feeds.stop(),
  };
}
