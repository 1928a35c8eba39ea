import type { Catalogue } from '../catalogue/catalogue.ts';
import { Channel, isCritical } from '../catalogue/category.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { DeliveryReason, type DeliveryState } from './delivery-rules.ts';
import { DeliveryStatus, type DeliveryType } from './delivery.type.ts';

interface Row {
  id: string;
  category: string;
  createdAt: string;
  emailSkipped: DeliveryReason | null;
  isMuted: boolean;
  isOn: boolean | null;
  state: DeliveryState | null;
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
      `select n.id, n.category, n.created_at as "createdAt", n.email_skipped as "emailSkipped",
         muted.user_id is not null as "isMuted", own.is_on as "isOn", d.state, d.reason, d.due_at as "dueAt",
         d.decided_at as "decidedAt", e.answer
       from notifications n
         left join channel_choices own
           on own.user_id = n.user_id and own.category = n.category and own.channel = '${Channel.IN_APP}'
         left join muted_applications muted
           on muted.user_id = n.user_id and muted.application_id = n.application_id
         left join deliveries d on d.notification_id = n.id and d.channel = '${Channel.EMAIL}'
         left join emails e on e.id = d.email_id
       where n.user_id = $1 and n.id = any($2::uuid[])`,
      [readerId, ids],
    );
    const byId = new Map(rows.map((row) => [row.id, [this.inApp(row), ...email(row)]]));
    return ids.map((id) => byId.get(id));
  }

  private inApp({ category, createdAt, isMuted, isOn }: Row): DeliveryType {
    const known = this.catalogue.category(category);
    const rings = isOn ?? known.channels[Channel.IN_APP];
    const why = isMuted ? DeliveryReason.MUTED : rings ? null : DeliveryReason.PREFERENCE_OFF;
    return {
      channel: Channel.IN_APP,
      status: DeliveryStatus.DELIVERED,
      reason: isCritical(known) ? null : why,
      detail: null,
      at: createdAt,
      dueAt: null,
    };
  }
}

/** Nothing for what is older than e-mails are. */
function email(row: Row): DeliveryType[] {
  const { createdAt, emailSkipped, state, reason, dueAt, decidedAt, answer } = row;
  const channel = Channel.EMAIL;
  if (state !== null) {
    const status = state === 'SENDING' ? DeliveryStatus.WAITING : DeliveryStatus[state];
    const isOpen = status === DeliveryStatus.WAITING || status === DeliveryStatus.HELD;
    return [{ channel, status, reason, detail: answer, at: decidedAt, dueAt: isOpen ? dueAt : null }];
  }
  if (emailSkipped === null) return [];
  const status = DeliveryStatus.SKIPPED;
  return [{ channel, status, reason: emailSkipped, detail: null, at: createdAt, dueAt: null }];
}
