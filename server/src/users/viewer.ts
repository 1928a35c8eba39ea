import type { Role } from './role.ts';

/** Whoever a valid token says is calling. */
export interface Viewer {
  /** The token's `sub`: the user's id, or the name of a service. */
  readonly id: string;
  /** Claims that the token had; the others are undefined. */
  readonly name: string | undefined;
  readonly email: string | undefined;
  readonly claimedRole: Role | undefined;
  readonly role: Role;
  /** Words of the `scope` and `scp` claims. */
  readonly scopes: ReadonlySet<string>;
  /** The built-in session that the token belongs to, if it is one of ours. */
  readonly sessionId: string | undefined;
  /** The service key that was shown in place of a token: the caller is a service, and nobody's inbox is theirs. */
  readonly keyId?: string | undefined;
  /** When the token begins and ends, in ms since 1970. */
  readonly notBefore: number | undefined;
  readonly expiresAt: number | undefined;
}

/** What a service's token must have in its `scope` to send notifications. */
export const CREATE_NOTIFICATIONS = 'notifications:create';
/** … to declare categories and types. */
export const WRITE_CATALOGUE = 'catalogue:write';
/** … to register webhooks. */
export const WRITE_WEBHOOKS = 'webhooks:write';
/** … to say who belongs to topics. */
export const WRITE_TOPICS = 'topics:write';

export const SCOPES = [CREATE_NOTIFICATIONS, WRITE_CATALOGUE, WRITE_WEBHOOKS, WRITE_TOPICS] as const;
export type Scope = (typeof SCOPES)[number];

/** What Carillon's own features send goes by a name that no service can have. */
export const OWN_SERVICE = 'own\tcarillon';

/**
 * Under which name the caller's sends are kept apart from those of others. An admin's begins with a character that no
 * `sub` has, so that a service of the same name is another sender.
 */
export const senderOf = ({ id, scopes }: Viewer): string =>
  SCOPES.some((scope) => scopes.has(scope)) ? id : `user\t${id}`;
