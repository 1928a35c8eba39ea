import { badInput } from './errors.ts';
import { linkOf } from './text/link.ts';
import { isVisible } from './text/text.ts';

const CONTROLS = /[\u0000-\u001f\u007f]/;

/**
 * Checks a text that will be stored and shown as it stands.
 * @param most limit in characters (code points), as PostgreSQL counts them
 * @throws BAD_USER_INPUT when there is nothing to see in it, it is too long, or has a NUL or a lone surrogate
 *   (PostgreSQL can hold neither)
 */
export function checkText(field: string, text: string, most: number): string {
  if (!isVisible(text)) throw badInput(`${field} must have something to see in it`, field);
  if (text.length > most && [...text].length > most)
    throw badInput(`${field} must have ${most} characters at most`, field);
  if (text.includes('\0') || !text.isWellFormed())
    throw badInput(`${field} must be well-formed text without NUL`, field);
  return text;
}

/** As checkText, and without any control character: for names and keys. */
export function checkWord(field: string, text: string, most: number): string {
  if (CONTROLS.test(text)) throw badInput(`${field} must not have control characters`, field);
  return checkText(field, text, most);
}

/**
 * Checks a link that the inbox will offer to click.
 * @throws BAD_USER_INPUT unless it is a path on this site (`/applications/1`) or an https address; see `linkOf`
 */
export function checkUrl(field: string, url: string): string {
  checkWord(field, url, 2_000);
  if (linkOf(url)) return url;
  throw badInput(`${field} must be a path on this site or an https address`, field);
}

/**
 * Checks the address of a picture.
 * @throws BAD_USER_INPUT unless it is an https address
 */
export function checkImageUrl(field: string, url: string): string {
  checkWord(field, url, 2_000);
  if (linkOf(url)?.kind === 'external') return url;
  throw badInput(`${field} must be an https address`, field);
}

/** @throws BAD_USER_INPUT unless `least` ≤ value ≤ `most` */
export function checkNumber(field: string, value: number, least: number, most: number): number {
  if (value < least || value > most) throw badInput(`${field} must be from ${least} to ${most}`, field);
  return value;
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether the text can be one of our ids; what cannot be one is answered as "not found", without a query. */
export const isUuid = (text: string): boolean => UUID.test(text);
