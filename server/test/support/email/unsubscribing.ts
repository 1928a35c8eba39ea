// What readers do with the link in an e-mail that ends such e-mails.
import { createHmac, hkdfSync } from 'node:crypto';
import { send } from '../acts.ts';
import { bringForward, untilEmail, type Reader } from './emails.ts';
import { readPreferences } from '../preferences.ts';
import type { TestServer } from '../server.ts';
import type { SmtpStage } from './smtp.ts';
import { SECRET } from '../token.ts';

/** What these servers have as PUBLIC_URL; the links below lead to where they listen. */
export const PUBLIC_URL = 'https://carillon.example.com';

/** The link in the last e-mail that came to the reader. */
export function lastLink(server: TestServer, smtp: SmtpStage, { address }: Reader): string {
  const list = smtp.to(address).at(-1)!.headers.get('list') as unknown as { unsubscribe: { url: string } };
  return list.unsubscribe.url.replace(PUBLIC_URL, server.url);
}

/** Gets an e-mail with a critical notification and one of each category in it; gives the link in it. */
export async function linkOf(
  server: TestServer,
  smtp: SmtpStage,
  reader: Reader,
  categories = ['billing'],
): Promise<string> {
  const ids = [await send(server, reader.id, { category: 'account' })];
  for (const category of categories) ids.push(await send(server, reader.id, { category }));
  await bringForward(server, reader.id);
  for (const id of ids) await untilEmail(server, reader, id, { status: 'SENT' });
  return lastLink(server, smtp, reader);
}

/** A link of before, which said itself whose it is and what it ends. */
export function formerLink({ url }: TestServer, ...said: string[]): string {
  const body = Buffer.from(JSON.stringify(said)).toString('base64url');
  const key = Buffer.from(hkdfSync('sha256', SECRET, '', 'carillon unsubscribe', 32));
  const seal = createHmac('sha256', key).update(body).digest().subarray(0, 18);
  return `${url}/unsubscribe/${body}.${seal.toString('base64url')}`;
}

/** As RFC 8058 has it. */
export const oneClick = (url: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

/** As the page has it. */
export const resume = (url: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ resume: '' }) });

export const choicesOf = (server: TestServer, { id }: Reader) =>
  server.sql('select category, channel, is_on from channel_choices where user_id = $1 order by 1', [id]);

/** Whether each category comes to the reader by e-mail. */
export const emailsOf = async (server: TestServer, reader: Reader): Promise<Record<string, boolean>> =>
  Object.fromEntries(
    (await readPreferences(server, reader.token)).categories.map(({ category, channels }) => [
      category,
      channels.find(({ channel }) => channel === 'EMAIL')!.isOn,
    ]),
  );

/** What `choicesOf` gives when only this is off. */
export const off = (category: string) => [{ category, channel: 'EMAIL', is_on: false }];
