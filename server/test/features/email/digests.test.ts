import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { markRead, send } from '../../support/acts.ts';
import {
  bringForward,
  deliveriesOf,
  forgotten,
  newReader,
  untilEmail,
  wakeWorkers,
  type Reader,
} from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { askToChange, changePreferences, channelsOf } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const ZONE = 'Europe/Berlin';
const PACE = (category: string, pace: string | null) =>
  `setPace(category: "${category}", channel: EMAIL, pace: ${pace})`;
const change = (reader: Reader, mutation: string) => changePreferences(server, reader.token, mutation);
const emailOf = async (reader: Reader, id: string) => (await deliveriesOf(server, reader, id)).EMAIL!;

async function paced(...categories: [name: string, pace: string][]): Promise<Reader> {
  const reader = await newReader(server);
  await change(reader, `setTimeZone(timeZone: "${ZONE}")`);
  for (const [category, pace] of categories) await change(reader, PACE(category, pace));
  return reader;
}

/** As if the moment of these had come, and of no others. */
async function comes(ids: string[], reader: Reader): Promise<void> {
  await server.sql(`update deliveries set due_at = now() - interval '1 s' where notification_id = any($1)`, [
    ids,
  ]);
  await server.sql(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where payload ->> 'userId' = $1`,
    [reader.id],
  );
  await server.sql(wakeWorkers);
}

test('what is paced waits for its moment by the clock of the reader, and is one e-mail of what is still unread', async () => {
  const reader = await paced(['billing', 'DAILY'], ['grades', 'DAILY']);
  const ids = [
    await send(server, reader.id, { category: 'billing', title: 'Invoice' }),
    await send(server, reader.id, { category: 'grades', title: 'Graded' }),
  ];
  const read = await send(server, reader.id, { category: 'grades', title: 'Seen' });
  for (const id of ids) {
    const { status, dueAt } = await emailOf(reader, id);
    expect(status).toBe('WAITING');
    const due = DateTime.fromISO(dueAt!, { zone: ZONE });
    expect(due.toFormat('HH:mm')).toBe('08:00');
    expect(due.diffNow('hours').hours).toBeGreaterThan(0);
    expect(due.diffNow('hours').hours).toBeLessThanOrEqual(25);
  }
  await markRead(server, reader.token, read);
  await bringForward(server, reader.id);
  for (const id of ids) await untilEmail(server, reader, id, { status: 'SENT' });
  await untilEmail(server, reader, read, { status: 'SKIPPED', reason: 'READ' });
  const [digest, ...more] = smtp.to(reader.address);
  expect(more).toEqual([]);
  expect(digest!.subject).toBe('Your day in Carillon: 2 unread notifications');
  expect(digest!.html).toMatch(/<h1 [^>]*>Your day in Carillon<\/h1>/);
  expect(digest!.text).toMatch(/^Your day in Carillon\n/);
});

test.each([
  ['en', 'DAILY', 'Your day in Carillon: One unread notification'],
  ['en', 'WEEKLY', 'Your week in Carillon: One unread notification'],
  ['de', 'DAILY', 'Ihr Tag in Carillon: Eine ungelesene Mitteilung'],
  ['de', 'WEEKLY', 'Ihre Woche in Carillon: Eine ungelesene Mitteilung'],
])('a digest says so in the language of its reader: %s, %s', async (language, pace, subject) => {
  const reader = await paced(['billing', pace]);
  await server.sql('update preferences set language = $2 where user_id = $1', [reader.id, language]);
  const id = await send(server, reader.id, { category: 'billing', title: 'Invoice' });
  await comes([id], reader);
  await untilEmail(server, reader, id, { status: 'SENT' });
  const [digest] = smtp.to(reader.address);
  expect(digest!.subject).toBe(subject);
  expect(digest!.text).toContain('Invoice');
});

test('what waits for a digest does not go along with what is sent at once, nor a weekly one with a daily one', async () => {
  const reader = await paced(['billing', 'DAILY'], ['grades', 'WEEKLY']);
  const daily = await send(server, reader.id, { category: 'billing' });
  const weekly = await send(server, reader.id, { category: 'grades' });
  const now = await send(server, reader.id, { category: 'news', title: 'At once' });
  await comes([now], reader);
  await untilEmail(server, reader, now, { status: 'SENT' });
  expect((await emailOf(reader, daily)).status).toBe('WAITING');
  await comes([daily], reader);
  await untilEmail(server, reader, daily, { status: 'SENT' });
  const { status, dueAt } = await emailOf(reader, weekly);
  expect(status).toBe('WAITING');
  expect(DateTime.fromISO(dueAt!, { zone: ZONE }).toFormat('EEEE HH:mm')).toBe('Monday 08:00');
  expect(smtp.to(reader.address)).toHaveLength(2);
});

test('what waits moves when its pace, its hour or the zone is changed', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id, { category: 'billing' });
  const clockOf = async (zone: string) =>
    DateTime.fromISO((await emailOf(reader, id)).dueAt!, { zone }).toFormat('HH:mm');
  await change(reader, PACE('billing', 'DAILY'));
  expect(await clockOf('UTC')).toBe('08:00');
  expect(await change(reader, 'setDigestTime(hour: 17, weekday: FRIDAY)')).toMatchObject({
    digestHour: 17,
    digestWeekday: 'FRIDAY',
  });
  expect(await clockOf('UTC')).toBe('17:00');
  await change(reader, 'setTimeZone(timeZone: "Asia/Kolkata")');
  expect(await clockOf('Asia/Kolkata')).toBe('17:00');
  await change(reader, PACE('billing', 'WEEKLY'));
  const due = DateTime.fromISO((await emailOf(reader, id)).dueAt!, { zone: 'Asia/Kolkata' });
  expect(due.toFormat('EEEE HH:mm')).toBe('Friday 17:00');
  expect(await forgotten(server)).toEqual([]);
  await change(reader, PACE('billing', null));
  await untilEmail(server, reader, id, { status: 'SENT' });
});

test('a digest that comes in quiet hours waits for their end', async () => {
  const reader = await paced(['billing', 'DAILY']);
  await change(reader, 'setQuietHours(from: "00:00", until: "24:00")');
  const id = await send(server, reader.id, { category: 'billing' });
  await comes([id], reader);
  await untilEmail(server, reader, id, { status: 'HELD', reason: 'QUIET_HOURS' });
  await change(reader, 'setQuietHours');
  await untilEmail(server, reader, id, { status: 'SENT' });
});

test('many of one digest need one job', async () => {
  const reader = await paced(['billing', 'DAILY']);
  for (const title of ['One', 'Two', 'Three']) await send(server, reader.id, { category: 'billing', title });
  const jobs = await server.sql(
    `select key from graphile_worker._private_jobs where payload ->> 'userId' = $1 and key like 'email:at%'`,
    [reader.id],
  );
  expect(jobs).toHaveLength(1);
});

test('a pace is told, kept and taken back by a reset; there is none for what is critical, or for another channel', async () => {
  const reader = await newReader(server);
  const emailIn = (preferences: Awaited<ReturnType<typeof change>>) =>
    channelsOf(preferences, 'billing')?.find(({ channel }) => channel === 'EMAIL');
  const set = await change(reader, PACE('billing', 'WEEKLY'));
  expect(emailIn(set)).toEqual({ channel: 'EMAIL', isOn: true, isDefault: false, pace: 'WEEKLY' });
  expect(emailIn(await change(reader, 'resetPreferences'))).toBeUndefined();
  const refusals = [
    [PACE('account', 'DAILY'), 'category'],
    [PACE('x'.repeat(101), 'DAILY'), 'category'],
    ['setPace(category: "billing", channel: PUSH, pace: DAILY)', 'channel'],
    ['setDigestTime(hour: 24)', 'hour'],
    ['setDigestTime(hour: -1)', 'hour'],
  ] as const;
  for (const [mutation, field] of refusals) {
    const answer = await askToChange(server, reader.token, mutation);
    expect([mutation, answer.code, answer.errors?.[0]?.extensions.field]).toEqual([
      ...[mutation, 'BAD_USER_INPUT', field],
    ]);
  }
  const critical = await send(server, reader.id, { category: 'account' });
  await server.sql(`insert into pace_choices values ($1, 'account', 'EMAIL', 'WEEKLY')`, [reader.id]);
  const { dueAt } = await emailOf(reader, critical);
  expect(Date.parse(dueAt!) - Date.now()).toBeLessThan(3_600_000);
});
