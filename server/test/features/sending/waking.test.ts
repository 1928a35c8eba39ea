import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { emailChannel } from '../../../src/email/email.channel.ts';
import type { Delta } from '../../../src/inbox/delta.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { wakeDue } from '../../../src/sending/wake.ts';
import { countsOf, dataOf, follow, listen, listOf, markAllSeen, send, sendMany } from '../../support/acts.ts';
import { catalogueOf } from '../../support/catalogue.ts';
import { bringForward, deliveriesOf, forgotten, newReader, untilEmail } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { changePreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { act, askToUndo, endSnoozes, factsOf, inAnHour, undo } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let smtp: SmtpStage;
let server: TestServer;
let database: Database;
let people = 0;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings });
  database = await Database.connect({ url: server.databaseUrl, poolSize: 4 });
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await database?.close();
  await server?.close();
  await smtp?.down();
});

function newPerson() {
  const name = `sleeps ${++people}`;
  return { name, token: candidate(name) };
}

/** As a replica's sweep does, without waiting for it. The server's own may be quicker. */
async function wakeNow(): Promise<Delta[]> {
  const deltas: Delta[] = [];
  const channels = [emailChannel({ isSetUp: true, afterMinutes: 10 }, 9)];
  const announce = (delta: Delta) => void deltas.push(delta);
  await wakeDue(database, { catalogue: catalogueOf(), channels, announce });
  return deltas;
}

const ringOf = async (token: string, id: string) =>
  (
    await server.ask<{ notification: { ring: string } }>(
      'query ($id: ID!) { notification(id: $id) { ring } }',
      { id },
      token,
    )
  ).data.notification.ring;

test('what is snoozed comes back by itself: to the top, unread, and rings on every device', async () => {
  const { name, token } = newPerson();
  const added = await listen(server, name);
  const [first, second] = await sendMany(server, name, 2);
  await act(server, token, 'READ', [first!]);
  await act(server, token, 'PIN', [first!]);
  await act(server, token, 'SNOOZE', [first!]);
  const { seq } = await countsOf(server, token);
  await markAllSeen(server, token, seq);
  const before = await countsOf(server, token);
  const stream = await follow(server, token);
  await endSnoozes(server, [first!]);
  await until(() => stream.events.length > 1, { timeoutMs: 60_000 });
  const [delta] = stream.events.slice(1).map(({ inboxChanges }) => inboxChanges);
  const top = before.seq + 1;
  expect(delta).toMatchObject({
    fromSeq: before.seq,
    toSeq: top,
    upserted: [{ id: first, seq: top, changeSeq: top, isRead: false }],
    counts: { seq: top, unread: before.unread + 1, unseen: before.unseen + 1 },
  });
  await until(() => added.events.at(-1)?.notificationAdded.id === first);
  const inbox = await listOf(server, token);
  expect(inbox.slice(0, 2).map(({ id }) => id)).toEqual([first, second]);
  expect(await listOf(server, token, { isPinned: true })).toHaveLength(1);
  expect(await ringOf(token, first!)).toBe('RANG');
  const { unread, unseen, trueUnread, trueUnseen } = await factsOf(server, name);
  expect({ unread, unseen }).toEqual({ unread: trueUnread, unseen: trueUnseen });
}, 90_000);

test('several come back in the order of their moments, each with a seq of its own', async () => {
  const { name, token } = newPerson();
  const ids = await sendMany(server, name, 3);
  await act(server, token, 'SNOOZE', ids);
  for (const [index, id] of [ids[1], ids[2], ids[0]].entries())
    await server.sql(
      `update notifications set snoozed_until = now() - make_interval(secs => $2) where id = $1`,
      [id, 10 - index],
    );
  await wakeNow();
  await until(async () => (await listOf(server, token)).length === 3);
  expect((await listOf(server, token)).map(({ id, seq }) => [id, seq])).toEqual([
    [ids[0], 7],
    [ids[2], 6],
    [ids[1], 5],
  ]);
});

test('many replicas that look at the same moment bring each back once', async () => {
  const readers = Array.from({ length: 5 }, newPerson);
  for (const { name, token } of readers) {
    const ids = await sendMany(server, name, 4);
    await act(server, token, 'SNOOZE', ids);
  }
  await server.sql(`update notifications set snoozed_until = now() - interval '1 s'
    where snoozed_until is not null and user_id like 'sleeps %'`);
  await Promise.all(Array.from({ length: 4 }, wakeNow));
  for (const { token } of readers) {
    await until(async () => (await listOf(server, token)).length === 4);
    expect(await countsOf(server, token)).toEqual({ seq: 9, unread: 4, unseen: 4 });
  }
});

describe('it rings as what comes does:', () => {
  test.each([
    ['DO_NOT_DISTURB', `setDoNotDisturb(until: "${inAnHour()}")`],
    ['QUIET_HOURS', 'setQuietHours(from: "00:01", until: "00:00", timeZone: "Asia/Kolkata")'],
    ['PREFERENCE_OFF', 'setChannelPreference(category: "general", channel: IN_APP, isOn: false)'],
  ])('%s', async (ring, wish) => {
    const { name, token } = newPerson();
    const id = await send(server, name, { category: 'general' });
    await act(server, token, 'SNOOZE', [id]);
    expect(await ringOf(token, id)).toBe('RANG');
    await changePreferences(server, token, wish);
    await endSnoozes(server, [id]);
    await wakeNow();
    await until(async () => (await ringOf(token, id)) === ring);
    expect(await countsOf(server, token)).toMatchObject({ unread: 1 });
  });

  test('MUTED', async () => {
    const { name, token } = newPerson();
    const id = await send(server, name, { subject: { type: 'course', id: '1' } });
    await act(server, token, 'SNOOZE', [id]);
    await dataOf(
      server.ask(
        'mutation { muteSubject(subject: { type: "course", id: "1" }) { preferences { id } } }',
        {},
        token,
      ),
    );
    await endSnoozes(server, [id]);
    await wakeNow();
    await until(async () => (await ringOf(token, id)) === 'MUTED');
  });
});

describe('its snooze means nothing any more', () => {
  test('once it was settled: it is read, in the inbox, and does not come back', async () => {
    const { name, token } = newPerson();
    const id = await send(server, name, { subject: { type: 'course', id: '7' } });
    await act(server, token, 'SNOOZE', [id]);
    await dataOf(
      server.ask(
        'mutation { openSubject(subject: { type: "course", id: "7" }) { affectedCount } }',
        {},
        token,
      ),
    );
    await endSnoozes(server, [id]);
    await wakeNow();
    expect(await listOf(server, token)).toMatchObject([{ id, seq: 1, isRead: true }]);
    expect(await countsOf(server, token)).toEqual({ seq: 3, unread: 0, unseen: 0 });
  });

  test('once it has grown: it is back already', async () => {
    const { name, token } = newPerson();
    const group = { groupKey: 'row', type: 'commented', category: 'comments' };
    const id = await send(server, name, group);
    await act(server, token, 'SNOOZE', [id]);
    expect(await send(server, name, group)).toBe(id);
    expect(await countsOf(server, token)).toEqual({ seq: 3, unread: 1, unseen: 1 });
    await endSnoozes(server, [id]);
    expect(await wakeNow()).toEqual([]);
    expect(await listOf(server, token)).toMatchObject([{ id, seq: 3 }]);
  });

  test.each(['ARCHIVE', 'DELETE'] as const)('after %s, unless that is undone', async (what) => {
    const { name, token } = newPerson();
    const id = await send(server, name);
    await act(server, token, 'SNOOZE', [id]);
    await endSnoozes(server, [id]);
    const { undoId } = await act(server, token, what, [id]);
    await wakeNow();
    const isAwake = async () => (await listOf(server, token)).some((row) => row.id === id);
    // It may have come back before it was put away: then it is not snoozed, and nothing is to be seen here.
    if (await isAwake()) return;
    expect(await countsOf(server, token)).toMatchObject({ unread: 0 });
    await undo(server, token, undoId);
    await wakeNow();
    await until(isAwake);
    expect(await countsOf(server, token)).toMatchObject({ unread: 1, unseen: 1 });
  });

  test('so that undoing the snooze after it ended changes nothing', async () => {
    const { name, token } = newPerson();
    const id = await send(server, name);
    const { undoId } = await act(server, token, 'SNOOZE', [id]);
    await endSnoozes(server, [id]);
    await wakeNow();
    await until(async () => (await listOf(server, token)).length === 1);
    expect((await askToUndo(server, token, undoId)).data.done).toMatchObject({ affectedCount: 0 });
    expect(await listOf(server, token)).toMatchObject([{ id, seq: 3 }]);
  });
});

describe('an e-mail of it', () => {
  test('is not sent while it is snoozed, its reader is told why, and it is sent after it came back', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id);
    await act(server, reader.token, 'SNOOZE', [id]);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SKIPPED', reason: 'SNOOZED' });
    await endSnoozes(server, [id]);
    await wakeNow();
    await untilEmail(server, reader, id, { status: 'WAITING', reason: null });
    expect(smtp.to(reader.address)).toEqual([]);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SENT' });
    expect(smtp.to(reader.address)).toHaveLength(1);
  });

  test('that was sent before is sent again when it came back and stays unread', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SENT' });
    await act(server, reader.token, 'SNOOZE', [id]);
    await endSnoozes(server, [id]);
    await wakeNow();
    await untilEmail(server, reader, id, { status: 'WAITING' });
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SENT' });
    expect(smtp.to(reader.address)).toHaveLength(2);
  });

  test('is not sent of what was deleted, and its reader is told why once they undo that', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id);
    const { undoId } = await act(server, reader.token, 'DELETE', [id]);
    await bringForward(server, reader.id);
    await until(async () => {
      const [delivery] = await server.sql('select reason from deliveries where notification_id = $1', [id]);
      return delivery?.reason === 'DELETED';
    });
    await undo(server, reader.token, undoId);
    expect((await deliveriesOf(server, reader, id)).EMAIL).toMatchObject({
      status: 'SKIPPED',
      reason: 'DELETED',
    });
    expect(smtp.to(reader.address)).toEqual([]);
  });
});
