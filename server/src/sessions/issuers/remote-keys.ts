import {
  compactVerify,
  createLocalJWKSet,
  errors,
  type CompactJWSHeaderParameters,
  type JSONWebKeySet,
} from 'jose';
import { boundedFetch } from '../../platform/http/outgoing/bounded-fetch.ts';

/** How long keys are taken for current. */
const FRESH_MS = 10 * 60_000;
/** How long they are used while no others can be had. */
const USABLE_MS = 24 * 60 * 60_000;
/** Whoever sends keys that nobody knows may not have us ask more often. */
const COOLDOWN_MS = 30_000;
/** Where there are none at all, nobody gets in meanwhile. */
const FIRST_COOLDOWN_MS = 5_000;
/** Of keys without an id so many are tried for one token. */
const MAX_TRIED = 10;

type LocalKeys = ReturnType<typeof createLocalJWKSet>;

/** The issuer's keys cannot be had just now. */
export class KeysAway extends Error {}

/**
 * The public keys of one issuer, by the address of its JSON Web Key Set (RFC 7517): read when they are first needed, when
 * they are old, and when a token names one that is not among them; used for a day while the address gives no answer.
 */
export class RemoteKeys {
  private keys: LocalKeys | undefined;
  private readAt = -Infinity;
  private triedAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(
    /** Where they are; it may have to be looked up first. */
    private readonly address: () => Promise<string>,
    private readonly onTrouble: (error: unknown) => void,
    /** In ms. */
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @param token a JWS in its compact form
   * @returns the payload; undefined where none of the keys and algorithms made the signature
   * @throws KeysAway where that cannot be known
   */
  async open(token: string, algorithms: readonly string[]): Promise<Uint8Array | undefined> {
    if (!this.keys || this.age > FRESH_MS) await this.read();
    const opened = await this.tryToOpen(token, algorithms);
    if (opened !== 'unknown key') return opened;
    await this.read();
    const again = await this.tryToOpen(token, algorithms);
    if (again !== 'unknown key') return again;
    if (this.triedAt > this.readAt) throw new KeysAway();
    return undefined;
  }

  private get age(): number {
    return this.now() - this.readAt;
  }

  private async tryToOpen(
    token: string,
    algorithms: readonly string[],
  ): Promise<Uint8Array | undefined | 'unknown key'> {
    const { keys } = this;
    if (!keys || this.age > USABLE_MS) throw new KeysAway();
    let hasId = true;
    const findKey = (header: CompactJWSHeaderParameters) => {
      hasId = header.kid !== undefined;
      return keys(header);
    };
    const options = { algorithms: [...algorithms] };
    try {
      return (await compactVerify(token, findKey, options)).payload;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key';
      if (error instanceof errors.JWKSMultipleMatchingKeys) {
        const payload = await openWithAny(token, error, options);
        if (payload) return payload;
      }
      // Nothing names the key, so another one may have come in its place.
      return hasId ? undefined : 'unknown key';
    }
  }

  /** One at a time, and not too often. */
  private async read(): Promise<void> {
    const cooldown = this.keys ? COOLDOWN_MS : FIRST_COOLDOWN_MS;
    if (!this.reading && this.now() - this.triedAt < cooldown) return;
    this.reading ??= this.readNow().finally(() => (this.reading = undefined));
    await this.reading;
  }

  private async readNow(): Promise<void> {
    // Before it has gone well, what was tried is later than what was read.
    this.triedAt = this.now();
    try {
      const response = await boundedFetch(await this.address(), { headers: { accept: 'application/json' } });
      if (response.status !== 200) throw new Error(`The keys' address answers ${response.status}`);
      this.keys = createLocalJWKSet((await response.json()) as JSONWebKeySet);
      this.readAt = this.triedAt;
    } catch (error) {
      this.onTrouble(error);
    }
  }
}

async function openWithAny(
  token: string,
  candidates: errors.JWKSMultipleMatchingKeys,
  options: { algorithms: string[] },
): Promise<Uint8Array | undefined> {
  let tried = 0;
  for await (const key of candidates) {
    if (++tried > MAX_TRIED) return undefined;
    try {
      return (await compactVerify(token, key, options)).payload;
    } catch {
      // Another one's.
    }
  }
  return undefined;
}
