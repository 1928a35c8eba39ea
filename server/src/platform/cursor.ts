import { createHmac, timingSafeEqual } from 'node:crypto';
import { badInput } from './errors.ts';

const MAC_BYTES = 9;

/**
 * Opaque places in a list. Each is sealed for one list of one reader, so that a cursor that was made up, cut, or
 * taken from somebody else or from another list is told from a real one.
 */
export class Cursors {
  constructor(private readonly secret: string) {}

  encode(list: string, reader: string, place: string): string {
    return Buffer.concat([this.seal(list, reader, place), Buffer.from(place)]).toString('base64url');
  }

  /** @throws BAD_USER_INPUT for anything that `encode` did not make for this list and reader */
  decode(list: string, reader: string, cursor: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    const place = bytes.subarray(MAC_BYTES).toString();
    const isOurs =
      bytes.length > MAC_BYTES &&
      bytes.toString('base64url') === cursor &&
      timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.seal(list, reader, place));
    if (!isOurs) throw badInput('The cursor is not one of this list');
    return place;
  }

  private seal(list: string, reader: string, place: string): Buffer {
    const sealed = createHmac('sha256', this.secret)
      .update(JSON.stringify(['cursor', list, reader, place]))
      .digest();
    return sealed.subarray(0, MAC_BYTES);
  }
}
