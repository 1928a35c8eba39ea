import { checkWord } from '../platform/input.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import type { Database } from '../platform/postgres/database.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import type { AuditEntryConnection } from './audit-entry.type.ts';

const MAX_WORD = 255;

/** Which entries: of somebody, of an act, of both, or all. */
export interface AuditFilter {
  readonly actor: string | null | undefined;
  readonly act: string | null | undefined;
}

/** What was done, for admins to read. `audit` writes it. */
export class AuditLog {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. @throws BAD_USER_INPUT for a cursor of another list or reader */
  page(
    readerId: string,
    { actor, act }: AuditFilter,
    size: number,
    after: string | null,
  ): Promise<AuditEntryConnection> {
    const asked = { list: 'auditLog', readerId, size, after };
    const these = {
      ...(actor != null && { actor: checkWord('actor', actor, MAX_WORD) }),
      ...(act != null && { act: checkWord('act', act, MAX_WORD) }),
    };
    const { entities } = this.database;
    return newestFirst(this.cursors, asked, {
      rows: async (olderThan, limit) => {
        const older = olderThan === null ? {} : { id: { $lt: olderThan } };
        const rows = await entities.find(
          AuditEntryEntity,
          { ...these, ...older },
          { orderBy: { id: 'desc' }, limit },
        );
        return rows.map((row) => ({
          ...row,
          at: row.at.toISOString(),
          keyId: row.keyId ?? null,
          address: row.address ?? null,
        }));
      },
      countFrom: (id) => entities.count(AuditEntryEntity, { ...these, id: { $gte: id } }),
    });
  }
}
