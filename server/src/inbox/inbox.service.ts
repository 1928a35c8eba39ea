import type { Announce } from './delta.ts';
import type { InboxState } from './inbox-state.ts';
import type { Database } from '../platform/postgres/database.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { checkNumber, isUuid } from '../platform/input.ts';
import { ActQueue } from './acts/act-queue.ts';
import type { ReadersAct } from './acts/act.ts';
import { actOnAll, type Acted } from './acts/acting.ts';
import { refuseManyPins } from './acts/pins.ts';
import { checkUntil } from './acts/snooze.ts';
import { lockInboxes } from './acts/lock-inboxes.ts';
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
  undoId?: string | null;
}

export interface ChangedMany {
  /** How many it changed: what had nothing to change, or is not the reader's, does not count. */
  affectedCount: number;
  inbox: InboxState;
  /** By what it is undone; null where nothing changed; not said where it cannot be undone. */
  undoId?: string | null;
}

/** What is done to all of an inbox that these let through. */
export interface Reach {
  filter?: Filter | null | undefined;
  upToSeq?: number | null | undefined;
  /** Of a snooze. */
  until?: string | null | undefined;
}

type Condition = (parameters: Parameters) => string;

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
    const { inbox, rows, undoId } = await this.acts.add(userId, as, [id]);
    const notification = rows[0] ?? (await this.find(userId, id));
    if (!notification) throw notFound('Notification');
    return { notification, inbox, undoId };
  }

  /**
   * Acts upon all that the filter lets through, up to a seq: what came later stays as it is.
   * @throws BAD_USER_INPUT for a negative seq, a filter that cannot be, or a snooze without its end; CONFLICT for too
   *   many pins
   */
  async changeAll(userId: string, name: ReadersAct, { filter, upToSeq, until }: Reach): Promise<ChangedMany> {
    if (upToSeq != null) checkNumber('upToSeq', upToSeq, 0, MAX_SEQ);
    const condition = (parameters: Parameters) =>
      `n.seq <= ${parameters.add(upToSeq ?? MAX_SEQ)} and ${filterCondition(userId, filter, parameters)}`;
    return this.change(userId, name, condition, until);
  }

  /** @throws BAD_USER_INPUT unless there are 1 to 200 ids, and a snooze has its end; CONFLICT for too many pins */
  async changeThese(
    userId: string,
    name: ReadersAct,
    ids: readonly string[],
    until?: string,
  ): Promise<ChangedMany> {
    if (ids.length < 1 || ids.length > MAX_IDS)
      throw badInput(`ids must have 1 to ${MAX_IDS} entries`, 'ids');
    const known = ids.filter(isUuid);
    if (name === 'snooze' || name === 'pin')
      return this.change(userId, name, (parameters) => `n.id = any(${parameters.add(known)}::uuid[])`, until);
    const { inbox, rows, undoId } = await this.acts.add(userId, name, known);
    return { affectedCount: rows.length, inbox, undoId };
  }

  private async change(
    userId: string,
    name: ReadersAct,
    condition: Condition,
    until?: string | null,
  ): Promise<ChangedMany> {
    const told = name === 'snooze' ? [checkUntil(until)] : [];
    const [acted] =
      name === 'pin'
        ? await this.pin(userId, condition)
        : await this.database.takingUpTo(MAX_MS, (sql) => actOnAll(sql, name, [userId], condition, told));
    const { affectedCount, inbox, delta, undoIds } = acted!;
    if (delta) this.announce(delta);
    return { affectedCount, inbox, undoId: undoIds.get(inbox.seq) ?? null };
  }

  private pin(userId: string, condition: Condition): Promise<Acted[]> {
    return this.database.transaction(
      async (sql) => {
        await lockInboxes(sql, [userId]);
        const acted = await actOnAll(sql, 'pin', [userId], condition);
        await refuseManyPins(sql, userId);
        return acted;
      },
      { longestMs: MAX_MS },
    );
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
