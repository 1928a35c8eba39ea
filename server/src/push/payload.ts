import { parse } from 'uuid';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { titleFor } from '../catalogue/category.ts';
import { LOCALES } from '../catalogue/language.ts';
import type { Wording } from '../catalogue/wording/wording.ts';
import { wordsOfEntry } from '../delivery/entry-words.ts';
import type { MessageDraft } from '../delivery/take-up.ts';
import { contained } from '../platform/text/bidi.ts';
import { oneLine } from '../platform/text/text.ts';
import { pushWording } from './wording.ts';

/** A push in the form of Declarative Web Push, which a browser shows by itself, or our worker does. */
export interface Payload {
  readonly web_push: 8030;
  readonly notification: {
    readonly title: string;
    readonly body: string;
    readonly lang: string;
    readonly dir: 'auto';
    /** Of the same tag only the last is shown. */
    readonly tag: string;
    readonly navigate: string;
    /** Of which delivery it is: the same one may come twice. */
    readonly data: { readonly messageId: string };
    readonly actions?: readonly {
      readonly action: string;
      readonly title: string;
      readonly navigate: string;
    }[];
  };
  readonly app_badge: number;
}

export interface PayloadOptions {
  readonly catalogue: Catalogue;
  readonly wordings: ReadonlyMap<number, Wording>;
  readonly publicUrl: string;
  /** Whether it may say what it is about: it stands on locked screens. */
  readonly showsContent: boolean;
  readonly unread: number;
}

/** What all push services take of what is encrypted: 4,096 octets less what RFC 8188 puts around them. */
const MAX_BYTES = 3_993;
const MAX_ACTIONS = 2;
const MAX_TITLES = 5;
/** What stands for all that is unread has one place for itself. */
const ALL = 'inbox';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** As long as it may be: the text is cut, between what readers see as characters. Pure. */
export function payloadOf(draft: MessageDraft, options: PayloadOptions): string {
  const payload = whole(draft, options);
  const text = JSON.stringify(payload);
  const tooMany = Buffer.byteLength(text) - MAX_BYTES;
  if (tooMany <= 0) return text;
  const { notification } = payload;
  const body = shortened(notification.body, tooMany);
  return JSON.stringify({ ...payload, notification: { ...notification, body } });
}

function whole(
  draft: MessageDraft,
  { catalogue, wordings, publicUrl, showsContent, unread }: PayloadOptions,
): Payload {
  const { entries, count, terms } = draft;
  const [newest] = entries;
  const inbox = `${publicUrl}/notifications`;
  const navigate = count === 1 ? `${inbox}/${newest!.id}` : inbox;
  const common = {
    ...{ lang: LOCALES[terms.language], dir: 'auto' as const, navigate, tag: tagOf(draft) },
    data: { messageId: draft.id },
  };
  const said = (notification: { title: string; body: string }): Payload => ({
    web_push: 8030,
    notification: { ...notification, ...common },
    app_badge: unread,
  });
  const words = pushWording[terms.language];
  if (!showsContent)
    return said({
      title: words.unread(count),
      body: titleFor(catalogue.category(newest!.category), terms.language),
    });
  const worded = entries.slice(0, MAX_TITLES).map((entry) => wordsOfEntry(entry, terms, wordings));
  if (count > 1)
    return said({
      title: words.unread(count),
      body: worded.map(({ title }) => contained(oneLine(title))).join('\n'),
    });
  const payload = said({ title: contained(oneLine(worded[0]!.title)), body: contained(worded[0]!.message) });
  const actions = (newest!.actions ?? [])
    .slice(0, MAX_ACTIONS)
    // It leads to where it is answered: an address that is opened decides nothing.
    .map(({ id, label }) => ({ action: id, title: label, navigate }));
  return actions.length === 0 ? payload : { ...payload, notification: { ...payload.notification, actions } };
}

/** By the notification's id, so that a page finds and closes what was read there. */
export const tagOf = ({ entries, count }: MessageDraft): string => (count === 1 ? entries[0]!.id : ALL);

/** RFC 8030, section 5.4: of one topic a push service keeps the last only. 32 characters at most. */
export const topicOf = ({ entries, count }: MessageDraft): string =>
  count === 1 ? Buffer.from(parse(entries[0]!.id)).toString('base64url') : ALL;

/** By so many octets of its JSON, an ellipsis included. */
function shortened(text: string, octets: number): string {
  const parts = [...graphemes.segment(text)].map(({ segment }) => segment);
  let removed = -Buffer.byteLength('…');
  while (parts.length > 0 && removed < octets) removed += octetsOf(parts.pop()!);
  return `${parts.join('').trimEnd()}…`;
}

const octetsOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;
