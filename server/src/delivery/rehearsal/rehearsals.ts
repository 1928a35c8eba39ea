import type { Catalogue } from '../../catalogue/catalogue.ts';
import { Channel } from '../../catalogue/category.ts';
import { notificationColumns, type NotificationRow } from '../../inbox/notification.row.ts';
import type { Sql } from '../../platform/postgres/database.ts';
import { readWishes } from '../../preferences/wishes.ts';
import type { OutgoingChannel } from '../outgoing-channel.ts';
import { DAYS, MOST, readPast } from './past.reader.ts';
import { withChange, type PreferenceChange } from './preference-change.ts';
import { rehearse } from './rehearse.ts';
import type { RehearsalType } from './rehearsal.type.ts';
import { countsOf, dearest, missed } from './summary.ts';

/** What the last 30 days would have been, had a reader chosen otherwise. Nothing is changed. */
export class Rehearsals {
  private readonly channels: readonly OutgoingChannel[];

  constructor(
    private readonly sql: Sql,
    private readonly catalogue: Catalogue,
    channels: readonly OutgoingChannel[],
  ) {
    this.channels = channels.filter(({ isSetUp }) => isSetUp);
  }

  async of(userId: string, change: PreferenceChange): Promise<RehearsalType> {
    const { sql, catalogue, channels } = this;
    const [before, found] = await Promise.all([readWishes(sql, userId), readPast(sql, userId, channels)]);
    const pasts = found.slice(0, MOST);
    const differences = rehearse(
      pasts,
      { before, after: withChange(before, change) },
      { catalogue, channels },
    );
    return {
      days: DAYS,
      lookedAtCount: pasts.length,
      isComplete: found.length <= MOST,
      channels: countsOf(differences, [Channel.IN_APP, ...channels.map(({ name }) => name)]),
      examples: await this.rows(userId, dearest(missed(differences), pasts)),
    };
  }

  private async rows(userId: string, ids: readonly string[]): Promise<NotificationRow[]> {
    if (ids.length === 0) return [];
    return this.sql.query<NotificationRow>(
      `select ${notificationColumns} from notifications n where n.user_id = $1 and n.id = any($2::uuid[])
       order by array_position($2::uuid[], n.id)`,
      [userId, ids],
    );
  }
}
