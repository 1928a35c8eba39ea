// A host's own texts in the place of ours. Fetched only where there are some, since it brings the parser of them along.
import { argumentsOf, compile, type ArgumentKind } from '../../words/compile.ts';
import { isLanguage, LANGUAGES, type Language } from './languages.ts';
import type { Message } from './message.ts';
import type { WordKey } from './words.ts';

/** Texts in ICU MessageFormat, by our own keys: those of `client/src/words/en.json`. */
export type OwnWords = { readonly [Key in WordKey]?: string };

/** One map for every language, or one for each. */
export type HostWords = OwnWords | { readonly [Spoken in Language]?: OwnWords };

/** What each of our own texts is filled in with. */
export type KnownWords = Readonly<Record<string, Readonly<Record<string, ArgumentKind>>>>;

/**
 * Leaves out what cannot be said, so that our own text stays: an unknown key, what is no ICU text, and what wants to be
 * filled in with something that ours is not.
 * @param warn is told of each
 */
export function understood(
  words: HostWords,
  known: KnownWords,
  warn: (text: string) => void,
): Map<Language, Map<string, Message>> {
  const keys = new Map(Object.entries(known));
  const warnings = new Set<string>();
  const take = (own: object) =>
    Object.entries(own).flatMap(([key, text]: [string, unknown]): [string, Message][] => {
      try {
        return [[key, messageOf(text, keys.get(key))]];
      } catch (error) {
        warnings.add(`Carillon keeps its own words for "${key}": ${(error as Error).message}`);
        return [];
      }
    });
  const taken = byLanguage(words).map(([language, own]) => [language, new Map(take(own))] as const);
  for (const warning of warnings) warn(warning);
  return new Map(taken);
}

function byLanguage(words: HostWords): [Language, object][] {
  const entries = Object.entries(words) as [string, unknown][];
  const ofLanguages = entries.filter(
    (entry): entry is [Language, object] =>
      isLanguage(entry[0]) && typeof entry[1] === 'object' && entry[1] !== null,
  );
  const own = Object.fromEntries(entries.filter(([name]) => !isLanguage(name)));
  if (Object.keys(own).length === 0) return ofLanguages;
  const more = new Map(ofLanguages);
  return LANGUAGES.map((language) => [language, { ...own, ...more.get(language) }]);
}

function messageOf(text: unknown, ours: KnownWords[string] | undefined): Message {
  if (!ours) throw new Error('there is no such key');
  if (typeof text !== 'string') throw new Error('it is no text');
  const kinds = new Map(Object.entries(ours));
  for (const [name, kind] of argumentsOf(text))
    if (kinds.get(name) !== kind)
      throw new Error(`"${name}" is not among what it is filled in with (${[...kinds.keys()].join(', ')})`);
  return compile(text);
}
