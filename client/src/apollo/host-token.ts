import { serverTime } from '../browser/server-time.ts';
import { within } from '../browser/within.ts';
import type { Authorisation } from './authorisation.ts';
import { timesOf } from './token-times.ts';

const CLOSE_TO_EXPIRY = 30_000;
/** Whoever waits for a host that never answers would wait for ever, and say nothing of it. */
const ANSWER_WITHIN = 30_000;
/** What a header can carry (RFC 6750, section 2.1, and a little more). */
const TOKEN = /^[\x21-\x7e]+$/;

/** Asks a host application for tokens of its reader: when one is needed first, when it ends soon, when it is refused. */
export class HostToken implements Authorisation {
  #getToken: () => string | Promise<string>;
  #token: string | undefined;
  #asking: Promise<string> | null = null;

  constructor(getToken: () => string | Promise<string>) {
    this.#getToken = getToken;
  }

  async fresh(): Promise<string> {
    const token = this.#token;
    return token !== undefined && !endsSoon(token) ? token : this.renew();
  }

  /** However many ask at once, the host is asked once. */
  renew(): Promise<string> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<string> {
    this.#token = undefined;
    const given: unknown = await within(ANSWER_WITHIN, this.#asked(), 'getToken() did not answer');
    const token = typeof given === 'string' ? given.trim() : '';
    if (!TOKEN.test(token)) throw new Error('getToken() gave no token');
    this.#token = token;
    return token;
  }

  /** Also where it throws at once. */
  async #asked(): Promise<unknown> {
    return this.#getToken();
  }
}

/** One that does not tell holds until it is refused. */
function endsSoon(token: string): boolean {
  const { exp } = timesOf(token);
  return exp !== undefined && exp * 1_000 - serverTime() < CLOSE_TO_EXPIRY;
}
