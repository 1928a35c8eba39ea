import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel } from '../catalogue/category.ts';
import { Ring } from '../inbox/ring.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { choiceSql } from '../preferences/channel-choices.ts';
import { choiceAgainst, mutedJoin } from '../preferences/wants.ts';
import { skippedColumn } from './plan.ts';
import { DeliveryReason, type StoredStatus } from './rules.ts';
import { DeliveryStatus, type DeliveryType } from './delivery.type.ts';

interface Row {
  id: string;
  category: string;
  createdAt: string;
  ring: Ring | null;
  isMuted: boolean;
  channel: Channel;
  isOn: boolean | null;
  skipped: DeliveryReason | null;
  state: StoredStatus | null;
  reason: DeliveryReason | null;
  dueAt: string | null;
  decidedAt: string | null;
  answer: string | null;
}

/** What became of notifications on each channel, as their reader may know. */
export class DeliveryReader {
  constructor(
    private readonly sql: Sql,
    private readonly catalogue: Catalogue,
  ) {}

  /** In the order of the ids; undefined for what is not the reader's. */
  async byNotifications(readerId: string, ids: readonly string[]): Promise<(DeliveryType[] | undefined)[]> {
    const rows = await this.sql.query<Row>(
      `select n.id, n.category, n.created_at as "createdAt", n.ring, muted.user_id is not null as "isMuted",
         c.channel, c.is_on as "isOn", c.skipped, d.state, d.reason, d.due_at as "dueAt", d.decided_at as "decidedAt",
         m.answer
       from notifications n
         ${mutedJoin}
         cross join lateral (values ${CHANNELS.map(channelValues).join(', ')}) c (no, channel, is_on, skipped)
         left join deliveries d on d.notification_id = n.id and d.channel = c.channel
         left join messages m on m.id = d.message_id
       where n.user_id = $1 and n.id = any($2::uuid[])
       order by c.no`,
      [readerId, ids],
    );
    const byId = Map.groupBy(rows, ({ id }) => id);
    return ids.map((id) => byId.get(id)?.flatMap((row) => this.told(row)));
  }

  private told(row: Row): DeliveryType[] {
    const { channel, isMuted, isOn } = row;
    const choice = choiceAgainst(this.catalogue.category(row.category), channel, { isMuted, isOn });
    const told = channel === Channel.IN_APP ? [inApp(row)] : outgoing(row);
    return told.map((one) => ({ ...one, channel, reasonNow: choice ? DeliveryReason[choice] : null }));
  }
}

const CHANNELS = Object.values(Channel);

const channelValues = (channel: Channel, no: number): string => {
  const skipped = channel === Channel.IN_APP ? 'null' : `n.${skippedColumn(channel)}`;
  return `(${no}, '${channel}', ${choiceSql('n.user_id', 'n.category', channel)}, ${skipped})`;
};

type Told = Omit<DeliveryType, 'channel' | 'reasonNow'>;

function inApp({ createdAt, ring }: Row): Told {
  const reason = ring === null || ring === Ring.RANG ? null : DeliveryReason[ring];
  return { status: DeliveryStatus.DELIVERED, reason, detail: null, at: createdAt, dueAt: null };
}

/** Nothing for what is older than the channel is. */
function outgoing({ createdAt, skipped, state, reason, dueAt, decidedAt, answer }: Row): Told[] {
  if (state !== null) {
    const status = state === 'SENDING' ? DeliveryStatus.WAITING : DeliveryStatus[state];
    const isOpen = status === DeliveryStatus.WAITING || status === DeliveryStatus.HELD;
    return [{ status, reason, detail: answer, at: decidedAt, dueAt: isOpen ? dueAt : null }];
  }
  if (skipped === null) return [];
  const status = DeliveryStatus.SKIPPED;
  return [{ status, reason: skipped, detail: null, at: createdAt, dueAt: null }];
}
