import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import { AuditLog } from './audit-log.ts';
import { AuditResolver } from './audit.resolver.ts';

/** What services, admins and operators did. */
export const createAudit = ({ database, cursors }: Platform): Feature => ({
  resolvers: [new AuditResolver(new AuditLog(database, cursors))],
  entities: [AuditEntryEntity],
  // The trigger on the table lets go of the same.
  past: { audit_log: `at < now() - interval '400 days'` },
});
