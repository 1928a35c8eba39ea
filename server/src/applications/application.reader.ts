import type { FilterQuery } from '@mikro-orm/postgresql';
import { badInput } from '../platform/errors.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import type { Database } from '../platform/postgres/database.ts';
import { isUuid } from '../platform/input.ts';
import type { PageInfo } from '../platform/graphql/page-info.type.ts';
import { ApplicationEntity, type ApplicationRow } from './application.entity.ts';
import type { ApplicationStatus } from './application-status.ts';

const LIST = 'applications';

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

  /** Newest first: the ids are UUIDv7, so their order is that of submission. */
  async page(
    readerId: string,
    size: number,
    after: string | null,
    status: ApplicationStatus | null | undefined,
  ): Promise<ApplicationPage> {
    const place = after === null ? undefined : this.cursors.decode(LIST, readerId, after);
    if (place !== undefined && !isUuid(place)) throw badInput('The cursor is not one of this list');
    const where: FilterQuery<ApplicationRow> = { ...partyTo(readerId), ...(status && { status }) };
    const { entities } = this.database;
    const rows = await entities.find(
      ApplicationEntity,
      { ...where, ...(place && { id: { $lt: place } }) },
      { orderBy: { id: 'desc' }, limit: size + 1 },
    );
    const edges = rows
      .slice(0, size)
      .map((node) => ({ node, cursor: this.cursors.encode(LIST, readerId, node.id) }));
    const hasPreviousPage =
      place !== undefined && (await entities.count(ApplicationEntity, { ...where, id: { $gte: place } })) > 0;
    return {
      edges,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

const partyTo = (userId: string) => ({ $or: [{ candidateId: userId }, { instructorId: userId }] });
