import type { EmailContent, Item } from './content.ts';
import { htmlOf, itemOf } from './template.ts';

/**
 * Gmail shows about 102 kB of an e-mail and hides the rest, with it the link to unsubscribe. Some say that it counts what
 * is sent, some what comes out of that: in base64 (4/3, and the ends of lines) this becomes 88 kB.
 */
const MAX_BYTES = 64_000;

/** Leaves out what there is no room for: messages first, then notifications, of both the oldest. */
export function fitted(content: EmailContent): EmailContent {
  let room = MAX_BYTES - Buffer.byteLength(htmlOf({ ...content, items: [] }));
  const takes = (bytes: number) => {
    const fits = bytes <= room;
    if (fits) room -= bytes;
    return fits;
  };
  const heads = content.items.map((item) => ({ item, bytes: bytesOf({ ...item, message: '' }) }));
  const end = heads.findIndex(({ bytes }) => !takes(bytes));
  const shown = end === -1 ? heads : heads.slice(0, end);
  const items = shown.map(({ item, bytes }) =>
    takes(bytesOf(item) - bytes) ? item : { ...item, message: '' },
  );
  return { ...content, items };
}

const bytesOf = (item: Item): number => Buffer.byteLength(itemOf(item).source);

/** The shorter of the two ways to send text as ASCII: three characters for each octet that is none, or four for three. */
export function textEncodingOf(text: string): 'quoted-printable' | 'base64' {
  const bytes = Buffer.from(text);
  const escaped = bytes.filter((byte) => byte > 126 || byte === 61).length;
  return escaped * 6 < bytes.length ? 'quoted-printable' : 'base64';
}
