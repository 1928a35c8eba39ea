import { TYPE } from '@formatjs/icu-messageformat-parser';
import { badInput } from '../../platform/errors.ts';
import { checkWord } from '../../platform/input.ts';
import { piecesOf, type Message, type Values } from './message.ts';

const MAX_ARGUMENTS = 50;
const MAX_NAME = 100;
/** As far as a `Date` reaches: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const MAX_MS = 8.64e15;

/** `TEXT`: a string, number or boolean; `NUMBER`: a number; `DATE`: ISO 8601, or ms since 1970. */
export type ArgumentKind = 'TEXT' | 'NUMBER' | 'DATE';

/** What a wording cannot do without. */
export interface Argument {
  readonly name: string;
  readonly kind: ArgumentKind;
}

/** What a sender gives for them, besides much else; nothing of it was checked. */
export type Given = Readonly<Record<string, unknown>>;

const KINDS: Partial<Record<TYPE, ArgumentKind>> = {
  [TYPE.argument]: 'TEXT',
  [TYPE.select]: 'TEXT',
  [TYPE.number]: 'NUMBER',
  [TYPE.plural]: 'NUMBER',
  [TYPE.date]: 'DATE',
  [TYPE.time]: 'DATE',
};

/**
 * All arguments of all texts, also of choices that are seldom taken.
 * @throws BAD_USER_INPUT for over 50 of them, or one that is a number here and a date there
 */
export function argumentsOf(field: string, messages: readonly Message[]): Argument[] {
  const kinds = new Map<string, ArgumentKind>();
  for (const { piece } of messages.flatMap((message) => [...piecesOf(message)])) {
    const kind = KINDS[piece.type];
    if (!kind || !('value' in piece)) continue;
    const name = checkWord(field, piece.value, MAX_NAME);
    kinds.set(name, together(field, name, kinds.get(name) ?? 'TEXT', kind));
  }
  if (kinds.size > MAX_ARGUMENTS)
    throw badInput(`${field} must have ${MAX_ARGUMENTS} arguments at most`, field);
  return [...kinds].sort().map(([name, kind]) => ({ name, kind }));
}

function together(field: string, name: string, known: ArgumentKind, kind: ArgumentKind): ArgumentKind {
  if (known === 'TEXT' || known === kind) return kind;
  if (kind === 'TEXT') return known;
  throw badInput(`${field}: "${name}" is a number in one place and a date in another`, field);
}

/** @throws BAD_USER_INPUT that names the first which is missing, or not what it has to be */
export function checkArguments(needed: readonly Argument[], given: Given): void {
  for (const { name, kind } of needed) {
    const value = valueOf(given, name);
    if (value === undefined)
      throw badInput(`The type's wording needs "${name}", in data or as it is named`, name);
    if (!isOfKind(kind, value)) throw badInput(`"${name}" must be ${WANTED[kind]}`, name);
  }
}

const WANTED: Record<ArgumentKind, string> = {
  TEXT: 'a string, number or boolean',
  NUMBER: 'a number',
  DATE: 'a moment: ISO 8601, or a number of ms since 1970',
};

function isOfKind(kind: ArgumentKind, value: string | number): boolean {
  if (kind === 'TEXT') return true;
  if (kind === 'NUMBER') return typeof value === 'number';
  const at = typeof value === 'string' ? isoMs(value) : value;
  return Math.abs(at) <= MAX_MS;
}

/** A time says its offset: without one it would be another moment on each server. */
const ISO = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d))?$/;

const isoMs = (text: string): number => (ISO.test(text) ? Date.parse(text) : NaN);

/** What the wording is filled in with: its own arguments, and nothing else that was given. @param write what is text */
export function valuesOf(needed: readonly Argument[], given: Given, write: (text: string) => string): Values {
  return Object.fromEntries(
    needed.map(({ name, kind }) => {
      const value = valueOf(given, name) ?? '';
      return [name, kind === 'TEXT' ? write(String(value)) : value];
    }),
  );
}

/** A value for everything, to try a wording with. */
export function samplesOf(needed: readonly Argument[]): Values {
  const samples = { TEXT: 'x', NUMBER: 2, DATE: 0 };
  return valuesOf(needed, Object.fromEntries(needed.map(({ name, kind }) => [name, samples[kind]])), String);
}

function valueOf(given: Given, name: string): string | number | undefined {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))
    ? value
    : undefined;
}
