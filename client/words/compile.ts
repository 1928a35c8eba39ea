// Takes the texts of a catalogue apart when the client is built, so that no parser of them has to be loaded.
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Message, Piece } from '../src/words/message.ts';

/** What a text is filled in with: some text, a number, or what is made of the words in a tag. */
export type ArgumentKind = 'text' | 'number' | 'tag';

/** The texts of one language, as `en.json` has them. */
export type Texts = Readonly<Record<string, string>>;

/** @throws for what is not ICU MessageFormat, or a part of it that the client does not know (dates: ui/words has them) */
export const parsed = (text: string): MessageFormatElement[] => parse(text, { requiresOtherClause: true });

export const compile = (text: string): Message => {
  const pieces = parsed(text).map(compiled);
  if (pieces.length === 0) return '';
  const [only] = pieces;
  return pieces.length === 1 && typeof only === 'string' ? only : pieces;
};

export const compileAll = (texts: Texts): Record<string, Message> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, compile(text)]));

function compiled(element: MessageFormatElement): Piece {
  switch (element.type) {
    case TYPE.literal:
      return element.value;
    case TYPE.pound:
      return 0;
    case TYPE.argument:
      return [element.value];
    case TYPE.number:
      return [element.value, 'number'];
    case TYPE.select:
      return [element.value, 'select', optionsOf(element.options)];
    case TYPE.plural:
      if (element.pluralType === 'ordinal' || element.offset !== 0) break;
      return [element.value, 'plural', optionsOf(element.options)];
    case TYPE.tag:
      return [element.value, 'tag', element.children.map(compiled)];
    case TYPE.date:
    case TYPE.time:
  }
  throw new Error(`What the client cannot write: ${JSON.stringify(element)}`);
}

const optionsOf = (options: Record<string, { value: MessageFormatElement[] }>) =>
  Object.fromEntries(Object.entries(options).map(([name, { value }]) => [name, value.map(compiled)]));

/** Of all choices, also those that are seldom taken. @throws for one that is a number here and a text there */
export function argumentsOf(text: string): Map<string, ArgumentKind> {
  const kinds = new Map<string, ArgumentKind>();
  for (const [name, kind] of namesIn(parsed(text))) {
    if ((kinds.get(name) ?? kind) !== kind) throw new Error(`"${name}" is of two kinds: ${text}`);
    kinds.set(name, kind);
  }
  return new Map([...kinds].sort());
}

function* namesIn(elements: MessageFormatElement[]): Generator<[string, ArgumentKind]> {
  for (const element of elements) {
    if (element.type === TYPE.argument) yield [element.value, 'text'];
    if (element.type === TYPE.number) yield [element.value, 'number'];
    if (element.type === TYPE.tag) {
      yield [element.value, 'tag'];
      yield* namesIn(element.children);
    }
    if (element.type !== TYPE.select && element.type !== TYPE.plural) continue;
    yield [element.value, element.type === TYPE.select ? 'text' : 'number'];
    for (const { value } of Object.values(element.options)) yield* namesIn(value);
  }
}
