import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { dataOf, markRead, send } from '../../support/acts.ts';
import {
  bringForward,
  deliveriesOf,
  forgotten,
  newReader,
  untilEmail,
  type Reader,
} from '../../support/email/emails.ts';
import { BILLING, declareCategory, declareType } from '../../support/declaring.ts';
import { comment, groupedOf } from '../../support/grouping.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

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

const dueAt = async (reader: Reader, id: string) => (await deliveriesOf(server, reader, id)).EMAIL!.dueAt;
const say = (reader: Reader, title: string) => comment(server, reader.id, { title });
const subjects = ({ address }: Reader) => smtp.to(address).map(({ subject }) => subject);

test('one that waits waits on as it was, and tells the newest', async () => {
  const reader = await newReader(server);
  const id = await say(reader, 'First');
  await server.sql(`update deliveries set due_at = due_at - interval '1 min' where notification_id = $1`, [
    id,
  ]);
  const before = await dueAt(reader, id);
  await say(reader, 'Second');
  expect(await dueAt(reader, id)).toBe(before);
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  expect(subjects(reader)).toEqual(['Second ×2']);
});

test('what comes after it was sent is told by another', async () => {
  const reader = await newReader(server);
  const id = await say(reader, 'First');
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  expect(await say(reader, 'Second')).toBe(id);
  const [row] = await groupedOf(server, reader.token);
  const { EMAIL } = await deliveriesOf(server, reader, id);
  expect(EMAIL).toMatchObject({ status: 'WAITING', reason: null, at: null });
  expect(Date.parse(EMAIL!.dueAt!) - Date.parse(row!.createdAt)).toBe(10 * 60_000);
  await say(reader, 'Third');
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  expect(subjects(reader)).toEqual(['First', 'Third ×3']);
});

test('so is what comes after it was skipped, since the row was read', async () => {
  const reader = await newReader(server);
  const id = await say(reader, 'First');
  await markRead(server, reader.token, id);
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SKIPPED', reason: 'READ' });
  await say(reader, 'Second');
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  expect(subjects(reader)).toEqual(['Second ×2']);
});

test('what is decided is decided for the newest event', async () => {
  const reader = await newReader(server);
  const turn = (isOn: boolean) =>
    dataOf(
      server.ask(
        `mutation ($isOn: Boolean) { setChannelPreference(category: "general", channel: EMAIL, isOn: $isOn) { preferences { id } } }`,
        { isOn },
        reader.token,
      ),
    );
  await turn(false);
  const id = await say(reader, 'First');
  expect((await deliveriesOf(server, reader, id)).EMAIL).toMatchObject({ status: 'SKIPPED' });
  await turn(true);
  await say(reader, 'Second');
  expect((await deliveriesOf(server, reader, id)).EMAIL).toMatchObject({ status: 'WAITING', reason: null });
});

test('what comes while it is tried again is told alone, by one', async () => {
  const reader = await newReader(server);
  const id = await say(reader, 'First');
  smtp.refusal = { responseCode: 451, message: 'Not now' };
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'WAITING', reason: 'RETRYING' });
  await say(reader, 'Second');
  smtp.refusal = undefined;
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { status: 'SENT' });
  await until(async () => {
    const states = await server.sql<{ state: string }>('select state from messages where user_id = $1', [
      reader.id,
    ]);
    return (
      states
        .map(({ state }) => state)
        .sort()
        .join() === 'CANCELLED,SENT'
    );
  });
  expect(subjects(reader)).toEqual(['Second ×2']);
});

test('how many there are is not said again where the words of its type have it', async () => {
  const reader = await newReader(server);
  await declareCategory(server, BILLING);
  const wording = (title: string) => [{ language: 'EN', title, message: 'In your account.' }];
  for (const [name, title] of [
    ['counted', '{count, plural, one {A payment} other {# payments}}'],
    ['uncounted', 'Payments'],
  ] as const)
    await declareType(server, { name, category: 'billing', groupMinutes: 60, wording: wording(title) });
  for (const type of ['counted', 'uncounted', 'counted', 'uncounted'])
    await send(server, reader.id, {
      type,
      title: null,
      message: null,
      subject: { type: 'account', id: '7' },
    });
  await bringForward(server, reader.id);
  const mail = await until(() => smtp.to(reader.address)[0]);
  expect(mail.text).toMatch(/^Payments ×2\n/);
  expect(mail.text).toMatch(/^2 payments\n/m);
});
