import type { FilterQuery } from '@mikro-orm/postgresql';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import type { Database } from '../platform/postgres/database.ts';
import { isUuid } from '../platform/input.ts';
import type { PageInfo } from '../platform/graphql/page-info.type.ts';
import { ApplicationEntity, type ApplicationRow } from './application.entity.ts';
import type { ApplicationStatus } from './application-status.ts';

export interface ApplicationPage {
  edges: { node: ApplicationRow; cursor: string }[];
  pageInfo: PageInfo;
}

/** Applications as one of their two parties sees them. Every read names the reader. */
export class ApplicationReader {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** The reader's own, in the order of the ids; undefined for all others. */
  async byIds(readerId: string, ids: readonly string[]): Promise<(ApplicationRow | undefined)[]> {
    const valid = ids.filter(isUuid);
    const rows = await this.database.entities.find(ApplicationEntity, {
      id: { $in: valid },
      ...partyTo(readerId),
    });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id.toLowerCase()));
  }

  page(
    readerId: string,
    size: number,
    after: string | null,
    status: ApplicationStatus | null | undefined,
  ): Promise<ApplicationPage> {
    const { entities } = this.database;
    const where: FilterQuery<ApplicationRow> = { ...partyTo(readerId), ...(status && { status }) };
    const asked = { list: 'applications', readerId, size, after };
    return newestFirst(this.cursors, asked, {
      rows: (olderThan, limit) => {
        const older = olderThan !== null && { id: { $lt: olderThan } };
        return entities.find(ApplicationEntity, { ...where, ...older }, { orderBy: { id: 'desc' }, limit });
      },
      countFrom: (id) => entities.count(ApplicationEntity, { ...where, id: { $gte: id } }),
    });
  }
}

const partyTo = (userId: string) => ({ $or: [{ candidateId: userId }, { instructorId: userId }] });
