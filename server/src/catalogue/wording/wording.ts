import { badInput } from '../../platform/errors.ts';
import { cut } from '../../platform/text/cut.ts';
import { MAX_TITLE } from '../../platform/text/limits.ts';
import { linkOf } from '../../platform/text/link.ts';
import { isVisible } from '../../platform/text/text.ts';
import { forReader, LOCALES, type InLanguages, type Language } from '../language.ts';
import { readable } from '../../platform/text/readable.ts';
import { argumentsOf, samplesOf, valuesOf, type Argument, type Given } from './arguments.ts';
import { namingNameless } from './nameless-actor.ts';
import { formatMessage, parseMessage, rehearseMessage, type Message } from './message.ts';

/** What is said in one language, as ICU MessageFormat. */
export interface WordingText {
  readonly language: Language;
  readonly title: string;
  readonly message: string;
  /** Of an e-mail that has nothing else in it; unset: the title. */
  readonly emailSubject?: string | null;
  /** Where it leads: a path on this site or an https address. */
  readonly url?: string | null;
}

export type WordingTexts = InLanguages<WordingText>;

/** Who reads it. */
export interface WordingReader {
  readonly language: Language;
  /** An IANA name that is known here. */
  readonly timeZone: string;
}

const PARTS = ['title', 'message', 'emailSubject', 'url'] as const;
type Part = (typeof PARTS)[number];

const MAX_MESSAGE = 4_000;
const MAX_URL = 2_000;
/** Of one value, however often the wording has it: more of it would be cut away in any case. */
const MAX_VALUE = MAX_MESSAGE;

/** One version of the words of a type. Whatever it is filled in with, its reader gets plain text of a bounded length. */
export class Wording {
  private readonly messages = new Map<WordingText, ReadonlyMap<Part, Message>>();
  private needed: readonly Argument[] | undefined;

  constructor(
    private readonly type: string,
    readonly texts: WordingTexts,
  ) {}

  /** What it cannot do without, in whichever language. @throws BAD_USER_INPUT for texts that cannot be read */
  get arguments(): readonly Argument[] {
    return (this.needed ??= argumentsOf(
      'wording',
      this.texts.flatMap((text) => [...this.messagesOf(text).values()]),
    ));
  }

  /** Of its texts, in characters. */
  get size(): number {
    return JSON.stringify(this.texts).length;
  }

  title(reader: WordingReader, given: Given): string {
    return this.say('title', reader, given, MAX_TITLE) ?? readable(this.type);
  }

  message(reader: WordingReader, given: Given): string {
    return this.say('message', reader, given, MAX_MESSAGE) ?? '';
  }

  /** @returns undefined where it has none of its own */
  emailSubject(reader: WordingReader, given: Given): string | undefined {
    return this.say('emailSubject', reader, given, MAX_TITLE);
  }

  /** What it is filled in with stays a part of the path, or of what follows it. @returns null for no link, or an unsafe one */
  url(reader: WordingReader, given: Given): string | null {
    const url = this.say('url', reader, given, MAX_URL + 1, encodeURIComponent);
    return url !== undefined && url.length <= MAX_URL && linkOf(url) ? url : null;
  }

  /** @returns undefined also where there is nothing to see in what it was filled in with */
  private say(
    part: Part,
    reader: WordingReader,
    given: Given,
    most: number,
    write: (text: string) => string = String,
  ): string | undefined {
    const text = forReader(this.texts, reader.language);
    try {
      const message = this.messagesOf(text).get(part);
      if (!message) return undefined;
      const named = namingNameless(given, text.language);
      const values = valuesOf(this.arguments, named, (value) => write(cut(value, MAX_VALUE)));
      const said = formatMessage(message, LOCALES[text.language], reader.timeZone, values);
      // Before it is counted in characters: it may be a megabyte.
      const shown = cut(said.slice(0, 4 * most), most);
      return isVisible(shown) ? shown : undefined;
    } catch {
      // It was checked when it was declared and sent; a reader still gets a page rather than a failure.
      return undefined;
    }
  }

  private messagesOf(text: WordingText): ReadonlyMap<Part, Message> {
    const known = this.messages.get(text);
    if (known) return known;
    const messages = new Map<Part, Message>();
    for (const part of PARTS) {
      const words = text[part];
      if (words != null) messages.set(part, parseMessage(`wording.${part}`, words, LOCALES[text.language]));
    }
    this.messages.set(text, messages);
    return messages;
  }

  /**
   * Whether readers can be told it, whatever comes.
   * @throws BAD_USER_INPUT that names the text
   */
  rehearse(): void {
    const samples = samplesOf(this.arguments);
    for (const text of this.texts) {
      for (const [part, message] of this.messagesOf(text))
        rehearseMessage(`wording.${part}`, message, LOCALES[text.language], samples);
      if (text.url != null && this.url({ language: text.language, timeZone: 'UTC' }, samples) === null)
        throw badInput('wording.url must be a path on this site or an https address', 'wording.url');
    }
  }
}
