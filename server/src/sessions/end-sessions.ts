import type { Transaction } from '../platform/postgres/database.ts';
import type { RevokedSessions } from './revoked-sessions.ts';

/** Ends all sessions of a user, on every replica once that is committed. */
export async function endSessions(sql: Transaction, revoked: RevokedSessions, userId: string): Promise<void> {
  const ended = await sql.query<{ id: string }>(
    'update sessions set revoked_at = now() where user_id = $1 and revoked_at is null returning id',
    [userId],
  );
  sql.afterCommit(() => ended.forEach(({ id }) => revoked.announce(id)));
}
