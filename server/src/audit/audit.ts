import { v7 as uuidv7 } from 'uuid';
import type { Sql } from '../platform/postgres/database.ts';
import type { AuditedAct } from './acts.ts';
import type { AuditActor } from './audit-actor.ts';

/**
 * Adds to the audit log what is done, in the transaction that does it: one entry for each object.
 * @param objects ids or names of what it is done to, never a text of somebody's; none: nothing was done
 */
export async function audit(
  sql: Sql,
  { kind, name, keyId, address }: AuditActor,
  act: AuditedAct,
  objects: readonly string[],
): Promise<void> {
  if (objects.length === 0) return;
  await sql.query(
    `insert into audit_log (id, actor_kind, actor, key_id, address, act, object_id)
     select e.id, $3, $4, $5::uuid, $6, $7, e.object_id from unnest($1::uuid[], $2::text[]) e (id, object_id)`,
    [objects.map(() => uuidv7()), objects, kind, name, keyId, address, act],
  );
}
