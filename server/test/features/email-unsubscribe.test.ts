import { createHmac, hkdfSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { send } from '../support/acts.ts';
import {
  bringForward,
  deliveriesOf,
  forgotten,
  newReader,
  untilEmail,
  type Reader,
} from '../support/emails.ts';
import { changePreferences, channelsOf, readPreferences, WITHOUT_EMAIL } from '../support/preferences.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmtpStage } from '../support/smtp.ts';
import { SECRET } from '../support/token.ts';

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

/** Gets an e-mail with a critical notification and one of each category in it; gives the address that ends such e-mails. */
async function unsubscribeUrlOf(reader: Reader, categories = ['billing']): Promise<string> {
  const ids = [await send(server, reader.id, { category: 'account' })];
  for (const category of categories) ids.push(await send(server, reader.id, { category }));
  const before = smtp.to(reader.address).length;
  await bringForward(server, reader.id);
  for (const id of ids) await untilEmail(server, reader, id, { status: 'SENT' });
  const mail = smtp.to(reader.address)[before]!;
  const list = mail.headers.get('list') as unknown as { unsubscribe: { url: string } };
  return list.unsubscribe.url.replace('https://carillon.example.com', server.url);
}

/** As a link of before said it: whose it is, and what it ends. */
function formerUrl(...said: string[]): string {
  const body = Buffer.from(JSON.stringify(said)).toString('base64url');
  const key = Buffer.from(hkdfSync('sha256', SECRET, '', 'carillon unsubscribe', 32));
  const seal = createHmac('sha256', key).update(body).digest().subarray(0, 18);
  return `${server.url}/unsubscribe/${body}.${seal.toString('base64url')}`;
}

/** As RFC 8058 has it. */
const post = (url: string) =>
  fetch(url, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });

/** As the page has it. */
const resume = (url: string) => fetch(url, { method: 'POST', body: new URLSearchParams({ resume: '' }) });

const choicesOf = ({ id }: Reader) =>
  server.sql('select category, channel, is_on from channel_choices where user_id = $1 order by 1', [id]);

const emailsOf = async (reader: Reader) =>
  Object.fromEntries(
    (await readPreferences(server, reader.token)).categories.map(({ category, channels }) => [
      category,
      channels.find(({ channel }) => channel === 'EMAIL')!.isOn,
    ]),
  );

const forget = (reader: Reader) => server.sql('delete from emails where user_id = $1', [reader.id]);

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

test.each([
  ['of several parts', () => ({ body: formOf({ 'List-Unsubscribe': 'One-Click' }) })],
  ['of several parts that has the name of another', () => ({ body: formOf({ resume: '' }) })],
  ['that is empty', () => ({})],
  ['in JSON', () => ({ body: '{"resume":1}', headers: { 'content-type': 'application/json' } })],
])('a form %s is heard as well', async (_what, request) => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  expect((await fetch(url, { method: 'POST', ...request() })).status).toBe(200);
  expect(await choicesOf(reader)).toEqual(OFF);
});

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('opening the link changes nothing: it shows a page in the language of the reader, with a button', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader, ['billing_reminders']);
  await server.sql(`insert into preferences (user_id, language) values ($1, 'de')`, [reader.id]);
  for (const method of ['GET', 'HEAD']) expect((await fetch(url, { method })).status).toBe(200);
  const answer = await fetch(url);
  const page = await answer.text();
  expect(page).toContain('<html lang="de">');
  expect(page).toContain('Möchten Sie darüber keine E-Mails mehr bekommen?');
  expect(page).toContain('>Billing reminders</li>');
  expect(page).toContain('<form method="post">');
  expect(page).not.toMatch(/<script|<img|<link|account|Konto/);
  const policy = answer.headers.get('content-security-policy')!;
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await choicesOf(reader)).toEqual([]);
});

describe('there is a way back:', () => {
  test('the same link switches them on again, as often as it comes; opened again it shows how it is', async () => {
    const reader = await newReader(server);
    const url = await unsubscribeUrlOf(reader, ['billing', 'grades']);
    await changePreferences(
      server,
      reader.token,
      'setChannelPreference(category: "general", channel: EMAIL, isOn: false)',
    );
    const shows = async () => (await (await fetch(url)).text()).match(/<button name="([\w-]+)"/)![1];
    expect(await shows()).toBe('List-Unsubscribe');
    expect(await (await post(url)).text()).toContain('Switch them on again');
    expect(await shows()).toBe('resume');
    for (const answer of [await resume(url), await resume(url)])
      expect(await answer.text()).toContain('You get e-mails about this again');
    expect(await shows()).toBe('List-Unsubscribe');
    expect(await choicesOf(reader)).toEqual([{ category: 'general', channel: 'EMAIL', is_on: false }]);
    const later = await send(server, reader.id, { category: 'billing' });
    expect((await deliveriesOf(server, reader, later)).EMAIL!.status).toBe('WAITING');
  });

  test('devices are told of both', async () => {
    const reader = await newReader(server);
    const url = await unsubscribeUrlOf(reader);
    await post(url);
    expect(channelsOf(await readPreferences(server, reader.token), 'billing')).toEqual(WITHOUT_EMAIL);
    await resume(url);
    expect((await emailsOf(reader)).billing).toBe(true);
  });
});

describe('when the record of the e-mail has been purged', () => {
  test('the link ends all e-mail that is not critical, also of what is to come', async () => {
    const reader = await newReader(server);
    const url = await unsubscribeUrlOf(reader);
    const waiting = await send(server, reader.id, { category: 'grades' });
    const critical = await send(server, reader.id, { category: 'account' });
    await forget(reader);
    const page = await (await fetch(url)).text();
    expect(page).toContain('Do you want no more e-mails?');
    expect(page).toContain('>Account and security</li>');
    expect(await choicesOf(reader)).toEqual([]);
    for (const answer of [await post(url), await post(url)]) expect(answer.status).toBe(200);
    expect((await deliveriesOf(server, reader, waiting)).EMAIL!.reason).toBe('UNSUBSCRIBED');
    expect((await deliveriesOf(server, reader, critical)).EMAIL!.status).toBe('WAITING');
    for (const category of ['billing', 'general', 'made up today']) {
      const id = await send(server, reader.id, { category });
      expect((await deliveriesOf(server, reader, id)).EMAIL!.reason).toBe('PREFERENCE_OFF');
    }
    const { account, ...others } = await emailsOf(reader);
    expect(account).toBe(true);
    expect(new Set(Object.values(others))).toEqual(new Set([false]));
    expect(Object.keys(others)).toContain('made up today');
    expect(Object.keys(others)).not.toContain('');
  });

  test('one that the reader switches on afterwards comes, and goes back when it is off again', async () => {
    const reader = await newReader(server);
    const url = await unsubscribeUrlOf(reader);
    await forget(reader);
    await post(url);
    const set = (isOn: boolean | null) =>
      changePreferences(
        server,
        reader.token,
        `setChannelPreference(category: "billing", channel: EMAIL, isOn: ${isOn})`,
      );
    for (const isOn of [true, null]) {
      const preferences = await set(isOn);
      expect(channelsOf(preferences, 'billing')![1]).toEqual({
        channel: 'EMAIL',
        isOn: true,
        isDefault: true,
      });
      expect(channelsOf(preferences, 'general')).toEqual(WITHOUT_EMAIL);
    }
    const id = await send(server, reader.id, { category: 'billing' });
    expect((await deliveriesOf(server, reader, id)).EMAIL!.status).toBe('WAITING');
    expect(channelsOf(await set(false), 'billing')).toEqual(WITHOUT_EMAIL);
    await set(true);
    await post(url);
    expect((await emailsOf(reader)).billing).toBe(false);
    await changePreferences(server, reader.token, 'resetPreferences');
    expect((await emailsOf(reader)).general).toBe(true);
  });

  test('the way back leaves off what the reader had switched off by itself', async () => {
    const reader = await newReader(server);
    const url = await unsubscribeUrlOf(reader);
    await changePreferences(
      server,
      reader.token,
      'setChannelPreference(category: "grades", channel: EMAIL, isOn: false)',
    );
    await forget(reader);
    await post(url);
    expect(await (await fetch(url)).text()).toContain('You get no more e-mails');
    expect(await (await resume(url)).text()).toContain('You get e-mails again');
    expect(await emailsOf(reader)).toEqual({
      ...{ applications: true, general: true, account: true },
      ...{ billing: true, grades: false },
    });
  });

  test('the link in one e-mail has nothing to do with another', async () => {
    const [reader, other] = [await newReader(server), await newReader(server)];
    const [url, kept] = [await unsubscribeUrlOf(reader), await unsubscribeUrlOf(reader, ['grades'])];
    await post(await unsubscribeUrlOf(other));
    expect(await choicesOf(reader)).toEqual([]);
    await server.sql(
      `delete from emails where user_id = $1 and id = (select min(id::text)::uuid from emails where user_id = $1)`,
      [reader.id],
    );
    await post(kept);
    expect(await choicesOf(reader)).toEqual([{ ...OFF[0], category: 'grades' }]);
    await post(url);
    expect((await choicesOf(reader))[0]).toEqual({ ...OFF[0], category: '' });
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
  await server.ask(`mutation { markAsRead(id: "${first}") { notification { id } } }`, {}, reader.token);
  await bringForward(server, reader.id);
  await untilEmail(server, reader, second, { status: 'SENT' });
  const list = smtp.to(reader.address)[0]!.headers.get('list') as unknown as { unsubscribe: { url: string } };
  await post(list.unsubscribe.url.replace('https://carillon.example.com', server.url));
  expect(await choicesOf(reader)).toEqual([{ ...OFF[0], category: 'grades' }]);
});

describe('links of before', () => {
  test('hold, with what they said', async () => {
    const reader = await newReader(server);
    const url = formerUrl(reader.id, 'billing', 'grades');
    expect(await (await fetch(url)).text()).toContain('>Grades</li>');
    expect((await post(url)).status).toBe(200);
    expect((await choicesOf(reader)).map(({ category }) => category)).toEqual(['billing', 'grades']);
    await resume(url);
    expect(await choicesOf(reader)).toEqual([]);
  });

  test('of any length', async () => {
    const reader = await newReader(server);
    const categories = Array.from({ length: 40 }, (_, index) => `${index} ${'🎻'.repeat(30)}`);
    expect((await post(formerUrl(reader.id, ...categories))).status).toBe(200);
    expect(await choicesOf(reader)).toHaveLength(40);
  });
});

test('what is not one of our links is a page that is not there', async () => {
  const reader = await newReader(server);
  const url = await unsubscribeUrlOf(reader);
  const token = url.split('/').at(-1)!;
  const bytes = Buffer.from(token, 'base64url');
  const changed = [0, 15, 16, 31, 32, bytes.length - 1].map((place) =>
    Buffer.from(bytes.map((byte, index) => (index === place ? byte ^ 1 : byte))).toString('base64url'),
  );
  const [body, seal] = formerUrl(reader.id, 'billing').split('/').at(-1)!.split('.') as [string, string];
  const forged = Buffer.from(JSON.stringify([reader.id, 'billing', 'account'])).toString('base64url');
  const tokens = [
    ...['', 'x', '%00', '.', '/', token.slice(1), token.slice(0, -1), `${token}A`, `${token}=`],
    ...[`${token}/`, `${token}.`, `${token}.${seal}`, bytes.subarray(0, 32).toString('base64url')],
    ...changed,
    ...[body, `${body}.`, `${body}.${seal.slice(1)}`, `${forged}.${seal}`],
  ];
  for (const each of tokens) {
    const address = `${server.url}/unsubscribe/${each}`;
    for (const answer of [await fetch(address), await post(address), await resume(address)]) {
      expect({ each, status: answer.status }).toEqual({ each, status: 404 });
      expect(answer.headers.get('content-type')).toMatch('text/html');
    }
  }
  expect(await choicesOf(reader)).toEqual([]);
});

test('one who is gone has nothing left to end', async () => {
  const reader = await newReader(server);
  const urls = [await unsubscribeUrlOf(reader), formerUrl(reader.id, 'billing')];
  await server.sql('delete from users where id = $1', [reader.id]);
  for (const url of urls)
    for (const answer of [await post(url), await fetch(url), await resume(url)])
      expect(answer.status).toBe(200);
});
