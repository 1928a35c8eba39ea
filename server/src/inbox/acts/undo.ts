import { notFound } from '../../platform/errors.ts';
import { isUuid } from '../../platform/input.ts';
import type { Database, Transaction } from '../../platform/postgres/database.ts';
import type { Announce } from '../delta.ts';
import type { ChangedMany } from '../inbox.service.ts';
import { actBack } from './acting.ts';
import { nameOf } from './act.ts';
import type { ActType } from './act.type.ts';
import { InboxAct } from './inbox-act.ts';
import { lockInboxes } from './lock-inboxes.ts';
import { refuseManyPins } from './pins.ts';

/** For how long an act can be undone. */
const MINUTES = 10;
export const MAX_RECENT = 20;
/** All of an inbox may come back. */
const MAX_MS = 60_000;

const IS_RECENT = `at > now() - interval '${MINUTES} minutes'`;

/** What a reader has done of late, and takes back: from any device, whoever else changed what meanwhile. */
export class Undo {
  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
  ) {}

  /** The newest first; those that are undone are left out. */
  recentActs(userId: string): Promise<ActType[]> {
    return this.database.query<ActType>(
      `select id, act, affected as "affectedCount", at from acts
       where user_id = $1 and undone_at is null and ${IS_RECENT} order by seq desc limit ${MAX_RECENT}`,
      [userId],
    );
  }

  /**
   * Brings back what an act changed and what nothing has changed since. Twice is once.
   * @throws NOT_FOUND unless it is the reader's, of the last ten minutes; CONFLICT where more would be pinned than may be
   */
  undo(userId: string, id: string): Promise<ChangedMany> {
    if (!isUuid(id)) throw notFound('Act');
    return this.database.transaction((sql) => this.undoIn(sql, userId, id), { longestMs: MAX_MS });
  }

  private async undoIn(sql: Transaction, userId: string, id: string): Promise<ChangedMany> {
    await lockInboxes(sql, [userId]);
    const [act] = await sql.query<{ act: InboxAct; seq: number }>(
      `update acts set undone_at = coalesce(undone_at, now())
       where user_id = $1 and id = $2 and ${IS_RECENT} returning act, seq`,
      [userId, id],
    );
    if (!act) throw notFound('Act');
    const { inbox, affectedCount, delta } = await actBack(sql, nameOf(act.act), userId, act.seq);
    if (act.act === InboxAct.UNPIN || act.act === InboxAct.DELETE) await refuseManyPins(sql, userId);
    if (delta) sql.afterCommit(() => this.announce(delta));
    return { affectedCount, inbox, undoId: null };
  }
}
