import type { Database } from '../platform/postgres/database.ts';
import type { Subject } from '../inbox/subject.ts';
import { MutedSubjectEntity } from './preferences.entities.ts';

/** What users have muted. */
export class MutedSubjects {
  constructor(private readonly database: Database) {}

  /** Of these ids of one type, in their order, whether the user has muted them. */
  async areMuted(userId: string, subjectType: string, ids: readonly string[]): Promise<boolean[]> {
    const where = { userId, subjectType, subjectId: { $in: [...ids] } };
    const rows = await this.database.entities.find(MutedSubjectEntity, where);
    const muted = new Set(rows.map(({ subjectId }) => subjectId));
    return ids.map((id) => muted.has(id));
  }

  /** All of one user's, what was muted last first: 1,000 at most. */
  async of(userId: string): Promise<Subject[]> {
    const orderBy = { mutedAt: 'desc', subjectType: 'asc', subjectId: 'asc' } as const;
    const rows = await this.database.entities.find(MutedSubjectEntity, { userId }, { orderBy });
    return rows.map(({ subjectType: type, subjectId: id, label = null, url = null }) => ({
      type,
      id,
      label,
      url,
    }));
  }
}
