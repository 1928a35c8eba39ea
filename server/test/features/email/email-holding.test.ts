import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { everyDay, type QuietWeek } from '../../../src/preferences/clock/quiet-week.ts';
import { dataOf, send } from '../../support/acts.ts';
import {
  bringForward,
  deliveriesOf,
  forgotten,
  newReader,
  untilEmail,
  type Reader,
} from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';

// Nights to come, since the database has the true time: in Berlin clocks go forward on 28 March 2027 at 2 o'clock, and
// back on 31 October 2027 at 3.
const AFTERNOON = '2027-03-27T14:00:00Z';
let clock: Date;
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, EMAILS_PER_HOUR: '3' }, undefined, () => clock);
});

beforeEach(() => {
  clock = new Date(AFTERNOON);
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const set = (reader: Reader, quietHours: QuietWeek | null, dndUntil: string | null) =>
  server.sql(
    `insert into preferences (user_id, time_zone, quiet_hours, dnd_until) values ($1, 'Europe/Berlin', $2, $3)`,
    [reader.id, quietHours && JSON.stringify(quietHours), dndUntil],
  );

async function quietReader(): Promise<Reader> {
  const reader = await newReader(server);
  await set(reader, everyDay({ from: 22 * 60, until: 7 * 60 }), null);
  return reader;
}

describe('in quiet hours an e-mail waits for their end by the clock on the wall of the reader', () => {
  test.each([
    ['the shortest night', '2027-03-28T00:30:00Z', '2027-03-28T05:00:00.000Z'],
    ['the longest night', '2027-10-31T00:30:00Z', '2027-10-31T06:00:00.000Z'],
    ['any other night, before midnight', '2027-06-01T21:00:00Z', '2027-06-02T05:00:00.000Z'],
  ])('%s', async (_name, night, morning) => {
    const reader = await quietReader();
    const id = await send(server, reader.id);
    clock = new Date(night);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'HELD', reason: 'QUIET_HOURS', dueAt: morning });
    expect(smtp.to(reader.address)).toEqual([]);

    clock = new Date(morning);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SENT', reason: null });
    expect(smtp.to(reader.address)).toHaveLength(1);
  });

  test('but not what is critical, which takes nothing else along', async () => {
    const reader = await quietReader();
    const critical = await send(server, reader.id, { category: 'account' });
    const usual = await send(server, reader.id);
    clock = new Date('2027-06-01T22:00:00Z');
    await bringForward(server, reader.id);
    await untilEmail(server, reader, critical, { status: 'SENT' });
    await untilEmail(server, reader, usual, { status: 'HELD', reason: 'QUIET_HOURS' });
    expect(smtp.to(reader.address)).toHaveLength(1);
  });

  test('also one that could not be sent before they began', async () => {
    const reader = await quietReader();
    const id = await send(server, reader.id);
    smtp.refusal = { responseCode: 451, message: 'Come later' };
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'WAITING', reason: 'RETRYING' });
    smtp.refusal = undefined;
    clock = new Date('2027-06-01T22:00:00Z');
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'HELD', dueAt: '2027-06-02T05:00:00.000Z' });
    clock = new Date('2027-06-02T05:00:00Z');
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SENT' });
    expect(smtp.to(reader.address)).toHaveLength(1);
  });
});

test('what quiet hours hold is sent at once when the reader ends them, also what was being tried again', async () => {
  const readers = [await quietReader(), await quietReader()] as const;
  const ids = [await send(server, readers[0].id), await send(server, readers[1].id)] as const;
  smtp.refusal = { responseCode: 451, message: 'Come later' };
  await bringForward(server, readers[1].id);
  await untilEmail(server, readers[1], ids[1], { reason: 'RETRYING' });
  smtp.refusal = undefined;
  clock = new Date('2027-06-01T22:00:00Z');
  for (const [index, reader] of readers.entries()) {
    await bringForward(server, reader.id);
    await untilEmail(server, reader, ids[index]!, { status: 'HELD', reason: 'QUIET_HOURS' });
    await dataOf(
      server.ask('mutation { setQuietHours { preferences { quietHours { from } } } }', {}, reader.token),
    );
    await untilEmail(server, reader, ids[index]!, { status: 'SENT' });
    expect(smtp.to(reader.address)).toHaveLength(1);
  }
});

test('do-not-disturb holds until its end', async () => {
  const reader = await newReader(server);
  await set(reader, null, '2027-03-27T15:30:00Z');
  const id = await send(server, reader.id);
  await bringForward(server, reader.id);
  const dueAt = '2027-03-27T15:30:00.000Z';
  await untilEmail(server, reader, id, { status: 'HELD', reason: 'DO_NOT_DISTURB', dueAt });
});

test('what is above the cap of an hour waits until the oldest e-mail is an hour old, and is one then', async () => {
  const reader = await newReader(server);
  for (const minute of [0, 5, 10]) {
    clock = new Date(`2027-03-27T14:${String(minute).padStart(2, '0')}:00Z`);
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SENT' });
  }
  clock = new Date('2027-03-27T14:20:00Z');
  const dueAt = '2027-03-27T15:00:00.000Z';
  const above: string[] = [];
  for (const title of ['Fourth', 'Fifth']) {
    above.push(await send(server, reader.id, { title }));
    await bringForward(server, reader.id);
    await untilEmail(server, reader, above.at(-1)!, { status: 'HELD', reason: 'CAP', dueAt });
  }
  expect(smtp.to(reader.address)).toHaveLength(3);
  const critical = await send(server, reader.id, { title: 'Stolen', category: 'account' });
  await bringForward(server, reader.id);
  await untilEmail(server, reader, critical, { status: 'SENT' });
  for (const id of above) await untilEmail(server, reader, id, { status: 'HELD', reason: 'CAP', dueAt });

  // That one counts as well: of four in an hour the second is the third last.
  clock = new Date('2027-03-27T15:05:01Z');
  await bringForward(server, reader.id);
  for (const id of above) await untilEmail(server, reader, id, { status: 'SENT' });
  expect(smtp.to(reader.address).map(({ subject }) => subject)).toEqual([
    'Graded',
    'Graded',
    'Graded',
    'Stolen',
    '2 unread notifications',
  ]);
  expect((await deliveriesOf(server, reader, above[0]!)).EMAIL!.dueAt).toBeNull();
});
