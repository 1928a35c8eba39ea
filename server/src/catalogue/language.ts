/** The languages that Carillon speaks by itself. */
export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How numbers and times are written in each: a BCP 47 tag. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE' };

/** One thing in several languages, in the order of their declaration: one at least, each language once. */
export type InLanguages<T extends { readonly language: Language }> = readonly [T, ...T[]];

/** What a reader gets of it: their language, else English, else the first that was declared. */
export const forReader = <T extends { readonly language: Language }>(
  texts: InLanguages<T>,
  reader: Language,
): T =>
  texts.find(({ language }) => language === reader) ??
  texts.find(({ language }) => language === 'en') ??
  texts[0];
