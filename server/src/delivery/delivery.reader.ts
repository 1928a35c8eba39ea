import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel } from '../catalogue/category.ts';
import { Ring } from '../inbox/ring.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { choiceSql } from '../preferences/channel-choices.ts';
import { choiceAgainst, mutedJoin } from '../preferences/wants.ts';
import { DeliveryReason, type StoredStatus } from './rules.ts';
import { DeliveryStatus, type DeliveryType } from './delivery.type.ts';

interface Row {
  id: string;
  category: string;
  createdAt: string;
  ring: Ring | null;
  emailSkipped: DeliveryReason | null;
  isMuted: boolean;
  rings: boolean | null;
  isEmailed: boolean | null;
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
      `select n.id, n.category, n.created_at as "createdAt", n.ring, n.email_skipped as "emailSkipped",
         muted.user_id is not null as "isMuted",
         ${choiceSql('n.user_id', 'n.category', Channel.IN_APP)} as rings,
         ${choiceSql('n.user_id', 'n.category', Channel.EMAIL)} as "isEmailed",
         d.state, d.reason, d.due_at as "dueAt", d.decided_at as "decidedAt", e.answer
       from notifications n
         ${mutedJoin}
         left join deliveries d on d.notification_id = n.id and d.channel = '${Channel.EMAIL}'
         left join emails e on e.id = d.email_id
       where n.user_id = $1 and n.id = any($2::uuid[])`,
      [readerId, ids],
    );
    const byId = new Map(rows.map((row) => [row.id, this.deliveries(row)]));
    return ids.map((id) => byId.get(id));
  }

  private deliveries(row: Row): DeliveryType[] {
    const category = this.catalogue.category(row.category);
    const against = (isOn: boolean | null, channel: Channel) => {
      const choice = choiceAgainst(category, channel, { isMuted: row.isMuted, isOn });
      return choice ? DeliveryReason[choice] : null;
    };
    return [
      { ...inApp(row), channel: Channel.IN_APP, reasonNow: against(row.rings, Channel.IN_APP) },
      ...email(row).map((told) => ({
        ...told,
        channel: Channel.EMAIL,
        reasonNow: against(row.isEmailed, Channel.EMAIL),
      })),
    ];
  }
}

type Told = Omit<DeliveryType, 'channel' | 'reasonNow'>;

function inApp({ createdAt, ring }: Row): Told {
  const reason = ring === null || ring === Ring.RANG ? null : DeliveryReason[ring];
  return { status: DeliveryStatus.DELIVERED, reason, detail: null, at: createdAt, dueAt: null };
}

/** Nothing for what is older than e-mails are. */
function email({ createdAt, emailSkipped, state, reason, dueAt, decidedAt, answer }: Row): Told[] {
  if (state !== null) {
    const status = state === 'SENDING' ? DeliveryStatus.WAITING : DeliveryStatus[state];
    const isOpen = status === DeliveryStatus.WAITING || status === DeliveryStatus.HELD;
    return [{ status, reason, detail: answer, at: decidedAt, dueAt: isOpen ? dueAt : null }];
  }
  if (emailSkipped === null) return [];
  const status = DeliveryStatus.SKIPPED;
  return [{ status, reason: emailSkipped, detail: null, at: createdAt, dueAt: null }];
}
