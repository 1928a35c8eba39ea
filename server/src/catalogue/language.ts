/** The languages that Carillon speaks by itself. */
export const LANGUAGES = ['en', 'de', 'fr', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How numbers and times are written in each: a BCP 47 tag. Arabic has the digits that hosts and clocks write as well. */
export const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  ar: 'ar-u-nu-latn',
};

/** Where its lines begin. */
export const DIRECTIONS: Readonly<Record<Language, 'ltr' | 'rtl'>> = {
  en: 'ltr',
  de: 'ltr',
  fr: 'ltr',
  ar: 'rtl',
};

/** One thing in several languages, in the order of their declaration: one at least, each language once. */
export type InLanguages<T extends { readonly language: Language }> = readonly [T, ...T[]];

type Forms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** What is said of so many: some languages have more forms than one and several. */
export const ofCount = (language: Language, count: number, forms: Forms): string =>
  forms[new Intl.PluralRules(LOCALES[language]).select(count)] ?? forms.other;

/** What a reader gets of it: their language, else English, else the first that was declared. */
export const forReader = <T extends { readonly language: Language }>(
  texts: InLanguages<T>,
  reader: Language,
): T =>
  texts.find(({ language }) => language === reader) ??
  texts.find(({ language }) => language === 'en') ??
  texts[0];
