import type { CookieSerializeOptions } from '@fastify/cookie';

/** How long a session lives without being renewed. */
export const SESSION_DAYS = 30;
export const DAY_SECONDS = 24 * 60 * 60;

/** Holds what renews a session. */
export const SESSION_COOKIE = 'carillon_refresh';

/** Scripts cannot read them, other sites do not send them, and only GraphQL needs them. */
export const KEPT_FROM_SCRIPTS = { path: '/graphql', httpOnly: true, sameSite: 'strict' } as const;

export const sessionCookieOptions: CookieSerializeOptions = {
  ...KEPT_FROM_SCRIPTS,
  maxAge: SESSION_DAYS * DAY_SECONDS,
};
