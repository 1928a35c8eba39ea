import { Channel } from '../catalogue/category.ts';
import type { OutgoingChannel } from '../delivery/outgoing-channel.ts';

/** Time for a page in view to show it: then no push is needed. */
const WAITS_SECONDS = 5;

/** @param perHour the most that one user gets in an hour */
export const pushChannel = (isSetUp: boolean, perHour: number): OutgoingChannel => ({
  name: Channel.PUSH,
  isSetUp,
  addressSql: (userId) =>
    `(select min(p.user_id) from push_endpoints p left join sessions s on s.id = p.session_id
      where p.user_id = ${userId} and s.revoked_at is null)`,
  waits: () => WAITS_SECONDS,
  perHour,
});
