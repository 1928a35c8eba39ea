import { defineEntity, p } from '@mikro-orm/postgresql';
import { AuditActorKind } from './audit-actor.ts';

/** The row of `audit_log`: what somebody did. Rows are only added; PostgreSQL sees to it. */
export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_log',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(3).defaultRaw('now()'),
    actorKind: p.enum(() => AuditActorKind),
    actor: p.text(),
    keyId: p.uuid().nullable(),
    address: p.text().nullable(),
    act: p.text(),
    objectId: p.text(),
  },
});
