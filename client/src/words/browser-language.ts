import { inBrowser } from '../browser/kept.ts';
import { firstKnown, type Language } from './languages.ts';

// before-paint.js reads it.
const KEY = 'carillon-language';

/** What this browser asks for. */
export const browserLanguage = (): Language => firstKnown(navigator.languages);

/** For the next page that is opened here, before it is known who reads. @param language what a reader chose, if any */
export function rememberLanguage(language: Language | undefined): void {
  if (language) inBrowser.write(KEY, language);
  else inBrowser.remove(KEY);
}
