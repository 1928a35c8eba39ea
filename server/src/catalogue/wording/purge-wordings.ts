import type { Database } from '../../platform/postgres/database.ts';

/** Replicas of the release before may still word what they send as that release did. */
const UNUSED_DAYS = 30;

/**
 * Removes versions of words that no type has any more, once nothing is read in them. It is a change of the catalogue:
 * whoever declares the same words again does it before or after.
 */
export function purgeWordings(database: Database): Promise<void> {
  return database.transaction(async (sql) => {
    await sql.query('select from catalogue_version for update');
    await sql.query(
      `update wordings w set unused_since = case when w.unused_since is null then now() end
       where (w.unused_since is null) = (not exists (select from declared_types t where t.wording = w.id))`,
    );
    await sql.query(
      `delete from wordings w where w.unused_since < now() - make_interval(days => $1)
         and not exists (select from all_notifications n where n.wording = w.id)`,
      [UNUSED_DAYS],
    );
  });
}
