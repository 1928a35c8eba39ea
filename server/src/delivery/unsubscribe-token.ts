import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { parse } from 'uuid';

/** The e-mail that a link stands in, and whose it is: what is in it is looked up. */
export interface EmailTicket {
  readonly emailId: string;
  readonly inboxId: string;
}

/** What links of before said themselves, at any length. */
export interface FormerTicket {
  readonly userId: string;
  readonly categories: readonly string[];
}

const UUID_BYTES = 16;

/**
 * What stands in an e-mail's links that end e-mails: whoever has it may end these and nothing else. It is as short for
 * everybody, since it stands in a line of the header too, and holds as long as the deployment's secret does, since e-mails
 * are kept for years.
 */
export class UnsubscribeTokens {
  private readonly key: Buffer;

  constructor(secret: string) {
    this.key = Buffer.from(hkdfSync('sha256', secret, '', 'carillon unsubscribe', 32));
  }

  make({ emailId, inboxId }: EmailTicket): string {
    const bytes = [parse(emailId), parse(inboxId), this.seal(sealed(emailId, inboxId))];
    return Buffer.concat(bytes).toString('base64url');
  }

  /** @returns undefined for anything that `make` did not make, now or before */
  read(token: string): EmailTicket | FormerTicket | undefined {
    return token.includes('.') ? this.readFormer(token) : this.readPresent(token);
  }

  private readPresent(token: string): EmailTicket | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length <= 2 * UUID_BYTES || bytes.toString('base64url') !== token) return undefined;
    const emailId = uuidOf(bytes.subarray(0, UUID_BYTES));
    const inboxId = uuidOf(bytes.subarray(UUID_BYTES, 2 * UUID_BYTES));
    const isOurs = this.isSeal(bytes.subarray(2 * UUID_BYTES), sealed(emailId, inboxId));
    return isOurs ? { emailId, inboxId } : undefined;
  }

  private readFormer(token: string): FormerTicket | undefined {
    const [body = '', seal = ''] = token.split('.');
    if (!this.isSeal(Buffer.from(seal, 'base64url'), body)) return undefined;
    const [userId, ...categories] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      ...string[],
    ];
    return { userId, categories };
  }

  private isSeal(given: Buffer, text: string): boolean {
    const expected = this.seal(text);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private seal(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest().subarray(0, 18);
  }
}

/** Never what a former token was sealed by, in which there is no space. */
const sealed = (emailId: string, inboxId: string) => `${emailId} ${inboxId}`;

/** Also of what is no UUID: the seal decides. */
const uuidOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
