import type { Announce } from './delta.ts';
import type { InboxState } from './inbox-state.ts';
import type { Database } from '../platform/postgres/database.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { checkNumber, isUuid } from '../platform/input.ts';
import { ActQueue } from './acts/act-queue.ts';
import { actOnAll, type ActName } from './acts/act.ts';
import { filterCondition, type Filter } from './notification-filter.ts';
import type { Parameters } from './parameters.ts';
import {
  lockedInboxColumns,
  notificationColumns,
  snapshotSql,
  toSnapshot,
  type JoinedRow,
  type NotificationRow,
} from './notification.row.ts';
import { markSeen } from './acts/seen.ts';

export const MAX_IDS = 200;
const MAX_SEQ = 2 ** 31 - 1;
/** For all of an inbox: 100,000 rows take about a second. */
const MAX_MS = 60_000;

export interface Marked {
  notification: NotificationRow;
  inbox: InboxState;
}

export interface ChangedMany {
  /** How many it changed: what had nothing to change, or is not the reader's, does not count. */
  affectedCount: number;
  inbox: InboxState;
}

/** What a reader does with their own inbox. Every statement names the reader, so nobody else's rows can be met. */
export class InboxService {
  private readonly acts: ActQueue;

  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
  ) {
    this.acts = new ActQueue(database, announce);
  }

  /** The reader's own notification, or undefined. */
  async find(userId: string, id: string): Promise<NotificationRow | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await this.database.query<NotificationRow>(
      `select ${notificationColumns} from notifications n where n.id = $1 and n.user_id = $2`,
      [id, userId],
    );
    return row;
  }

  /**
   * The reader's own notification and the counters of the same moment.
   * @throws NOT_FOUND unless it is the reader's
   */
  async show(userId: string, id: string): Promise<Marked> {
    const select = `select ${notificationColumns} from notifications n where n.user_id = $1 and n.id = $2`;
    const snapshot = toSnapshot(await this.database.query<JoinedRow>(snapshotSql(select, ''), [userId, id]));
    const [notification] = snapshot?.rows ?? [];
    if (!notification) throw notFound('Notification');
    return { notification, inbox: snapshot!.inbox };
  }

  /** @throws NOT_FOUND unless it is the reader's. Doing it twice is doing it once. */
  async mark(userId: string, id: string, as: 'read' | 'unread'): Promise<Marked> {
    if (!isUuid(id)) throw notFound('Notification');
    const { inbox, rows } = await this.acts.add(userId, as, [id]);
    const notification = rows[0] ?? (await this.find(userId, id));
    if (!notification) throw notFound('Notification');
    return { notification, inbox };
  }

  /**
   * Acts upon all that the filter lets through, up to a seq: what came later stays as it is.
   * @throws BAD_USER_INPUT for a negative seq, or a filter that cannot be
   */
  async changeAll(
    userId: string,
    name: ActName,
    filter?: Filter | null,
    upToSeq?: number | null,
  ): Promise<ChangedMany> {
    if (upToSeq != null) checkNumber('upToSeq', upToSeq, 0, MAX_SEQ);
    const condition = (parameters: Parameters) =>
      `n.seq <= ${parameters.add(upToSeq ?? MAX_SEQ)} and ${filterCondition(userId, filter, parameters)}`;
    const [acted] = await this.database.takingUpTo(MAX_MS, (sql) => actOnAll(sql, name, [userId], condition));
    if (acted!.delta) this.announce(acted!.delta);
    return acted!;
  }

  /** @throws BAD_USER_INPUT unless there are 1 to 200 ids */
  async changeThese(userId: string, name: ActName, ids: readonly string[]): Promise<ChangedMany> {
    if (ids.length < 1 || ids.length > MAX_IDS)
      throw badInput(`ids must have 1 to ${MAX_IDS} entries`, 'ids');
    const { inbox, rows } = await this.acts.add(userId, name, ids.filter(isUuid));
    return { affectedCount: rows.length, inbox };
  }

  /**
   * The panel was opened: ends the "new" emphasis of what stood there then. Read state stays.
   * @throws BAD_USER_INPUT for a negative seq
   */
  markAllSeen(userId: string, upToSeq: number): Promise<InboxState> {
    checkNumber('upToSeq', upToSeq, 0, MAX_SEQ);
    return markSeen(this.database, userId, upToSeq, this.announce);
  }

  /** A page in view has shown what came; nobody else has to hear of that. @throws BAD_USER_INPUT for a negative seq */
  async markAllShown(userId: string, upToSeq: number): Promise<InboxState> {
    checkNumber('upToSeq', upToSeq, 0, MAX_SEQ);
    const [inbox] = await this.database.query<InboxState>(
      `update inbox i set shown_seq = greatest(i.shown_seq, least($2, i.seq)) where i.user_id = $1
       returning ${lockedInboxColumns}`,
      [userId, upToSeq],
    );
    return inbox!;
  }
}
