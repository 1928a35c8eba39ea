import { unauthenticated } from '../platform/errors.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { Context } from '../users/context.ts';
import type { KnownKeys } from './known-keys.ts';

/** So often the use of one key is written, on all replicas together. */
const WRITE_EVERY_MS = 60_000;

/** What is done with keys: counted against their limits, and noted. */
export class KeyUses {
  /** One operation asks for many fields, and counts once. */
  private readonly taken = new WeakMap<Context, Promise<void>>();
  private readonly writtenAt = new Map<string, number>();

  constructor(
    private readonly database: Database,
    private readonly keys: KnownKeys,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  /**
   * Asked before each field of an operation.
   * @returns undefined where no key is shown
   * @throws UNAUTHENTICATED for a key that was revoked since the operation came, RATE_LIMITED beyond its limit
   */
  take(context: Context): Promise<void> | undefined {
    const keyId = context.viewer?.keyId;
    if (keyId === undefined) return undefined;
    const known = this.taken.get(context);
    if (known) return known;
    const taking = this.takeOnce(keyId, context.address);
    this.taken.set(context, taking);
    return taking;
  }

  private async takeOnce(keyId: string, address: string): Promise<void> {
    if (!this.keys.isValid(keyId)) throw unauthenticated('The service key was revoked');
    this.note(keyId, address);
    await this.keys.limitOf(keyId)?.take(keyId);
  }

  /** Nobody waits for it, and what fails is noted by the next use. */
  private note(keyId: string, address: string): void {
    const now = performance.now();
    if (now - (this.writtenAt.get(keyId) ?? -Infinity) < WRITE_EVERY_MS) return;
    this.writtenAt.set(keyId, now);
    void this.write(keyId, address).catch((error: unknown) => {
      this.writtenAt.delete(keyId);
      this.onTrouble(error);
    });
  }

  private async write(keyId: string, address: string): Promise<void> {
    await this.database.query(
      `update service_keys set last_used_at = now(), last_used_address = $2
       where id = $1 and (last_used_at is null or last_used_at < now() - make_interval(secs => $3))`,
      [keyId, address, WRITE_EVERY_MS / 1_000],
    );
  }
}
