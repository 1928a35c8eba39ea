import { serverTime } from '../browser/server-time.ts';
import type { Authorisation } from './authorisation.ts';
import { timesOf } from './token-times.ts';

const CLOSE_TO_EXPIRY = 30_000;

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
    const token: unknown = await this.#getToken();
    if (typeof token !== 'string' || token === '') throw new Error('getToken() gave no token');
    this.#token = token;
    return token;
  }
}

/** One that does not tell holds until it is refused. */
function endsSoon(token: string): boolean {
  const { exp } = timesOf(token);
  return exp !== undefined && exp * 1_000 - serverTime() < CLOSE_TO_EXPIRY;
}
