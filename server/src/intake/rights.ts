import type { Sql, Transaction } from '../platform/postgres/database.ts';

/** Runs what hosts call where Carillon itself connects as a superuser. It is one for all databases of a server. */
const KEEPER = 'carillon_intake';

const FUNCTIONS = `(select p.oid, p.proname, p.proowner, p.prosecdef from pg_proc p
  where p.pronamespace = 'carillon'::regnamespace and p.proname ~ '^notify(_v[0-9]+)?$') f`;

/**
 * Who may call what hosts call, and as whom that runs: whoever was named, and nobody else; and never as a superuser.
 * Set anew at each start, since a restore may have left it out (`--no-privileges`, `--no-owner`).
 */
export async function setRights(sql: Transaction): Promise<void> {
  // What somebody else sets at the same moment would be an error.
  await sql.query(`select pg_advisory_xact_lock(hashtext('carillon:rights'))`);
  await leaveSuperuser(sql);
  await run(sql, WITHDRAWN);
  await run(sql, GRANTED);
}

/** Statements that a query has written, one in each row. */
async function run(sql: Sql, written: string): Promise<void> {
  for (const { statement } of await sql.query<{ statement: string }>(written)) await sql.query(statement);
}

async function leaveSuperuser(sql: Sql): Promise<void> {
  const [found] = await sql.query<{ isNeeded: boolean }>(
    `select exists (select from ${FUNCTIONS} join pg_roles r on r.oid = f.proowner
       where f.prosecdef and r.rolsuper)
       and (select rolsuper from pg_roles where rolname = current_user) as "isNeeded"`,
  );
  if (!found!.isNeeded) return;
  // Another database of this server may be making it at this moment.
  await sql.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${KEEPER}') then create role ${KEEPER} nologin; end if;
  exception when duplicate_object or unique_violation then null; end $$`);
  await run(
    sql,
    `select format('grant usage on schema %I to ${KEEPER}', n.nspname) as statement
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = 'intake'::regclass`,
  );
  await sql.query(`grant insert, select (id) on intake to ${KEEPER}`);
  await sql.query(`grant select on sql_senders, declared_types to ${KEEPER}`);
  await run(
    sql,
    `select format('alter function %s owner to ${KEEPER}', f.oid::regprocedure) as statement
     from ${FUNCTIONS} where f.prosecdef`,
  );
}

/** All that anybody has in the schema who is neither its owner nor named. */
const WITHDRAWN = `
  with held as (
    select format('schema %I', n.nspname) as what, a.grantee, n.nspowner as owner
    from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'carillon'
    union select format('function %s', f.oid::regprocedure), a.grantee, f.proowner
    from ${FUNCTIONS} join pg_proc p on p.oid = f.oid,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  )
  select distinct format('revoke all on %s from %s', what,
    case grantee when 0 then 'public' else quote_ident(r.rolname) end) as statement
  from held left join pg_roles r on r.oid = held.grantee
  where held.grantee <> held.owner and (r.rolname is null or r.rolname not in (select role from sql_senders))`;

/** What named roles lack. One that is not there any more is left out. */
const GRANTED = `
  select statement from sql_senders s join pg_roles r on r.rolname = s.role, lateral (
    select format('grant usage on schema carillon to %I', s.role) as statement
    where not has_schema_privilege(r.oid, 'carillon', 'usage')
    union all select format('grant execute on function %s to %I', f.oid::regprocedure, s.role)
    from ${FUNCTIONS} where not has_function_privilege(r.oid, f.oid, 'execute')
  ) lacking`;
