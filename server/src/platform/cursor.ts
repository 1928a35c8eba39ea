import { badInput } from './errors.ts';
import { Seals, type Secrets } from './secrets.ts';

const MAC_BYTES = 9;

/**
 * Opaque places in a list. Each is sealed for one list of one reader, so that a cursor that was made up, cut, or
 * taken from somebody else or from another list is told from a real one.
 */
export class Cursors {
  private readonly seals: Seals;

  constructor(secrets: Secrets) {
    this.seals = new Seals(
      secrets.keys((secret) => secret),
      MAC_BYTES,
    );
  }

  encode(list: string, reader: string, place: string): string {
    const seal = this.seals.make(sealed(list, reader, place));
    return Buffer.concat([seal, Buffer.from(place)]).toString('base64url');
  }

  /** @throws BAD_USER_INPUT for anything that `encode` did not make for this list and reader */
  decode(list: string, reader: string, cursor: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    const place = bytes.subarray(MAC_BYTES).toString();
    const isOurs =
      bytes.length > MAC_BYTES &&
      bytes.toString('base64url') === cursor &&
      this.seals.fits(bytes.subarray(0, MAC_BYTES), sealed(list, reader, place));
    if (!isOurs) throw badInput('The cursor is not one of this list');
    return place;
  }
}

const sealed = (list: string, reader: string, place: string) =>
  JSON.stringify(['cursor', list, reader, place]);
