import { LRUCache } from 'lru-cache';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { badInput } from '../platform/errors.ts';
import { Groups } from '../platform/postgres/groups.ts';
import { mailboxOf } from '../platform/text/mailbox.ts';
import { Role } from './role.ts';
import { UserEntity, type UserRow } from './user.entity.ts';
import type { Viewer } from './viewer.ts';

/** How many users a replica remembers to have seen, so that their requests cost no statement. */
const REMEMBERED = 50_000;
/** Who was erased is told to all replicas; the one that did not hear it looks again after this. */
const REMEMBERED_MS = 5 * 60 * 1_000;
const USERS_A_QUERY = 500;

export class UserService {
  private readonly seen = new LRUCache<string, string>({ max: REMEMBERED, ttl: REMEMBERED_MS });

  constructor(private readonly database: Database) {}

  /** First sight of a token's owner: gives them their row and their inbox. Later sights take over changed claims. */
  async see(viewer: Viewer): Promise<void> {
    const claims = JSON.stringify([viewer.name, viewer.email, viewer.claimedRole]);
    if (this.seen.get(viewer.id) === claims) return;
    if (!(await this.isUpToDate.add(viewer))) await this.write(viewer);
    this.seen.set(viewer.id, claims);
  }

  /** Of whoever was erased this replica must not remember that they are known. */
  forget(userId: string): void {
    this.seen.delete(userId);
  }

  /** Nearly always they are, and when a replica has gone everybody comes to another at once. */
  private readonly isUpToDate = new Groups<Viewer, boolean>(
    async (viewers) => {
      const rows = await this.database.query<UserRow>(
        `select u.id, u.name, u.email, u.role from users u join inbox i on i.user_id = u.id where u.id = any($1)`,
        [viewers.map(({ id }) => id)],
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      return viewers.map((viewer) => {
        const row = byId.get(viewer.id);
        return row !== undefined && agrees(viewer, row);
      });
    },
    { most: USERS_A_QUERY, inFlight: 2, isForAll: () => true },
  );

  private async write(viewer: Viewer): Promise<void> {
    const { id, name = null, email = null, claimedRole = null } = viewer;
    await this.database.transaction(async (sql) => {
      await sql.query(
        `insert into users as u (id, name, email, role)
         values ($1, coalesce($2, $1), $3, coalesce($4, 'CANDIDATE'))
         on conflict (id) do update
           set name = coalesce($2, u.name), email = coalesce($3, u.email), role = coalesce($4, u.role)
           where (u.name, u.email, u.role) is distinct from
             (coalesce($2, u.name), coalesce($3, u.email), coalesce($4, u.role))`,
        [id, name, email, claimedRole],
      );
      await sql.query(`insert into inbox (user_id) values ($1) on conflict do nothing`, [id]);
    });
  }

  /** The users of these ids, in their order; undefined where there is none. */
  async byIds(ids: readonly string[]): Promise<(UserRow | undefined)[]> {
    const rows = await this.database.entities.find(UserEntity, { id: { $in: [...ids] } });
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => byId.get(id));
  }

  /** To whom an application can be submitted, by name; 500 at most. */
  instructors(): Promise<UserRow[]> {
    const order = { name: 'asc', id: 'asc' } as const;
    return this.database.entities.find(UserEntity, { role: Role.INSTRUCTOR }, { orderBy: order, limit: 500 });
  }

  async isInstructor(id: string): Promise<boolean> {
    return (await this.database.entities.count(UserEntity, { id, role: Role.INSTRUCTOR })) > 0;
  }
}

/** Whether everything that a token claims is known. */
const agrees = ({ name, email, claimedRole }: Viewer, row: UserRow): boolean =>
  (name ?? row.name) === row.name &&
  (email ?? row.email) === row.email &&
  (claimedRole ?? row.role) === row.role;

/**
 * Gives recipients who were never seen a row and an inbox. Ids in one order, so that two calls never deadlock. Who is
 * there already is locked, though not changed: whoever is just being erased must not go between the two statements.
 * @throws BAD_USER_INPUT for what is somebody's e-mail address
 */
export async function ensureRecipients(sql: Sql, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  if ((await emailAddressAmong(sql, ids)) !== undefined)
    throw badInput("recipientId is the user's id, not an e-mail address", 'recipientId');
  await sql.query(
    `insert into users as u (id, name)
     select id, id from unnest($1::text[]) id order by id collate "C"
     on conflict (id) do update set name = u.name where false`,
    [ids],
  );
  await sql.query(
    `insert into inbox (user_id)
     select id from unnest($1::text[]) id order by id collate "C" on conflict do nothing`,
    [ids],
  );
}

/**
 * An id may be any text, an e-mail address too. But one that nobody has as an id, and somebody as an address, is a
 * mistake: what is sent there would ring nobody.
 * @returns the first such
 */
export async function emailAddressAmong(sql: Sql, ids: readonly string[]): Promise<string | undefined> {
  const suspects = ids.filter((id) => id.includes('@'));
  if (suspects.length === 0) return undefined;
  const [mistaken] = await sql.query<{ id: string }>(
    `select id from unnest($1::text[], $2::text[]) with ordinality suspect (id, address, place)
     where exists (select from users u where lower(u.email) = lower(suspect.address))
       and not exists (select from users u where u.id = suspect.id)
     order by place limit 1`,
    [suspects, suspects.map(addressOf)],
  );
  return mistaken?.id;
}

/** However it is written: `mailto:a@b.example`, `Name <a@b.example>`, with blanks around. */
const addressOf = (id: string): string => mailboxOf(id.replace(/^\s*mailto:/i, ''))?.address ?? id;
