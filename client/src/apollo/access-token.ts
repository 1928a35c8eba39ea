import { print, type DocumentNode } from 'graphql';
import { RefreshSessionDocument } from '../generated/session.ts';
import type { SessionFieldsFragment } from '../generated/graphql.ts';
import { fetchWithTime, serverTime } from '../browser/server-time.ts';
import { inTurn } from '../browser/turns.ts';
import type { Authorisation } from './authorisation.ts';
import { timesOf } from './token-times.ts';

export type SessionGrant = SessionFieldsFragment;

/** The server said no: the session is over. Every other failure is trouble on the way and worth another try. */
export class RenewalRefused extends Error {}

export type RefusalReason = 'refused' | 'other-user';

/** For a reader of whom this browser knows, while the server cannot be asked. */
export const grantWithoutToken = (viewer: SessionGrant['viewer']): SessionGrant => ({
  accessToken: '',
  expiresAt: new Date(0).toISOString(),
  viewer,
});

const CLOSE_TO_EXPIRY = 30_000;
const ANSWER_WITHIN = 20_000;

/**
 * Holds the access token of one session, in memory only, and renews it with the HttpOnly cookie: early by itself, and
 * on demand. However many ask at once, there is one renewal; across tabs a web lock makes them take turns, since the
 * cookie they share changes with every renewal.
 */
export class AccessToken implements Authorisation {
  #grant: SessionGrant;
  #endsAt: number;
  #renewing: Promise<string> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #refused: (reason: RefusalReason) => void;
  #disposed = false;

  constructor(grant: SessionGrant, onRefused: (reason: RefusalReason) => void) {
    this.#grant = grant;
    this.#endsAt = serverTime() + lifetime(grant);
    this.#refused = onRefused;
    // Where there is none yet, whoever needs it first asks for it.
    if (this.#msLeft() > 0) this.#renewEarly();
  }

  /** A token that will still hold when the request arrives. */
  async fresh(): Promise<string> {
    return this.#msLeft() > CLOSE_TO_EXPIRY ? this.#grant.accessToken : this.renew();
  }

  renew(): Promise<string> {
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    return this.#renewing;
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#timer);
  }

  #msLeft(): number {
    return this.#endsAt - serverTime();
  }

  #renewEarly(): void {
    clearTimeout(this.#timer);
    if (this.#disposed) return;
    const wait = Math.max(1_000, this.#msLeft() * (0.7 + Math.random() * 0.15));
    // A failure here is retried by whoever needs the token next.
    this.#timer = setTimeout(() => void this.renew().catch(() => this.#renewEarly()), wait);
  }

  async #renew(): Promise<string> {
    if (this.#disposed) throw new RenewalRefused('Signed out');
    const grant = await renewSession().catch((error: unknown) => {
      if (error instanceof RenewalRefused) this.#end('refused');
      throw error;
    });
    if (grant.viewer.id !== this.#grant.viewer.id) {
      // Somebody else signed in in another tab: this cache is not theirs.
      this.#end('other-user');
      throw new RenewalRefused('Signed in as somebody else');
    }
    this.#grant = grant;
    this.#endsAt = serverTime() + lifetime(grant);
    this.#renewEarly();
    return grant.accessToken;
  }

  #end(reason: RefusalReason): void {
    if (!this.#disposed) this.#refused(reason);
  }
}

/** By the server's clock alone, as the token has it: a clock that is wrong here must not renew without end, or too late. */
function lifetime({ accessToken, expiresAt }: SessionGrant): number {
  const { iat, exp } = timesOf(accessToken);
  if (iat !== undefined && exp !== undefined) return (exp - iat) * 1_000;
  return Date.parse(expiresAt) - serverTime();
}

/** Asks for a new access token with the cookie alone, outside Apollo, whose links themselves need the token. */
export function renewSession(): Promise<SessionGrant> {
  return inTurn('carillon-renewal', async () => {
    const { data, errors } = await post(RefreshSessionDocument);
    if (data?.refreshSession) return data.refreshSession;
    const code = errors?.[0]?.extensions?.code;
    if (data && (!code || code === 'UNAUTHENTICATED')) throw new RenewalRefused('Please sign in again');
    throw new Error(errors?.[0]?.message ?? 'The session could not be renewed');
  });
}

type RenewalAnswer = {
  data?: { refreshSession: SessionGrant | null } | null;
  errors?: { message: string; extensions?: { code?: string } }[];
};

async function post(query: DocumentNode): Promise<RenewalAnswer> {
  const response = await fetchWithTime('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    // An answer that never comes must not keep other tabs waiting, nor the reader without a word.
    signal: AbortSignal.timeout(ANSWER_WITHIN),
    body: JSON.stringify({ operationName: 'RefreshSession', query: print(query), variables: {} }),
  });
  const answer = (await response.json()) as RenewalAnswer;
  // A refusal may come without data (a plain 401); it counts as an answer all the same.
  return { ...answer, data: answer.data ?? (answer.errors ? { refreshSession: null } : null) };
}
