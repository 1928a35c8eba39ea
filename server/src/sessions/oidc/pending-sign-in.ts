import type { Secrets, Seals } from '../../platform/secrets.ts';
import type { Checks } from './provider.ts';

/** So long somebody may take at the provider. */
export const PENDING_SECONDS = 10 * 60;
const SEAL_BYTES = 18;

/** A sign-in that was begun: it lives in a cookie of the browser that began it, and nowhere else. */
export interface PendingSignIn extends Checks {
  /** The path to which its reader wants to come. */
  readonly next: string;
}

/** Seals them, so that nothing that others have put into a browser is taken for one. */
export class PendingSignIns {
  private readonly seals: Seals;

  constructor(secrets: Secrets) {
    this.seals = secrets.seals('carillon oidc', SEAL_BYTES);
  }

  write({ state, nonce, verifier, next }: PendingSignIn): string {
    const until = Date.now() + PENDING_SECONDS * 1_000;
    const text = Buffer.from(JSON.stringify({ state, nonce, verifier, next, until })).toString('base64url');
    return `${text}.${this.seals.make(text).toString('base64url')}`;
  }

  /** Undefined for what is none of ours, and after ten minutes. */
  read(cookie = ''): PendingSignIn | undefined {
    const [text = '', seal = ''] = cookie.split('.');
    if (!this.seals.fits(Buffer.from(seal, 'base64url'), text)) return undefined;
    const pending = JSON.parse(Buffer.from(text, 'base64url').toString()) as PendingSignIn & {
      until: number;
    };
    return pending.until > Date.now() ? pending : undefined;
  }
}
