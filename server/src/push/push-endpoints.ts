import { v7 as uuidv7 } from 'uuid';
import { badInput } from '../platform/errors.ts';
import type { Destinations } from '../platform/http/outgoing/destinations.ts';
import { isUuid } from '../platform/input.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import type { PreferencesService } from '../preferences/preferences.service.ts';
import type { Viewer } from '../users/viewer.ts';
import { isPushHost } from './push-hosts.ts';
import { reachable } from './reachable.ts';

/** What a browser says of itself when it is subscribed (`PushSubscription.toJSON()`). */
export interface Subscription {
  readonly endpoint: string;
  /** base64url: the browser's public key (RFC 8291), and a secret shared with it. */
  readonly p256dh: string;
  readonly auth: string;
}

/** A browser as its reader may know it: its address is a secret of the browser's and of ours. */
export interface PushEndpoint {
  readonly id: string;
  readonly userId: string;
  readonly sessionId: string | null;
  readonly createdAt: string;
}

export const MAX_ENDPOINTS = 10;
const MAX_ENDPOINT = 2_000;
const POINT_BYTES = 65;
const UNCOMPRESSED = 4;
const SECRET_BYTES = 16;

/** To which browsers and phones somebody's pushes go. */
export class PushEndpoints {
  constructor(
    private readonly database: Database,
    private readonly preferences: PreferencesService,
    private readonly destinations: Destinations,
    private readonly hosts: readonly string[],
  ) {}

  async of(userIds: readonly string[]): Promise<PushEndpoint[]> {
    return this.database.query<PushEndpoint>(
      `select p.id, p.user_id as "userId", p.session_id as "sessionId", p.created_at as "createdAt"
       from ${reachable} where p.user_id = any($1) order by p.id desc`,
      [userIds],
    );
  }

  /**
   * From now on pushes of the caller go there, until their session ends; whoever had it before has it no more. A session is
   * one browser's: what it had registered before, it has another for. Twice is once.
   * @throws BAD_USER_INPUT unless it is an endpoint of a push service that is known here, or for the eleventh
   */
  async register({ id: userId, sessionId }: Viewer, subscription: Subscription): Promise<void> {
    const { endpoint, p256dh, auth } = await this.check(subscription);
    const session = isUuid(sessionId ?? '') ? sessionId : null;
    await this.preferences.change(userId, async (sql) => {
      await sql.query(
        'delete from push_endpoints where user_id = $1 and session_id = $2 and endpoint <> $3',
        [userId, session, endpoint],
      );
      await sql.query(
        `insert into push_endpoints (id, user_id, session_id, endpoint, p256dh, auth)
         values ($1, $2, (select id from sessions where id = $3 and user_id = $2), $4, $5, $6)
         on conflict (endpoint) do update set user_id = excluded.user_id, session_id = excluded.session_id,
           p256dh = excluded.p256dh, auth = excluded.auth`,
        [uuidv7(), userId, session, endpoint, p256dh, auth],
      );
      await dropEnded(sql, userId);
      const [{ count }] = (await sql.query<{ count: number }>(
        'select count(*)::int as count from push_endpoints where user_id = $1',
        [userId],
      )) as [{ count: number }];
      if (count > MAX_ENDPOINTS)
        throw badInput(
          `Pushes go to ${MAX_ENDPOINTS} of your devices already, which is the most`,
          'endpoint',
        );
    });
  }

  /** Ids of others, and those that are gone, change nothing. */
  async remove(userId: string, id: string): Promise<void> {
    if (!isUuid(id)) return;
    await this.preferences.change(userId, (sql) =>
      sql.query('delete from push_endpoints where user_id = $1 and id = $2', [userId, id]),
    );
  }

  /** Whether pushes say more than that there is something, and of which category. */
  async setContent(userId: string, isShown: boolean): Promise<void> {
    await this.preferences.change(userId, (sql) =>
      sql.query('update preferences set pushes_content = $2 where user_id = $1', [userId, isShown]),
    );
  }

  /** In the order of the users; undefined for who never chose. */
  async contentOf(userIds: readonly string[]): Promise<(boolean | undefined)[]> {
    const rows = await this.database.query<{ userId: string; isShown: boolean }>(
      'select user_id as "userId", pushes_content as "isShown" from preferences where user_id = any($1)',
      [userIds],
    );
    const chosen = new Map(rows.map(({ userId, isShown }) => [userId, isShown]));
    return userIds.map((userId) => chosen.get(userId));
  }

  private async check({ endpoint, p256dh, auth }: Subscription): Promise<Subscription> {
    const isUrl = endpoint.length <= MAX_ENDPOINT && URL.canParse(endpoint);
    if (!isUrl || !isPushHost(this.hosts, new URL(endpoint).host))
      throw badInput('endpoint must be an address of a push service that is known here', 'endpoint');
    // Also https, without a password, and on the internet.
    await this.destinations.find(endpoint).catch(() => {
      throw badInput('endpoint must be an https:// address on the internet', 'endpoint');
    });
    const point = Buffer.from(p256dh, 'base64url');
    if (point.length !== POINT_BYTES || point[0] !== UNCOMPRESSED)
      throw badInput('p256dh must be a public key of the curve P-256, in base64url', 'p256dh');
    if (Buffer.from(auth, 'base64url').length !== SECRET_BYTES)
      throw badInput('auth must be 16 bytes in base64url', 'auth');
    return { endpoint: new URL(endpoint).href, p256dh: point.toString('base64url'), auth };
  }
}

const dropEnded = (sql: Sql, userId: string) =>
  sql.query(
    `delete from push_endpoints p using sessions s
     where p.user_id = $1 and s.id = p.session_id and s.revoked_at is not null`,
    [userId],
  );
