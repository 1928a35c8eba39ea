const SEPARATORS = /(?<!\d)[_\-./:]+|[_\-./:]+(?!\d)/g;
const HUMP = /(?<=[\p{Ll}\p{N}])(?=\p{Lu}\p{Ll})/u;

/**
 * The title of what has only a name, as programs write names: `billing_reminders`, `billing-reminders`,
 * `billingReminders` and `BILLING_REMINDERS` are all “Billing reminders”. Words stay in the case they have, since some
 * languages write nouns large, and so do abbreviations; a name of several words already is one.
 */
export function readable(name: string): string {
  const words = /\s/.test(name) ? name.trim() : wordsOf(name);
  return words === '' ? name : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function wordsOf(name: string): string {
  const spaced = name.replace(SEPARATORS, ' ').trim();
  const isShouted = spaced.includes(' ') && spaced === spaced.toUpperCase();
  return isShouted ? spaced.toLowerCase() : spaced.split(HUMP).map(lowerHump).join(' ');
}

/** `Reminders` of `billingReminders`; what begins the name or follows a separator was written large on purpose. */
const lowerHump = (part: string, index: number): string =>
  index === 0 ? part : part.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
