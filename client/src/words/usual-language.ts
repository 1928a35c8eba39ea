import { inBrowser } from '../browser/kept.ts';
import { firstKnown, isLanguage, type Language } from './languages.ts';

// before-paint.js knows it by this name too.
const KEY = 'carillon-language';

/** What this browser asks for. */
export const browserLanguage = (): Language => firstKnown(navigator.languages);

/** Before anybody has signed in: the language that was chosen last by somebody here, else the browser's. */
export function usualLanguage(): Language {
  const kept = inBrowser.read(KEY);
  return isLanguage(kept) ? kept : browserLanguage();
}

/** @param language what a reader here has chosen; undefined: nothing */
export function rememberLanguage(language: Language | undefined): void {
  if (language) inBrowser.write(KEY, language);
  else inBrowser.remove(KEY);
}
