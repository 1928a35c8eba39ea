import { parse } from 'uuid';
import type { Seals, Secrets } from '../../platform/secrets.ts';
import { uuidOf, type EmailTicket } from '../unsubscribe/token.ts';

/** For how long after its e-mail a link holds. */
const VALID_MS = 30 * 24 * 60 * 60 * 1_000;
const UUID_BYTES = 16;
const TIME_BYTES = 6;
const SEAL_BYTES = 18;

/**
 * What stands in an e-mail's link to its reader's choices: whoever has it may see and change these, and nothing else, for
 * 30 days. Since when is in the e-mail's id, which is a UUIDv7, so the same e-mail always has the same link.
 */
export class ChoicesTokens {
  private readonly seals: Seals;

  constructor(secrets: Secrets) {
    this.seals = secrets.seals('carillon choices', SEAL_BYTES);
  }

  make({ emailId, inboxId }: EmailTicket): string {
    const said = Buffer.concat([parse(emailId).subarray(0, TIME_BYTES), parse(inboxId)]);
    return Buffer.concat([said, this.seals.make(textOf(said))]).toString('base64url');
  }

  /** @returns whose choices it opens; undefined for anything that `make` did not make, or too long ago */
  read(token: string, now: Date): string | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== TIME_BYTES + UUID_BYTES + SEAL_BYTES || bytes.toString('base64url') !== token)
      return undefined;
    const said = bytes.subarray(0, TIME_BYTES + UUID_BYTES);
    if (!this.seals.fits(bytes.subarray(said.length), textOf(said))) return undefined;
    const madeAt = said.readUIntBE(0, TIME_BYTES);
    return now.getTime() - madeAt <= VALID_MS ? uuidOf(said.subarray(TIME_BYTES)) : undefined;
  }
}

const textOf = (said: Buffer): string => said.toString('hex');
