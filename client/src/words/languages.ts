import type { Language as Enum } from '../generated/graphql.ts';
import type { Writing } from './message.ts';

/** A language that the pages are written in: each that the server speaks. */
export type Language = Lowercase<Enum>;

/** How each is written; Arabic with the digits that hosts and clocks write as well. */
export const WRITING: Readonly<Record<Language, Writing>> = {
  en: { locale: 'en-GB', isRightToLeft: false },
  de: { locale: 'de-DE', isRightToLeft: false },
  fr: { locale: 'fr-FR', isRightToLeft: false },
  ar: { locale: 'ar-u-nu-latn', isRightToLeft: true },
};

export const LANGUAGES = Object.keys(WRITING) as Language[];

export const isLanguage = (name: string | null | undefined): name is Language =>
  LANGUAGES.some((language) => language === name);

/** The first of these that we know, by its first letters; English where we know none. */
export const firstKnown = (tags: readonly string[]): Language =>
  tags.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';
