import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Language } from '../catalogue/category.ts';
import { cut } from '../platform/cut.ts';
import type { EmailDraft, Entry } from './email-draft.ts';
import { emailWording } from './email.wording.ts';

/** What an e-mail says, once; HTML and text are two ways to show it. */
export interface EmailContent {
  readonly language: Language;
  readonly subject: string;
  /** Newest first. */
  readonly items: readonly Item[];
  /** How many more there are; unset: none. */
  readonly more?: Link;
  readonly why: string;
  readonly links: readonly Link[];
}

export interface Item {
  readonly category: string;
  readonly title: string;
  readonly message: string;
  readonly at: string;
  readonly link: Link;
}

export interface Link {
  readonly text: string;
  readonly url: string;
}

/** Of one message in a digest; alone it is shown whole. */
const MOST_CHARACTERS = 300;
const LONGEST_SUBJECT = 150;

export interface ContentOptions {
  readonly catalogue: Catalogue;
  readonly publicUrl: string;
  /** Where the reader ends e-mails of what can be switched off in this one. */
  readonly unsubscribeUrl: string | undefined;
}

/** In the reader's language and time zone. Pure. */
export function contentOf(draft: EmailDraft, options: ContentOptions): EmailContent {
  const { entries, count, terms } = draft;
  const words = emailWording[terms.language];
  const worded = entries.map((entry) => ({ entry, ...wordingOf(entry, terms.language, options.catalogue) }));
  const [only] = worded;
  const items = worded.map(({ entry, title, message }) => ({
    category: options.catalogue.category(entry.category).title[terms.language],
    title,
    message: count === 1 ? message : cut(message, MOST_CHARACTERS),
    at: timeOf(entry.createdAt, terms),
    link: { text: words.open, url: `${options.publicUrl}/notifications/${entry.id}` },
  }));
  const hidden = count - entries.length;
  return {
    language: terms.language,
    subject: count === 1 ? cut(oneLine(only!.subject), LONGEST_SUBJECT) : words.several(count),
    items,
    ...(hidden > 0 && { more: { text: words.moreOf(hidden), url: `${options.publicUrl}/notifications` } }),
    why: words.why,
    links: footer(draft, options),
  };
}

/** Our own types are worded anew in the reader's language; what others sent stands as it was sent. */
function wordingOf({ type, facts, title, message }: Entry, language: Language, catalogue: Catalogue) {
  const wording = facts && catalogue.type(type)?.wording[language](facts as never);
  if (!wording) return { title, message, subject: title };
  return { title: wording.title, message: wording.message, subject: wording.emailSubject ?? wording.title };
}

function footer(
  { categories, entries, terms }: EmailDraft,
  { catalogue, publicUrl, unsubscribeUrl }: ContentOptions,
): Link[] {
  const words = emailWording[terms.language];
  const place = categories[0] ?? entries[0]!.category;
  const links = [{ text: words.choose, url: `${publicUrl}/preferences#${encodeURIComponent(place)}` }];
  if (unsubscribeUrl) {
    const titles = categories.map((name) => catalogue.category(name).title[terms.language]).join(', ');
    links.push({ text: words.unsubscribe(titles), url: unsubscribeUrl });
  }
  return links;
}

const timeOf = (at: string, { language, timeZone }: EmailDraft['terms']) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(at),
  );

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
