import type { Sql } from '../platform/postgres/database.ts';

/** Which applications users have muted. */
export class MutedApplications {
  constructor(private readonly sql: Sql) {}

  /** Of these ids, in their order, whether the user has muted them. */
  async areMuted(userId: string, ids: readonly string[]): Promise<boolean[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select application_id as id from muted_applications where user_id = $1 and application_id = any($2::uuid[])`,
      [userId, ids],
    );
    const muted = new Set(rows.map(({ id }) => id));
    return ids.map((id) => muted.has(id));
  }

  /** All of one user's, newest first: 1,000 at most. */
  async idsOf(userId: string): Promise<string[]> {
    const rows = await this.sql.query<{ id: string }>(
      `select application_id as id from muted_applications where user_id = $1 order by application_id desc`,
      [userId],
    );
    return rows.map(({ id }) => id);
  }
}
