import { Channel, type OutgoingChannel } from '../catalogue/category.ts';

/** How soon what is still unread is sent. */
export enum Pace {
  /** As soon as the category says. */
  NOW = 'NOW',
  /** With all else that waits for it, once a day or a week. */
  DAILY = 'DAILY',
  WEEKLY = 'WEEKLY',
}

/** Whether a channel has digests; the others come at once, or not at all. */
export const isPaced = (channel: Channel): boolean => channel === Channel.EMAIL;

/** SQL: how a user has paced a category, `DAILY` or `WEEKLY`; null: not. One look into a primary key. */
export const paceSql = (userId: string, category: string, channel: OutgoingChannel): string =>
  `(select paced.pace from pace_choices paced
    where paced.user_id = ${userId} and paced.category = ${category} and paced.channel = '${channel}')`;
