import type { EntityManager } from '@mikro-orm/postgresql';
import { checkWord } from '../platform/input.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import type { Database } from '../platform/postgres/database.ts';
import { ServiceKeyEntity, type ServiceKeyRow } from './service-key.entity.ts';
import type { ServiceKeyConnection, ServiceKeyType } from './service-key.type.ts';

export const MAX_SERVICE = 255;

/** Keys as admins see them. */
export class ServiceKeyList {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Newest first.
   * @param service null: of all services
   * @throws BAD_USER_INPUT for a cursor of another list or reader
   */
  page(
    readerId: string,
    service: string | null,
    size: number,
    after: string | null,
  ): Promise<ServiceKeyConnection> {
    const { entities } = this.database;
    if (service !== null) checkWord('service', service, MAX_SERVICE);
    return newestFirst(
      this.cursors,
      { list: 'serviceKeys', readerId, size, after },
      {
        rows: (olderThan, limit) => newestKeys(entities, service, olderThan, limit),
        countFrom: (id) => entities.count(ServiceKeyEntity, { ...those(service), id: { $gte: id } }),
      },
    );
  }
}

/** The newest of those whose id is smaller, if one is given. */
export async function newestKeys(
  entities: EntityManager,
  service: string | null,
  olderThan: string | null,
  limit: number,
): Promise<ServiceKeyType[]> {
  const older = olderThan === null ? {} : { id: { $lt: olderThan } };
  const rows = await entities.find(
    ServiceKeyEntity,
    { ...those(service), ...older },
    { orderBy: { id: 'desc' }, limit },
  );
  return rows.map(shown);
}

const those = (service: string | null) => (service === null ? {} : { service });

/** What may be seen of it: not its hash. */
export function shown(row: ServiceKeyRow): ServiceKeyType {
  const { id, service, name, scopes, beginning, createdAt } = row;
  return {
    ...{ id, service, name, scopes, beginning, requestsPerMinute: row.requestsPerMinute ?? null },
    createdAt: createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    lastUsedAddress: row.lastUsedAddress ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
