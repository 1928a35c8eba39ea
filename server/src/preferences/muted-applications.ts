import type { Database } from '../platform/postgres/database.ts';
import { MutedApplicationEntity } from './preferences.entities.ts';

/** Which applications users have muted. */
export class MutedApplications {
  constructor(private readonly database: Database) {}

  /** Of these ids, in their order, whether the user has muted them. */
  async areMuted(userId: string, ids: readonly string[]): Promise<boolean[]> {
    const rows = await this.database.entities.find(MutedApplicationEntity, {
      userId,
      applicationId: { $in: [...ids] },
    });
    const muted = new Set(rows.map(({ applicationId }) => applicationId));
    return ids.map((id) => muted.has(id));
  }

  /** All of one user's, newest first: 1,000 at most. */
  async idsOf(userId: string): Promise<string[]> {
    const order = { applicationId: 'desc' } as const;
    const rows = await this.database.entities.find(MutedApplicationEntity, { userId }, { orderBy: order });
    return rows.map(({ applicationId }) => applicationId);
  }
}
