import type { Seals, Secrets } from '../platform/secrets.ts';

/** Who wants no more e-mails, and about what. */
export interface Unsubscription {
  readonly userId: string;
  readonly categories: readonly string[];
}

const SEAL_BYTES = 18;

/**
 * What stands in an e-mail's links that end e-mails: whoever has it may end these and nothing else. It holds as long as
 * the deployment knows the secret it was made with, since e-mails are kept for years.
 */
export class UnsubscribeTokens {
  private readonly seals: Seals;

  constructor(secrets: Secrets) {
    this.seals = secrets.seals('carillon unsubscribe', SEAL_BYTES);
  }

  make({ userId, categories }: Unsubscription): string {
    const body = Buffer.from(JSON.stringify([userId, ...categories])).toString('base64url');
    return `${body}.${this.seals.make(body).toString('base64url')}`;
  }

  /** @returns undefined for anything that `make` did not make */
  read(token: string): Unsubscription | undefined {
    const [body = '', seal = ''] = token.split('.');
    if (!this.seals.fits(Buffer.from(seal, 'base64url'), body)) return undefined;
    const [userId, ...categories] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      ...string[],
    ];
    return { userId, categories };
  }
}
