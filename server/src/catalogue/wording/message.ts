import { IntlMessageFormat, formatToParts } from 'intl-messageformat';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { badInput } from '../../platform/errors.ts';
import { formattersFor } from './formatters.ts';

// Whoever declares a text decides how much work it is to read it, for each reader again.
const MAX_PIECES = 200;
const MAX_DEPTH = 8;

/** A text in ICU MessageFormat, taken apart. */
export type Message = readonly MessageFormatElement[];

export type Values = Readonly<Record<string, string | number>>;

/**
 * Markup in it is text like any other: what comes out is plain text.
 * @throws BAD_USER_INPUT when it is no MessageFormat, or has over 200 pieces or 8 levels
 */
export function parseMessage(field: string, text: string, locale: string): Message {
  const message = parsed(field, text, locale);
  const pieces = [...piecesOf(message)];
  if (pieces.length > MAX_PIECES) throw badInput(`${field} must have ${MAX_PIECES} pieces at most`, field);
  if (pieces.some(({ depth }) => depth > MAX_DEPTH))
    throw badInput(`${field} must have ${MAX_DEPTH} levels of choices at most`, field);
  return message;
}

function parsed(field: string, text: string, locale: string): Message {
  try {
    return parse(text, { ignoreTag: true, locale: new Intl.Locale(locale) });
  } catch (error) {
    throw badInput(`${field} is not ICU MessageFormat: ${(error as Error).message}`, field);
  }
}

/** All that it is made of, in whichever choice. */
export function* piecesOf(
  message: Message,
  depth = 0,
): Generator<{ piece: MessageFormatElement; depth: number }> {
  for (const piece of message) {
    yield { piece, depth };
    if (piece.type !== TYPE.select && piece.type !== TYPE.plural) continue;
    for (const { value } of Object.values(piece.options)) yield* piecesOf(value, depth + 1);
  }
}

/** @throws when a value is missing, or none that can be written so */
export const formatMessage = (message: Message, locale: string, timeZone: string, values: Values): string =>
  formatToParts([...message], locale, formattersFor(timeZone), IntlMessageFormat.formats, values)
    .map(({ value }) => value as string)
    .join('');

/**
 * Writes each piece once, in whichever choice: what only fails when it is written, such as a currency that is none,
 * does so now.
 * @throws BAD_USER_INPUT
 */
export function rehearseMessage(field: string, message: Message, locale: string, values: Values): void {
  for (const { piece } of piecesOf(message)) {
    try {
      formatMessage([piece], locale, 'UTC', values);
    } catch (error) {
      throw badInput(`${field} cannot be written: ${(error as Error).message}`, field);
    }
  }
}
