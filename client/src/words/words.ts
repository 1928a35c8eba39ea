import type { Arguments } from '../generated/words.ts';
import { WRITING, type Language } from './languages.ts';
import { write, type Message, type Values, type Writing } from './message.ts';

export type WordKey = keyof Arguments;

/** What is fetched as one: what the first page needs, and what comes with a page of its own. */
export type Part = 'first' | 'acts' | 'door' | 'applications' | 'keys' | 'why' | 'offline' | 'preferences';

type Kinds<Text, Tag> = { text: Text; number: number; tag: Tag };

/** What a text is filled in with. */
export type ValuesOf<Key extends WordKey, Text = string, Tag = never> = {
  [Name in keyof Arguments[Key]]: Arguments[Key][Name] extends keyof Kinds<Text, Tag>
    ? Kinds<Text, Tag>[Arguments[Key][Name]]
    : never;
};

/** Nothing where the text has no arguments. */
export type Given<Key extends WordKey> = keyof Arguments[Key] extends never ? [] : [values: ValuesOf<Key>];

/** The texts that have nothing to fill in. */
export type PlainKey = { [Key in WordKey]: keyof Arguments[Key] extends never ? Key : never }[WordKey];

/** A text of the catalogue, in the reader's language. */
export type Say = <Key extends WordKey>(key: Key, ...given: Given<Key>) => string;

type Catalogue = Readonly<Record<string, Message>>;

const known = new Map<Language, Map<string, Message>>();
const listeners = new Set<() => void>();
let ofHost: ReadonlyMap<Language, ReadonlyMap<string, Message>> = new Map();
let language: Language = 'en';
let current: Say = sayIn(language);

/** For whatever is not drawn: toasts, notifications of the system. Components have `useWords`, and are drawn anew. */
export const say: Say = (key, ...given) => current(key, ...given);

/** The language that is spoken now. */
export const spoken = (): Language => language;

/** How it is written: for numbers, lists and times. */
export const writing = (): Writing => WRITING[language];

/** As `say`, but another function for each language. */
export const currentSay = (): Say => current;

/** From now on it can be spoken, as far as this part goes. */
export function learn(learned: Language, part: Catalogue): void {
  const before = known.get(learned) ?? [];
  known.set(learned, new Map([...before, ...Object.entries(part)]));
}

/** From now on everything is said in it. Whoever listens is told. */
export function speak(next: Language): void {
  language = next;
  current = sayIn(next);
  for (const listener of listeners) listener();
}

/** From now on these are said in the place of ours, where there are any. Whoever listens is told. */
export function overrule(words: typeof ofHost): void {
  ofHost = words;
  speak(language);
}

export function onSpeak(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The text in parts, some of them drawn. */
export const partsOf = <Node>(key: WordKey, values: Values<Node>): (Node | string)[] =>
  write(messageOf(language, key), values, WRITING[language]);

function sayIn(spokenThen: Language): Say {
  return (key, ...given) =>
    write<string>(messageOf(spokenThen, key), given[0] ?? {}, WRITING[spokenThen]).join('');
}

/** English where a part of another language is still on its way; the key where nothing has come yet. */
const messageOf = (asked: Language, key: WordKey): Message =>
  ofHost.get(asked)?.get(key) ?? known.get(asked)?.get(key) ?? known.get('en')?.get(key) ?? key;
