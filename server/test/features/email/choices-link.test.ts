import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { ChoicesTokens } from '../../../src/email/choices/token.ts';
import { Secrets } from '../../../src/platform/secrets.ts';
import { send } from '../../support/acts.ts';
import { bringForward, forgotten, newReader, untilEmail, type Reader } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { lastLink, PUBLIC_URL } from '../../support/email/unsubscribing.ts';
import { changePreferences, readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { startServerProcess } from '../../support/server-process.ts';
import { SECRET } from '../../support/token.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;

let clock: Date;
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  clock = new Date();
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL }, undefined, () => clock);
});

beforeEach(() => {
  clock = new Date();
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

/** The link in an e-mail about a notification of this category. */
async function linkOf(reader: Reader, category = 'billing'): Promise<string> {
  const id = await send(server, reader.id, { category, title: 'Secret title', message: 'Secret message' });
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  const [link] = smtp
    .to(reader.address)
    .at(-1)!
    .text!.match(/https:\S+\/choices\/\S+/)!;
  return link.replace(PUBLIC_URL, server.url);
}

const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields) });
const preferencesOf = (reader: Reader) => readPreferences(server, reader.token);
const emailIn = (preferences: Awaited<ReturnType<typeof preferencesOf>>, name: string) =>
  preferences.categories
    .find(({ category }) => category === name)!
    .channels.find(({ channel }) => channel === 'EMAIL');

test('it shows what comes to the reader in their language, nothing else of them, and opening it changes nothing', async () => {
  const reader = await newReader(server);
  const url = await linkOf(reader);
  await changePreferences(server, reader.token, 'setLanguage(language: DE)');
  const before = await preferencesOf(reader);
  for (const method of ['GET', 'HEAD', 'GET']) expect((await fetch(url, { method })).status).toBe(200);
  const answer = await fetch(url);
  const page = await answer.text();
  expect(page).toContain('<html lang="de" dir="ltr">');
  expect(page).toContain('Was Sie erreicht');
  expect(page).toContain('>Billing</legend>');
  expect(page).not.toMatch(/<script|<img|<link|Secret|@example/);
  expect(page).not.toContain(reader.id);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
  expect(answer.headers.get('x-robots-tag')).toBe('noindex');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await preferencesOf(reader)).toEqual(before);
});

test('the form makes it what it says, and leaves alone what it does not have', async () => {
  const reader = await newReader(server);
  const url = await linkOf(reader);
  await linkOf(reader, 'grades');
  await changePreferences(server, reader.token, 'setQuietHours(from: "22:00", until: "07:00")');
  const answer = await post(url, {
    'email billing': 'WEEKLY',
    'email grades': 'OFF',
    'on IN_APP grades': 'on',
    'email account': 'OFF',
    'email made up elsewhere': 'OFF',
    'quiet SATURDAY': 'ALL_DAY',
    'quiet SUNDAY': 'NONE',
    'quiet MONDAY': 'HOURS',
    'from MONDAY': '20:00',
    'until MONDAY': '06:30',
  });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('>Saved</p>');
  const after = await preferencesOf(reader);
  expect(emailIn(after, 'billing')).toMatchObject({ isOn: true, pace: 'WEEKLY' });
  expect(emailIn(after, 'grades')).toMatchObject({ isOn: false, pace: 'NOW' });
  expect(emailIn(after, 'account')).toMatchObject({ isOn: true, pace: 'NOW' });
  expect(emailIn(after, 'general')).toMatchObject({ isOn: true, isDefault: true });
  const ringsOf = (name: string) =>
    after.categories.find(({ category }) => category === name)!.channels[0]!.isOn;
  expect([ringsOf('billing'), ringsOf('grades'), ringsOf('general')]).toEqual([false, true, true]);
  expect(after.categories.map(({ category }) => category)).not.toContain('made up elsewhere');
  expect(after.quietWeek).toEqual([
    { from: '20:00', until: '06:30', weekdays: ['MONDAY'] },
    { from: '22:00', until: '07:00', weekdays: ['TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'] },
    { from: '00:00', until: '24:00', weekdays: ['SATURDAY'] },
  ]);
  const page = await (await fetch(url)).text();
  expect(page).toMatch(/name="email billing">[^]*?value="WEEKLY" selected/);
  await post(url, {});
  expect(await preferencesOf(reader)).toEqual(after);
});

test.each([
  ['two equal times', { 'quiet MONDAY': 'HOURS', 'from MONDAY': '08:00', 'until MONDAY': '08:00' }],
  ['no time', { 'quiet MONDAY': 'HOURS', 'from MONDAY': '', 'until MONDAY': '08:00' }],
])('%s: nothing of the form is saved', async (_what, quiet) => {
  const reader = await newReader(server);
  const url = await linkOf(reader);
  const before = await preferencesOf(reader);
  const answer = await post(url, { 'email billing': 'OFF', ...quiet });
  expect(await answer.text()).toContain('Nothing was saved');
  expect(await preferencesOf(reader)).toEqual(before);
});

test('what is not one of our links, or not whole, or somebody else’s, opens nothing', async () => {
  const [reader, other] = [await newReader(server), await newReader(server)];
  const [url, others] = [await linkOf(reader), await linkOf(other)];
  const bytesOf = (link: string) => Buffer.from(link.split('/').at(-1)!, 'base64url');
  const [own, foreign] = [bytesOf(url), bytesOf(others)];
  const changed = [...own.keys()].map((index) => {
    const copy = Buffer.from(own);
    copy[index]! ^= 1;
    return copy;
  });
  const spliced = Buffer.concat([foreign.subarray(0, 22), own.subarray(22)]);
  const forged = [...changed, spliced, own.subarray(1), Buffer.concat([own, own]), Buffer.from('')];
  const unsubscribe = bytesOf(lastLink(server, smtp, reader));
  for (const token of [...forged, unsubscribe]) {
    const link = `${server.url}/choices/${token.toString('base64url')}`;
    expect((await fetch(link)).status).toBe(404);
    expect((await post(link, { 'email billing': 'OFF' })).status).toBe(404);
  }
  const asUnsubscribe = url.replace('/choices/', '/unsubscribe/');
  expect((await fetch(asUnsubscribe, { method: 'POST' })).status).toBe(404);
  for (const one of [reader, other]) expect(emailIn(await preferencesOf(one), 'billing')!.isOn).toBe(true);
});

test('it holds for thirty days', async () => {
  const reader = await newReader(server);
  const url = await linkOf(reader);
  clock = new Date(Date.now() + 30 * DAY_MS - 60_000);
  expect((await fetch(url)).status).toBe(200);
  clock = new Date(Date.now() + 30 * DAY_MS + 1);
  const late = await post(url, { 'email billing': 'OFF' });
  expect(late.status).toBe(404);
  expect(await late.text()).toContain('older than 30 days');
  expect(emailIn(await preferencesOf(reader), 'billing')!.isOn).toBe(true);
});

test('whoever opens it again and again is told to wait, and nobody else', async () => {
  const [reader, other] = [await newReader(server), await newReader(server)];
  const [url, others] = [await linkOf(reader), await linkOf(other)];
  const statuses: number[] = [];
  for (let time = 0; time < 61; time++) statuses.push((await fetch(url)).status);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
  const refused = await post(url, { 'email billing': 'OFF' });
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60']);
  expect(emailIn(await preferencesOf(reader), 'billing')!.isOn).toBe(true);
  expect((await fetch(others)).status).toBe(200);
});

test('no log has it, whatever becomes of the request', async () => {
  const reader = await newReader(server);
  const [{ id }] = (await server.sql('select id from inbox where user_id = $1', [reader.id])) as [
    { id: string },
  ];
  const token = new ChoicesTokens(new Secrets(SECRET)).make({ emailId: uuidv7(), inboxId: id });
  const apart = await startServerProcess(server.databaseUrl, { LOG_LEVEL: 'trace' });
  const url = `${apart.url}/choices/${token}`;
  expect((await fetch(url)).status).toBe(200);
  expect((await post(url, { 'email general': 'OFF' })).status).toBe(200);
  expect((await fetch(`${url}x`)).status).toBe(404);
  expect((await fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'text/csv' } })).ok).toBe(
    false,
  );
  expect((await fetch(url, { method: 'DELETE' })).ok).toBe(false);
  expect(await apart.stop()).toBe(0);
  expect(apart.log.length).toBeGreaterThan(0);
  expect(apart.log.join('\n')).not.toContain(token);
});
