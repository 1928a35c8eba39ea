import { NAMELESS } from '../../users/nameless.ts';
import type { Language } from '../language.ts';
import type { Given } from './arguments.ts';

/** Wherever in a sentence a name may stand. */
const names: Readonly<Record<Language, string>> = {
  en: 'Deleted user',
  de: 'Gelöschtes Konto',
  fr: 'Compte supprimé',
  ar: 'حساب محذوف',
};

/** With a word for who did it, where they were erased. */
export const namingNameless = (given: Given, language: Language): Given =>
  given['actor_name'] === NAMELESS ? { ...given, actor_name: names[language] } : given;
