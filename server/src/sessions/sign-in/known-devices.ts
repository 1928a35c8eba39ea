import { randomBytes } from 'node:crypto';
import type { Seals, Secrets } from '../../platform/secrets.ts';

const ID_BYTES = 16;
const SEAL_BYTES = 18;
/** Of one browser; who signs in to more is a stranger to the account that was used longest ago. */
const MAX_ACCOUNTS = 8;
const WELL_FORMED = /^[\w-]{22}(\.[\w-]{24}){1,8}$/;

/**
 * Tells the browsers in which somebody has signed in to an account before, by a cookie that only we can make: a random
 * name for the browser and a seal for each account, of which neither says whose it is. It is no credential: with it
 * a password is still needed, but strangers cannot use up its tries. As OWASP's "Slow Down Online Guessing Attacks with
 * Device Cookies" has it.
 */
export class KnownDevices {
  private readonly seals: Seals;

  constructor(secrets: Secrets) {
    this.seals = secrets.seals('carillon device', SEAL_BYTES);
  }

  /** @returns the browser's name, where it knows the account */
  idOf(cookie: string | undefined, account: string): string | undefined {
    const device = read(cookie);
    return device?.seals.some((seal) => this.fits(seal, device.id, account)) ? device.id : undefined;
  }

  /** The cookie of a browser that knows the account from now on, besides those that it knew. */
  remember(cookie: string | undefined, account: string): string {
    const { id, seals } = read(cookie) ?? { id: randomBytes(ID_BYTES).toString('base64url'), seals: [] };
    const own = this.seals.make(sealed(id, account)).toString('base64url');
    const others = seals.filter((seal) => !this.fits(seal, id, account));
    return [id, own, ...others.slice(0, MAX_ACCOUNTS - 1)].join('.');
  }

  private fits(seal: string, id: string, account: string): boolean {
    return this.seals.fits(Buffer.from(seal, 'base64url'), sealed(id, account));
  }
}

function read(cookie = ''): { id: string; seals: string[] } | undefined {
  const [id, ...seals] = cookie.split('.');
  return WELL_FORMED.test(cookie) ? { id: id!, seals } : undefined;
}

const sealed = (id: string, account: string) => JSON.stringify([id, account]);
