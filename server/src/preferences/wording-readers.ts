import type { WordingReader } from '../catalogue/wording/wording.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { Groups } from '../platform/postgres/groups.ts';
import { DEFAULT_TIME_ZONE, isTimeZone } from './clock/time-zone.ts';
import { DEFAULT_TERMS, type DeliveryTerms } from './delivery-terms.ts';

const USERS_A_QUERY = 500;

type Terms = Pick<DeliveryTerms, 'language' | 'timeZone'>;

/** In UTC where this replica does not know the reader's zone. */
export const wordingReader = ({ language, timeZone }: Terms): WordingReader => ({
  language,
  timeZone: isTimeZone(timeZone) ? timeZone : DEFAULT_TIME_ZONE,
});

/** In which language, and by which clock, users read. */
export class WordingReaders {
  constructor(private readonly sql: Sql) {}

  find(userId: string): Promise<WordingReader> {
    return this.reads.add(userId);
  }

  /** What is sent to many at once is read by many at once. */
  private readonly reads = new Groups<string, WordingReader>(
    async (userIds) => {
      const rows = await this.sql.query<Terms & { userId: string }>(
        `select user_id as "userId", language, time_zone as "timeZone" from preferences where user_id = any($1)`,
        [userIds],
      );
      const byUser = new Map(rows.map((row) => [row.userId, wordingReader(row)]));
      return userIds.map((userId) => byUser.get(userId) ?? wordingReader(DEFAULT_TERMS));
    },
    { most: USERS_A_QUERY, inFlight: 2, isForAll: () => true },
  );
}
