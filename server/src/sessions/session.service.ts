import { createHash, randomBytes } from 'node:crypto';
import { raw } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import type { Database } from '../platform/postgres/database.ts';
import { unauthenticated } from '../platform/errors.ts';
import { isUuid } from '../platform/input.ts';
import { UserEntity, type UserRow } from '../users/user.entity.ts';
import type { Viewer } from '../users/viewer.ts';
import type { AccessTokens } from './access-token.ts';
import type { EndedThere } from './oidc/logout-token.ts';
import type { KnownDevices } from './sign-in/known-devices.ts';
import { isPassword } from './sign-in/password.ts';
import type { RevokedSessions } from './revoked-sessions.ts';
import { SESSION_DAYS } from './session-cookie.ts';
import { SessionEntity } from './session.entity.ts';
import type { SignInLimits } from './sign-in/sign-in-limits.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** Longer ones are refused before they cost a hash. */
const MAX_CREDENTIAL = 1_000;

/** What a sign-in or a renewal brings. */
export interface IssuedSession {
  accessToken: string;
  expiresAt: string;
  viewer: UserRow;
}

/** What a session stands on where somebody has signed in at a provider. */
export interface ProviderSession {
  readonly issuer: string;
  readonly subject: string;
  readonly sessionId: string | undefined;
}

/** The built-in accounts: signing in with a password, renewing, signing out. */
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly tokens: AccessTokens,
    private readonly revoked: RevokedSessions,
    private readonly devices: KnownDevices,
    private readonly limits: SignInLimits,
  ) {}

  /**
   * @param from the cookie by which the browser may be known, and where it is
   * @throws UNAUTHENTICATED for a wrong e-mail or password, RATE_LIMITED after too many of them
   */
  async signIn(
    email: string,
    password: string,
    { device: cookie, address }: { device: string | undefined; address: string },
  ): Promise<IssuedSession & { refreshToken: string; device: string }> {
    const account = email.trim().toLowerCase();
    const attempt = { account, address, device: this.devices.idOf(cookie, account) };
    const user = await this.limits.watch(attempt, () => this.check(account, password));
    if (!user) throw unauthenticated('Wrong e-mail or password');
    const device = this.devices.remember(cookie, account);
    return { ...(await this.begin(user)), device };
  }

  /** A session of somebody who has shown who they are, here or at a provider. */
  async begin(user: UserRow, there?: ProviderSession): Promise<IssuedSession & { refreshToken: string }> {
    const refreshToken = randomBytes(32).toString('base64url');
    const id = uuidv7();
    await this.database.entities.insert(SessionEntity, {
      id,
      userId: user.id,
      tokenHash: hashOf(refreshToken),
      expiresAt: new Date(Date.now() + SESSION_DAYS * DAY_MS),
      createdAt: new Date(),
      revokedAt: null,
      issuer: there?.issuer ?? null,
      subject: there?.subject ?? null,
      providerSessionId: there?.sessionId ?? null,
    });
    return { ...this.issue(user, id), refreshToken };
  }

  /** Ends everywhere what a provider has ended: what stands on its session, or all of its user's. */
  async endByProvider(issuer: string, { subject, sessionId, at }: EndedThere): Promise<void> {
    // Of a session there is nothing known where the provider did not name it.
    const which =
      subject === undefined
        ? [`provider_session_id = $3`, sessionId]
        : sessionId === undefined
          ? [`subject = $3`, subject]
          : [
              `subject = $3 and (provider_session_id = $4 or provider_session_id is null)`,
              subject,
              sessionId,
            ];
    const ended = await this.database.query<{ id: string }>(
      `update sessions set revoked_at = now()
       where issuer = $1 and created_at <= $2 and ${which[0]} and revoked_at is null returning id`,
      [issuer, at, ...which.slice(1)],
    );
    for (const { id } of ended) this.revoked.announce(id);
  }

  /** A new access token; the session lives on for another 30 days. @throws UNAUTHENTICATED */
  async refresh(refreshToken: string | undefined): Promise<IssuedSession> {
    if (!refreshToken) throw unauthenticated('There is no session to renew');
    const { entities } = this.database;
    const isOpen = { tokenHash: hashOf(refreshToken), revokedAt: null, expiresAt: { $gt: raw('now()') } };
    const session = await entities.findOne(SessionEntity, isOpen);
    const until = raw('now() + make_interval(days => ?)', [SESSION_DAYS]);
    // It may have ended since it was read.
    if (!session || (await entities.nativeUpdate(SessionEntity, isOpen, { expiresAt: until })) === 0)
      throw unauthenticated('The session has ended');
    const user = await entities.findOneOrFail(UserEntity, { id: session.userId });
    return this.issue(user, session.id);
  }

  /** Ends the caller's session everywhere, whether they show its access token or its refresh token. */
  async signOut(viewer: Viewer | undefined, refreshToken: string | undefined): Promise<void> {
    const shown = [
      ...(viewer?.sessionId && isUuid(viewer.sessionId) ? [{ id: viewer.sessionId }] : []),
      ...(refreshToken ? [{ tokenHash: hashOf(refreshToken) }] : []),
    ];
    if (shown.length === 0) return;
    const { entities } = this.database;
    const ended = await entities.find(SessionEntity, { $or: shown, revokedAt: null });
    const ids = ended.map(({ id }) => id);
    await entities.nativeUpdate(
      SessionEntity,
      { id: { $in: ids }, revokedAt: null },
      { revokedAt: raw('now()') },
    );
    for (const { id } of ended) this.revoked.announce(id);
  }

  private issue(viewer: UserRow, sessionId: string): IssuedSession {
    const { token, expiresAt } = this.tokens.issue(viewer, sessionId);
    return { accessToken: token, expiresAt, viewer };
  }

  private async check(account: string, password: string): Promise<UserRow | undefined> {
    if (account.length + password.length > MAX_CREDENTIAL) return undefined;
    if (account.includes('\0') || !account.isWellFormed()) return undefined;
    const [found] = await this.database.query<{ id: string; passwordHash: string }>(
      `select id, password_hash as "passwordHash" from users where lower(email) = $1 and password_hash is not null`,
      [account],
    );
    if (!(await isPassword(password, found?.passwordHash))) return undefined;
    return this.database.entities.findOneOrFail(UserEntity, { id: found!.id });
  }
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
