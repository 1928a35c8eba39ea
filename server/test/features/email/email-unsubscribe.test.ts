import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { markRead, send } from '../../support/acts.ts';
import {
  bringForward,
  deliveriesOf,
  forgotten,
  newReader,
  untilEmail,
  type Reader,
} from '../../support/email/emails.ts';
import { changePreferences, channelsOf, readPreferences, WITHOUT_EMAIL } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import {
  choicesOf,
  emailsOf,
  formerLink,
  lastLink,
  linkOf,
  off,
  oneClick,
  PUBLIC_URL,
  resume,
} from '../../support/email/unsubscribing.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL });
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const linkFor = (reader: Reader, categories?: string[]) => linkOf(server, smtp, reader, categories);
const choices = (reader: Reader) => choicesOf(server, reader);

test('one click, without signing in, ends e-mails of what was in it; twice is once', async () => {
  const reader = await newReader(server);
  const url = await linkFor(reader);
  const waiting = await send(server, reader.id, { category: 'billing' });
  const other = await send(server, reader.id, { category: 'grades' });
  for (const answer of [await oneClick(url), await oneClick(url)]) expect(answer.status).toBe(200);
  expect(await choices(reader)).toEqual(off('billing'));
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

test.each([
  ['of several parts', () => ({ body: formOf({ 'List-Unsubscribe': 'One-Click' }) })],
  ['of several parts that has the name of another', () => ({ body: formOf({ resume: '' }) })],
  ['that is empty', () => ({})],
  ['of no kind', () => ({ body: Buffer.from('List-Unsubscribe=One-Click') })],
  ['of a kind nobody knows', () => ({ body: 'One-Click', headers: { 'content-type': 'x-what/ever; a="b' } })],
  ['in JSON that is none', () => ({ body: 'One-Click', headers: { 'content-type': 'application/json' } })],
  ['in JSON that is empty', () => ({ headers: { 'content-type': 'application/json' } })],
  [
    'of several parts without their border',
    () => ({ body: 'x', headers: { 'content-type': 'multipart/form-data' } }),
  ],
  ['in JSON', () => ({ body: '{"resume":1}', headers: { 'content-type': 'application/json' } })],
])('a form %s is heard as well', async (_what, request) => {
  const reader = await newReader(server);
  const url = await linkFor(reader);
  expect((await fetch(url, { method: 'POST', ...request() })).status).toBe(200);
  expect(await choices(reader)).toEqual(off('billing'));
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('opening the link changes nothing: it shows a page in the language of the reader, with a button', async () => {
  const reader = await newReader(server);
  const url = await linkFor(reader, ['billing_reminders']);
  await server.sql(`insert into preferences (user_id, language) values ($1, 'de')`, [reader.id]);
  for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
  const answer = await fetch(url);
  const page = await answer.text();
  expect(page).toContain('<html lang="de" dir="ltr">');
  expect(page).toContain('Möchten Sie darüber keine E-Mails mehr bekommen?');
  expect(page).toContain('>Billing reminders</li>');
  expect(page).toContain('<form method="post">');
  expect(page).not.toMatch(/<script|<img|<link|account|Konto/);
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await choices(reader)).toEqual([]);
});

describe('there is a way back:', () => {
  test('the same link switches them on again, as often as it comes; opened again it shows how it is', async () => {
    const reader = await newReader(server);
    const url = await linkFor(reader, ['billing', 'grades']);
    await changePreferences(
      server,
      reader.token,
      'setChannelPreference(category: "general", channel: EMAIL, isOn: false)',
    );
    const shows = async () => (await (await fetch(url)).text()).match(/<button name="([\w-]+)"/)![1];
    expect(await shows()).toBe('List-Unsubscribe');
    expect(await (await oneClick(url)).text()).toContain('Switch them on again');
    expect(await shows()).toBe('resume');
    for (const answer of [await resume(url), await resume(url)])
      expect(await answer.text()).toContain('You get e-mails about this again');
    expect(await shows()).toBe('List-Unsubscribe');
    expect(await choices(reader)).toEqual([{ category: 'general', channel: 'EMAIL', is_on: false }]);
    const later = await send(server, reader.id, { category: 'billing' });
    expect((await deliveriesOf(server, reader, later)).EMAIL!.status).toBe('WAITING');
  });

  test('devices are told of both', async () => {
    const reader = await newReader(server);
    const url = await linkFor(reader);
    await oneClick(url);
    expect(channelsOf(await readPreferences(server, reader.token), 'billing')).toEqual(WITHOUT_EMAIL);
    await resume(url);
    expect((await emailsOf(server, reader)).billing).toBe(true);
  });
});

test('an e-mail that was tried again ends what was in it the last time', async () => {
  const reader = await newReader(server);
  smtp.refusal = { responseCode: 451, message: 'later' };
  const first = await send(server, reader.id, { category: 'billing' });
  const second = await send(server, reader.id, { category: 'grades' });
  await bringForward(server, reader.id);
  await untilEmail(server, reader, second, { reason: 'RETRYING' });
  smtp.refusal = undefined;
  await markRead(server, reader.token, first);
  await bringForward(server, reader.id);
  await untilEmail(server, reader, second, { status: 'SENT' });
  await oneClick(lastLink(server, smtp, reader));
  expect(await choices(reader)).toEqual(off('grades'));
});

test('what is not one of our links is a page that is not there', async () => {
  const reader = await newReader(server);
  const url = await linkFor(reader);
  const token = url.split('/').at(-1)!;
  const bytes = Buffer.from(token, 'base64url');
  const changed = [0, 15, 16, 31, 32, bytes.length - 1].map((place) =>
    Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ 1 : byte))).toString('base64url'),
  );
  const [body, seal] = formerLink(server, reader.id, 'billing').split('/').at(-1)!.split('.') as [
    string,
    string,
  ];
  const forged = Buffer.from(JSON.stringify([reader.id, 'billing', 'account'])).toString('base64url');
  const tokens = [
    ...['', 'x', '%00', '.', '/', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`],
    ...[`${token}/`, `${token}.`, `${token}.${seal}`, bytes.subarray(0, 32).toString('base64url')],
    ...changed,
    ...[body, `${body}.`, `${body}.${seal.slice(1)}`, `${forged}.${seal}`],
  ];
  for (const each of tokens) {
    const address = `${server.url}/unsubscribe/${each}`;
    for (const answer of [await fetch(address), await oneClick(address), await resume(address)]) {
      expect({ each, status: answer.status }).toEqual({ each, status: 404 });
      expect(answer.headers.get('content-type')).toMatch('text/html');
    }
  }
  expect(await choices(reader)).toEqual([]);
});

test('one who is gone has nothing left to end', async () => {
  const reader = await newReader(server);
  const urls = [await linkFor(reader), formerLink(server, reader.id, 'billing')];
  await server.sql('delete from users where id = $1', [reader.id]);
  for (const url of urls)
    for (const answer of [await oneClick(url), await fetch(url), await resume(url)])
      expect(answer.status).toBe(200);
});
