import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Who wants no more e-mails, and about what. */
export interface Unsubscription {
  readonly userId: string;
  readonly categories: readonly string[];
}

/**
 * What stands in an e-mail's links that end e-mails: whoever has it may end these and nothing else. It holds as long as
 * the deployment's secret does, since e-mails are kept for years.
 */
export class UnsubscribeTokens {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'carillon unsubscribe', 32));
  }

  make({ userId, categories }: Unsubscription): string {
    const body = Buffer.from(JSON.stringify([userId, ...categories])).toString('base64url');
    return `${body}.${this.seal(body).toString('base64url')}`;
  }

  /** @returns undefined for anything that `make` did not make */
  read(token: string): Unsubscription | undefined {
    const [body = '', seal = ''] = token.split('.');
    const [given, expected] = [Buffer.from(seal, 'base64url'), this.seal(body)];
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const [userId, ...categories] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      ...string[],
    ];
    return { userId, categories };
  }

  private seal(body: string): Buffer {
    return createHmac('sha256', this.key).update(body).digest().subarray(0, 18);
  }
}
