import { Channel } from '../catalogue/category.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';
import { reachable } from './reachable.ts';

/** Time for a page in view to show it: then no push is needed. */
const WAITS_SECONDS = 5;

/** @param perHour the most that one user gets in an hour */
export const pushChannel = (isSetUp: boolean, perHour: number): OutgoingChannel => ({
  name: Channel.PUSH,
  isSetUp,
  addressSql: (userId) => `(select min(p.user_id) from ${reachable} where p.user_id = ${userId})`,
  waits: () => WAITS_SECONDS,
  perHour,
});
