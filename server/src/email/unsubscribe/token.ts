import { parse } from 'uuid';
import type { Seals, Secrets } from '../../platform/secrets.ts';

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
const SEAL_BYTES = 18;

/**
 * What stands in an e-mail's links that end e-mails: whoever has it may end these and nothing else. It is as short for
 * everybody, since it stands in a line of the header too, and holds as long as the deployment knows the secret that it
 * was made with, since e-mails are kept for years.
 */
export class UnsubscribeTokens {
  private readonly seals: Seals;

  constructor(secrets: Secrets) {
    this.seals = secrets.seals('carillon unsubscribe', SEAL_BYTES);
  }

  make({ emailId, inboxId }: EmailTicket): string {
    const bytes = [parse(emailId), parse(inboxId), this.seals.make(sealed(emailId, inboxId))];
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
    const isOurs = this.seals.fits(bytes.subarray(2 * UUID_BYTES), sealed(emailId, inboxId));
    return isOurs ? { emailId, inboxId } : undefined;
  }

  private readFormer(token: string): FormerTicket | undefined {
    const [body = '', seal = ''] = token.split('.');
    if (!this.seals.fits(Buffer.from(seal, 'base64url'), body)) return undefined;
    const [userId, ...categories] = JSON.parse(Buffer.from(body, 'base64url').toString()) as [
      string,
      ...string[],
    ];
    return { userId, categories };
  }
}

/** Never what a former token was sealed by, in which there is no space. */
const sealed = (emailId: string, inboxId: string) => `${emailId} ${inboxId}`;

/** Also of what is no UUID: the seal decides. */
export const uuidOf = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
