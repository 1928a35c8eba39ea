import { backOff, waitOrWake } from '../browser/back-off.ts';
import { isLanguage, WRITING, type Language } from './languages.ts';
import { learn, speak, spoken, type Part } from './words.ts';
import type { Message } from './message.ts';

type Load = () => Promise<{ default: Readonly<Record<string, Message>> }>;

const CATALOGUES: Readonly<Record<Language, Readonly<Record<Part, Load>>>> = {
  en: {
    first: () => import('./en.json?part=first'),
    acts: () => import('./en.json?part=acts'),
    door: () => import('./en.json?part=door'),
    applications: () => import('./en.json?part=applications'),
    keys: () => import('./en.json?part=keys'),
    why: () => import('./en.json?part=why'),
    offline: () => import('./en.json?part=offline'),
    preferences: () => import('./en.json?part=preferences'),
  },
  de: {
    first: () => import('./de.json?part=first'),
    acts: () => import('./de.json?part=acts'),
    door: () => import('./de.json?part=door'),
    applications: () => import('./de.json?part=applications'),
    keys: () => import('./de.json?part=keys'),
    why: () => import('./de.json?part=why'),
    offline: () => import('./de.json?part=offline'),
    preferences: () => import('./de.json?part=preferences'),
  },
  fr: {
    first: () => import('./fr.json?part=first'),
    acts: () => import('./fr.json?part=acts'),
    door: () => import('./fr.json?part=door'),
    applications: () => import('./fr.json?part=applications'),
    keys: () => import('./fr.json?part=keys'),
    why: () => import('./fr.json?part=why'),
    offline: () => import('./fr.json?part=offline'),
    preferences: () => import('./fr.json?part=preferences'),
  },
  ar: {
    first: () => import('./ar.json?part=first'),
    acts: () => import('./ar.json?part=acts'),
    door: () => import('./ar.json?part=door'),
    applications: () => import('./ar.json?part=applications'),
    keys: () => import('./ar.json?part=keys'),
    why: () => import('./ar.json?part=why'),
    offline: () => import('./ar.json?part=offline'),
    preferences: () => import('./ar.json?part=preferences'),
  },
};

const loads = new Map<Load, Promise<void>>();
/** What is shown, or was. */
const parts = new Set<Part>(['first']);
let wanted: Language = 'en';

/**
 * Everything is said in this language as soon as its words have come; the page says so too, to programs that read it.
 * @throws when they do not come: then it stays as it is
 */
export async function changeLanguage(language: Language): Promise<void> {
  if (!(await hasCome(language))) return;
  document.documentElement.lang = language;
  document.documentElement.dir = WRITING[language].isRightToLeft ? 'rtl' : 'ltr';
  if (spoken() !== language) speak(language);
}

/** The same on a page that is not ours, which says itself what it is in. */
export async function speakIn(language: Language): Promise<void> {
  if ((await hasCome(language)) && spoken() !== language) speak(language);
}

/** @returns false for whoever changed their mind meanwhile, and is waiting for another one */
async function hasCome(language: Language): Promise<boolean> {
  wanted = language;
  await Promise.all([...parts].map((part) => load(language, part)));
  return wanted === language;
}

/** The first language of this page: the one that was found before anything was painted (before-paint.js). */
export async function startWords(): Promise<void> {
  const { lang } = document.documentElement;
  const first = isLanguage(lang) ? lang : 'en';
  const { signal } = new AbortController();
  for (let attempt = 0; ; attempt++) {
    try {
      // What is kept for the time without a network may be another version's, which lacks one of them.
      return await changeLanguage(attempt % 2 === 0 ? first : 'en');
    } catch {
      await waitOrWake(backOff(attempt), signal);
    }
  }
}

/** What is shown together with words of its own: it is there when both are. */
export async function withWords<Shown>(part: Part, shown: Promise<Shown>): Promise<Shown> {
  parts.add(part);
  const [loaded] = await Promise.all([shown, load(spoken(), part), load(wanted, part)]);
  return loaded;
}

function load(language: Language, part: Part): Promise<void> {
  const fetch = CATALOGUES[language][part];
  const known = loads.get(fetch);
  if (known) return known;
  const coming = fetch().then((words) => learn(language, words.default));
  loads.set(fetch, coming);
  // Another time it may come.
  coming.catch(() => loads.delete(fetch));
  return coming;
}
