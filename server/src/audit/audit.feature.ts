import type { Feature } from '../platform/feature.ts';
import type { Platform } from '../platform/platform.ts';
import { AuditActorKind } from './audit-actor.ts';
import { AuditEntryEntity } from './audit-entry.entity.ts';
import { AuditLog } from './audit-log.ts';
import { AuditResolver } from './audit.resolver.ts';

/** What services, admins and operators did. */
export const createAudit = ({ database, cursors }: Platform): Feature => ({
  resolvers: [new AuditResolver(new AuditLog(database, cursors))],
  entities: [AuditEntryEntity],
  // What was done stays, and who did it does not: the trigger on the table lets that pass.
  personal: [
    {
      table: 'audit_log',
      of: `actor_kind = '${AuditActorKind.USER}' and actor = $1`,
      exported: ['at', 'act', 'object_id', 'address'],
      erased: { overwritten: { actor: `''`, address: 'null' } },
    },
  ],
  // The trigger on the table lets go of the same.
  past: { audit_log: `at < now() - interval '400 days'` },
});
