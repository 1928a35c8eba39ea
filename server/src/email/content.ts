import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wording } from '../catalogue/wording/wording.ts';
import { titleFor } from '../catalogue/category.ts';
import { LOCALES, type Language } from '../catalogue/language.ts';
import { contained, isolated } from '../platform/text/bidi.ts';
import { cut } from '../platform/text/cut.ts';
import { isVisible, oneLine } from '../platform/text/text.ts';
import { DEFAULT_TIME_ZONE, isTimeZone } from '../preferences/clock/time-zone.ts';
import { wordsOfEntry } from '../delivery/entry-words.ts';
import type { MessageDraft } from '../delivery/take-up.ts';
import { emailWording } from './wording.ts';
import { preferencesPath } from '../platform/text/places.ts';

/** What an e-mail says, once; HTML and text are two ways to show it. Other people's texts reorder nothing in it. */
export interface EmailContent {
  readonly language: Language;
  /** One line. */
  readonly subject: string;
  /** One line, which programs show beside the subject before the e-mail is opened. */
  readonly preview: string;
  /** What stands above all of them; only a digest has it. */
  readonly heading: string | undefined;
  /** Newest first. */
  readonly items: readonly Item[];
  /** How many notifications there are, whether they are among the items or not. */
  readonly count: number;
  /** Where all of them are. */
  readonly inboxUrl: string;
  readonly why: string;
  readonly links: readonly Link[];
}

export interface Item {
  readonly category: string;
  readonly title: string;
  /** Of any number of lines; empty where there was no room for it. */
  readonly message: string;
  readonly at: string;
  readonly link: Link;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Of one message in a digest; alone it is shown whole. */
const MAX_CHARACTERS = 300;
const MAX_SUBJECT = 150;
const MAX_PREVIEW = 150;

export interface ContentOptions {
  readonly catalogue: Catalogue;
  /** Those that the entries are in, by their ids. */
  readonly wordings: ReadonlyMap<number, Wording>;
  readonly publicUrl: string;
  /** Where the reader chooses what comes without signing in. */
  readonly choicesUrl: string;
  /** Where the reader ends e-mails of what can be switched off in this one. */
  readonly unsubscribeUrl: string | undefined;
}

/** In the reader's language and time zone. Pure. */
export function contentOf(draft: MessageDraft, options: ContentOptions): EmailContent {
  const { entries, count, terms } = draft;
  const words = emailWording[terms.language];
  const timeOf = clockOf(LOCALES[terms.language], terms.timeZone);
  const worded = entries.map((entry) => ({ entry, ...wordsOfEntry(entry, terms, options.wordings) }));
  const items = worded.map(({ entry, title, message }) => ({
    category: isolated(titleFor(options.catalogue.category(entry.category), terms.language)),
    title: contained(title),
    message: contained(count === 1 ? message : cut(message, MAX_CHARACTERS)),
    at: timeOf(entry.createdAt),
    link: { text: words.open, url: `${options.publicUrl}/notifications/${entry.id}` },
  }));
  const [only] = worded;
  const heading = draft.digest ? words.digest[draft.digest] : undefined;
  const isAlone = count === 1 && !heading;
  const subject = isAlone ? contained(cut(oneLine(only!.subject), MAX_SUBJECT)) : '';
  const counted = heading ? `${heading}: ${words.unread(count)}` : words.unread(count);
  const preview = isAlone ? only!.message : worded.map(({ title }) => isolated(oneLine(title))).join(' · ');
  return {
    language: terms.language,
    subject: isVisible(subject) ? subject : counted,
    preview: contained(cut(oneLine(preview), MAX_PREVIEW)),
    heading,
    items,
    count,
    inboxUrl: `${options.publicUrl}/notifications`,
    why: words.why,
    links: footer(draft, options),
  };
}

/** Where the others are that it does not show; undefined: there are none. */
export function moreOf({ language, items, count, inboxUrl }: EmailContent): Link | undefined {
  const hidden = count - items.length;
  return hidden > 0 ? { text: emailWording[language].moreOf(hidden), url: inboxUrl } : undefined;
}

function footer(
  { categories, entries, terms }: MessageDraft,
  { catalogue, publicUrl, choicesUrl, unsubscribeUrl }: ContentOptions,
): Link[] {
  const words = emailWording[terms.language];
  const place = categories[0] ?? entries[0]!.category;
  const links = [
    { text: words.choose, url: publicUrl + preferencesPath(place) },
    { text: words.chooseUnsigned, url: choicesUrl },
  ];
  if (unsubscribeUrl) {
    const titles = categories.map((name) => isolated(titleFor(catalogue.category(name), terms.language)));
    links.push({ text: words.unsubscribe(titles), url: unsubscribeUrl });
  }
  return links;
}

/** Tells a time with its zone, since the reader may be in another one now; in UTC where this replica does not know it. */
function clockOf(locale: string, chosen: string): (at: string) => string {
  const timeZone = isTimeZone(chosen) ? chosen : DEFAULT_TIME_ZONE;
  const format = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone, timeZoneName: 'short' },
  });
  return (at) => format.format(new Date(at));
}
