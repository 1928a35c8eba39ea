import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** What each secret gives for one purpose; the current one's comes first. */
export type Keys<Key> = readonly [Key, ...Key[]];

/**
 * The deployment's secret and, while it is being changed, the former one: what is made is made with the current one,
 * what comes back may be of either.
 */
export class Secrets {
  constructor(
    private readonly current: string,
    private readonly former?: string,
  ) {}

  keys<Key>(make: (secret: string) => Key): Keys<Key> {
    return this.former === undefined ? [make(this.current)] : [make(this.current), make(this.former)];
  }

  /** Seals of one purpose, which are worth nothing for another. */
  seals(purpose: string, bytes: number): Seals {
    return new Seals(
      this.keys((secret) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))),
      bytes,
    );
  }
}

/** Tells texts that we made from all others, by the first bytes of an HMAC-SHA-256. */
export class Seals {
  constructor(
    private readonly keys: Keys<string | Buffer>,
    private readonly bytes: number,
  ) {}

  make(text: string): Buffer {
    return this.with(this.keys[0], text);
  }

  fits(seal: Buffer, text: string): boolean {
    return this.keys.some((key) => {
      const expected = this.with(key, text);
      return seal.length === expected.length && timingSafeEqual(seal, expected);
    });
  }

  private with(key: string | Buffer, text: string): Buffer {
    return createHmac('sha256', key).update(text).digest().subarray(0, this.bytes);
  }
}
