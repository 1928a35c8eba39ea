import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { send } from '../support/acts.ts';
import {
  bringForward,
  deliveriesOf,
  forgotten,
  newReader,
  untilEmail,
  type Reader,
} from '../support/emails.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmtpStage } from '../support/smtp.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL: 'https://carillon.example.com' });
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

/** Gets an e-mail with a critical notification and one of `billing` in it; gives the address that ends such e-mails. */
async function unsubscribeUrlOf(reader: Reader): Promise<string> {
  await send(server, reader.id, { category: 'account' });
  const id = await send(server, reader.id, { category: 'billing' });
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  const list = smtp.to(reader.address)[0]!.headers.get('list') as unknown as { unsubscribe: { url: string } };
  return list.unsubscribe.url.replace('https://carillon.example.com', server.url);
}

/** As RFC 8058 has it. */
const post = (url: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

const choicesOf = ({ id }: Reader) =>
  server.sql('select category, channel, is_on from channel_choices where user_id = $1 order by 1', [id]);

const OFF = [{ category: 'billing', channel: 'EMAIL', is_on: false }];

test('one click, without signing in, ends e-mails of what was in it; twice is once', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  const waiting = await send(server, reader.id, { category: 'billing' });
  const other = await send(server, reader.id, { category: 'grades' });
  for (const answer of [await post(url), await post(url)]) expect(answer.status).toBe(200);
  expect(await choicesOf(reader)).toEqual(OFF);
  expect((await deliveriesOf(server, reader, waiting)).EMAIL).toMatchObject({
    status: 'SKIPPED',
    reason: 'UNSUBSCRIBED',
  });
  expect((await deliveriesOf(server, reader, other)).EMAIL!.status).toBe('WAITING');
  const later = await send(server, reader.id, { category: 'billing' });
  expect((await deliveriesOf(server, reader, later)).EMAIL!.reason).toBe('PREFERENCE_OFF');
  const critical = await send(server, reader.id, { category: 'account' });
  expect((await deliveriesOf(server, reader, critical)).EMAIL!.status).toBe('WAITING');
});

test('a form of several parts is heard as well', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  const body = new FormData();
  body.set('List-Unsubscribe', 'One-Click');
  expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
  expect(await choicesOf(reader)).toEqual(OFF);
});

test('opening the link changes nothing: it shows a page in the language of the reader, with a button', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  await server.sql(`insert into preferences (user_id, language) values ($1, 'de')`, [reader.id]);
  for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
  const answer = await fetch(url);
  const page = await answer.text();
  expect(page).toContain('<html lang="de">');
  expect(page).toMatch(/keine E-Mails mehr bekommen über: billing/);
  expect(page).toContain('<form method="post">');
  expect(page).not.toMatch(/<script|<img|<link|account|Konto/);
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await choicesOf(reader)).toEqual([]);
});

test('what is not one of our links is a page that is not there', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  const [body, seal] = url.split('/').at(-1)!.split('.') as [string, string];
  const forged = Buffer.from(JSON.stringify([reader.id, 'billing', 'account'])).toString('base64url');
  const tokens = [
    '',
    'x',
    `${body}`,
    `${body}.`,
    `${body}.${seal.slice(1)}`,
    `${forged}.${seal}`,
    '%00',
    '.',
  ];
  for (const token of tokens) {
    const address = `${server.url}/unsubscribe/${token}`;
    for (const answer of [await fetch(address), await post(address)]) {
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toMatch('text/html');
    }
  }
  expect(await choicesOf(reader)).toEqual([]);
});

test('one who is gone has nothing left to end', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  await server.sql('delete from users where id = $1', [reader.id]);
  expect((await post(url)).status).toBe(200);
});
