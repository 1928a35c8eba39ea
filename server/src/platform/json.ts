import { badInput } from './errors.ts';

/** Of a JSON object that is stored, as it is written without spaces in UTF-8. */
export const MAX_DATA_BYTES = 8 * 1024;
export const MAX_DATA_LEVELS = 16;

/**
 * Checks a JSON object that will be stored and given back, equal as JSON.
 * @returns how it is written
 * @throws BAD_USER_INPUT for what is over 8 kB or 16 levels, or has a NUL or a lone surrogate in it, which PostgreSQL
 *   cannot hold
 */
export function checkJsonObject(field: string, value: object): string {
  if (!isWithin(value, MAX_DATA_LEVELS))
    throw badInput(`${field} must have ${MAX_DATA_LEVELS} levels at most`, field);
  const text = JSON.stringify(value);
  if (Buffer.byteLength(text) > MAX_DATA_BYTES)
    throw badInput(`${field} must have ${MAX_DATA_BYTES} bytes at most, written as JSON`, field);
  // JSON.stringify escapes both: as \u0000, and lone surrogates as \ud800 to \udfff.
  if (/(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/.test(text))
    throw badInput(`${field} must be well-formed text without NUL`, field);
  return text;
}

function isWithin(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return levels > 0 && Object.values(value).every((one) => isWithin(one, levels - 1));
}
