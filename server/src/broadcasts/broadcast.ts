import type { Sql } from '../platform/postgres/database.ts';

export enum BroadcastState {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}

/** One content on its way to an audience, as its sender sees it. */
export interface Broadcast {
  readonly id: string;
  readonly state: BroadcastState;
  readonly total: number;
  readonly done: number;
  readonly reason: string | null;
  readonly createdAt: string;
  readonly endedAt: string | null;
}

/** Of `broadcasts b`: a Broadcast. Parts are counted as soon as somebody takes them, and here once they are sent. */
export const broadcastColumns = `b.id, b.state, b.total, b.done - (
    select coalesce(sum(p.size), 0)::int from broadcast_parts p where p.broadcast_id = b.id) as done, b.reason, b.created_at as "createdAt",
  b.ended_at as "endedAt"`;

/** The task that moves one on: `{ id }`. */
export const BROADCAST = 'broadcast';

export const progressTopic = (id: string): string => `carillon:broadcast:${id}`;

/** Has it moved on by whoever comes first. In place of an earlier call that nobody has taken up. */
export async function moveOnLater(sql: Sql, id: string): Promise<void> {
  await sql.query(`select ${moveOnSql('$1::text')}`, [id]);
}

/** A value that is a call. @param id in SQL */
export const moveOnSql = (id: string): string =>
  `graphile_worker.add_job('${BROADCAST}', json_build_object('id', ${id}), job_key => '${BROADCAST}:' || ${id},
    job_key_mode => 'preserve_run_at')`;
