import { BoundedLog } from '../platform/bounded-log.ts';
import type { Feature } from '../platform/feature.ts';
import type { Keys } from '../keys/keys.feature.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Platform } from '../platform/platform.ts';
import type { Viewer } from '../users/viewer.ts';
import { AccessTokens } from './access-token.ts';
import type { ExpectedClaims } from './claims.ts';
import { endSessions } from './end-sessions.ts';
import { createDemoAccounts } from './demo-accounts.ts';
import { readIssuers, type IssuersSource } from './issuers/issuer-settings.ts';
import { OutsideIssuers } from './issuers/outside-issuers.ts';
import { oidcRoutes } from './oidc/oidc.ts';
import { readProvider, type ProviderSource } from './oidc/provider-settings.ts';
import { KnownDevices } from './sign-in/known-devices.ts';
import { RevokedSessions } from './revoked-sessions.ts';
import { SessionEntity } from './session.entity.ts';
import { SessionResolver } from './session.resolver.ts';
import { SessionService } from './session.service.ts';
import { SignInLimits } from './sign-in/sign-in-limits.ts';
import { SignInReport } from './sign-in/sign-in-report.ts';

export interface SessionSettings extends ExpectedClaims {
  /** With the accounts that `npm start` offers. */
  readonly isDemo: boolean;
  /** Service keys, which are shown where tokens are. */
  readonly keys: Pick<Keys, 'read'>;
  readonly issuers: IssuersSource;
  /** Where people sign in besides; undefined: nowhere. */
  readonly provider: ProviderSource | undefined;
  /** Whether people sign in with an e-mail address and a password. */
  readonly hasPasswords: boolean;
}

/**
 * Tells who is calling from what an `Authorization` header, or its like on a socket, says: at once, but for a token of an
 * outside issuer that was not seen lately.
 */
export type Authenticate = (authorization: unknown) => Caller<Viewer> | Promise<Caller<Viewer>>;

/** Who is calling, and the built-in accounts. */
export function createSessions(
  platform: Platform,
  { isDemo, keys, issuers, provider, hasPasswords, ...expected }: SessionSettings,
): Feature & { readonly authenticate: Authenticate } {
  const { database, pubSub, sockets, limits, secrets, metrics, log, onTrouble } = platform;
  const others = readIssuers(issuers, expected.issuer);
  const there = provider && readProvider(provider, others);
  const outside = new OutsideIssuers(others, there ? [there.rule.idPrefix] : [], onTrouble);
  const tokens = new AccessTokens(secrets, expected, outside);
  const revoked = new RevokedSessions(database, pubSub, sockets, onTrouble);
  const report = new SignInReport(secrets, metrics, new BoundedLog(log));
  const devices = new KnownDevices(secrets);
  const sessions = new SessionService(database, tokens, revoked, devices, new SignInLimits(limits, report));
  return {
    authenticate: (authorization) => {
      const service = keys.read(authorization);
      if (service) return service;
      const caller = tokens.read(authorization);
      if (caller instanceof Promise) return caller; // an outside issuer's, which belongs to no session of ours
      const sessionId = caller.viewer?.sessionId;
      return sessionId && revoked.has(sessionId) ? { refusal: 'The session has ended' } : caller;
    },
    resolvers: [new SessionResolver(sessions, hasPasswords)],
    entities: [SessionEntity],
    ...(there && { serve: oidcRoutes(platform, sessions, there) }),
    past: { sessions: `expires_at < now() - interval '1 day' or revoked_at < now() - interval '1 day'` },
    personal: [
      {
        table: 'sessions',
        of: 'user_id = $1',
        exported: ['created_at', 'expires_at', 'revoked_at'],
        // That they have ended is known until their last tokens have.
        erased: {
          overwritten: {
            ...{ user_id: 'null', issuer: 'null', subject: 'null', provider_session_id: 'null' },
            token_hash: 'gen_random_uuid()::text',
            revoked_at: 'coalesce(revoked_at, now())',
          },
        },
      },
    ],
    shutOut: (sql, userId) => endSessions(sql, revoked, userId),
    prepare: async () => {
      if (isDemo) await createDemoAccounts(database);
      await revoked.start();
    },
    close: () => revoked.stop(),
  };
}
