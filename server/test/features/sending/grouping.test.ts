import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  countsOf,
  dataOf,
  follow,
  listen,
  markAllSeen,
  markRead,
  openApplication,
  send,
  submit,
} from '../../support/acts.ts';
import { comment, endWindows, groupedOf, subject } from '../../support/grouping.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { closeSockets } from '../../support/socket.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
const { create, createMany } = sendingTo(() => server);

/** Somebody of whom nobody has heard. */
const newReader = () => {
  const id = `reader-${randomBytes(4).toString('hex')}`;
  return { id, token: candidate(id) };
};
const by = (name: string, id: string | null = name.toLowerCase()) => ({ actor: { id, name } });
const act = (name: string, ids: string[], token: string) =>
  dataOf(server.ask(`mutation ($ids: [ID!]!) { ${name}(ids: $ids) { affectedCount } }`, { ids }, token));

beforeAll(async () => {
  server = await startServer();
});

afterEach(async () => expect(await miscounted(server)).toEqual([]));

afterAll(async () => {
  await closeSockets();
  await server.close();
});

describe('events in one group', () => {
  test('are one row, which says what the newest says and is unread and new again', async () => {
    const { id: reader, token } = newReader();
    const id = await comment(server, reader, { title: 'First', data: { n: 1 }, ...by('Ana') });
    const other = await send(server, reader);
    await markRead(server, token, id);
    await markAllSeen(server, token, 2);
    const { data } = await create({
      ...{ recipientId: reader, type: 'commented', groupKey: '7', subject: subject('8') },
      ...{ title: 'Second', data: { n: 2 }, ...by('Ben') },
    });
    const { created, notification } = data.createNotification;
    expect({ created, id: notification.id }).toEqual({ created: true, id });
    const [row, last] = await groupedOf(server, token);
    expect(row).toMatchObject({
      ...{ id, count: 2, title: 'Second', data: { n: 2 }, isRead: false, subject: { subjectId: '8' } },
      ...{ seq: notification.seq, changeSeq: notification.seq, createdAt: notification.createdAt },
    });
    expect(last).toMatchObject({ id: other, count: 1, actors: [], actorCount: 0 });
    expect(await countsOf(server, token)).toEqual({ seq: notification.seq, unread: 2, unseen: 1 });
  });

  test('name the last three who did it once each, newest first, and count all', async () => {
    const { id: reader, token } = newReader();
    const people = ['Ana', 'Ben', 'Cleo', 'Dan', 'Ana'];
    for (const name of people) await comment(server, reader, by(name));
    await comment(server, reader, { actor: { id: 'ben', name: 'Benjamin' } });
    await comment(server, reader, { actor: null });
    const [row] = await groupedOf(server, token);
    expect(row).toMatchObject({ count: 7, actorCount: 4, actor: null });
    expect(row!.actors.map(({ name }) => name)).toEqual(['Benjamin', 'Ana', 'Dan']);
  });

  test('are counted by name where they have no id, up to 100', async () => {
    const { id: reader, token } = newReader();
    const events = Array.from({ length: 103 }, (_, index) => by(`No. ${index % 102}`, null));
    for (const event of events) await comment(server, reader, event);
    const [row] = await groupedOf(server, token);
    expect(row).toMatchObject({ count: 103, actorCount: 100 });
    expect(row!.actors.map(({ name }) => name)).toEqual(['No. 0', 'No. 101', 'No. 100']);
  });

  test('come back from the archive', async () => {
    const { id: reader, token } = newReader();
    const id = await comment(server, reader);
    await act('archiveNotifications', [id], token);
    expect(await comment(server, reader)).toBe(id);
    expect(await groupedOf(server, token)).toMatchObject([{ archivedAt: null, isRead: false, count: 2 }]);
    expect(await countsOf(server, token)).toMatchObject({ unread: 1, unseen: 1 });
  });

  test('are live on every device, each as one that came', async () => {
    const { id: reader, token } = newReader();
    const id = await comment(server, reader);
    const added = await listen(server, reader);
    const changes = await follow(server, token);
    for (let n = 2; n <= 3; n++) await comment(server, reader);
    await until(() => added.events.length === 2 && changes.events.length === 3);
    expect(added.events.map(({ notificationAdded }) => notificationAdded.id)).toEqual([id, id]);
    const deltas = changes.events.slice(1).map(({ inboxChanges }) => inboxChanges);
    expect(deltas.map(({ upserted }) => upserted.map((row) => row.id))).toEqual([[id], [id]]);
    expect(deltas[0]!.toSeq).toBe(deltas[1]!.fromSeq);
  });

  test('are one row when 50 come at the same moment', async () => {
    const { id: reader, token } = newReader();
    const ids = await Promise.all(
      Array.from({ length: 50 }, (_, index) => comment(server, reader, by(`No. ${index}`))),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await groupedOf(server, token)).toMatchObject([
      { id: ids[0], count: 50, actorCount: 50, seq: 50 },
    ]);
    expect(await countsOf(server, token)).toEqual({ seq: 50, unread: 1, unseen: 1 });
  });

  test('are one event where an idempotency key is repeated', async () => {
    const { id: reader, token } = newReader();
    const input = { recipientId: reader, groupKey: 'a', idempotencyKey: 'once' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => create(input)));
    const created = answers.map(({ data }) => data.createNotification.created);
    expect(created.filter(Boolean)).toHaveLength(1);
    expect(await groupedOf(server, token)).toMatchObject([{ count: 1 }]);
    expect((await create({ ...input, groupKey: 'b' })).code).toBe('CONFLICT');
  });

  test('sent to many grow a row of each, and repeated by their key nothing', async () => {
    const readers = Array.from({ length: 700 }, newReader);
    const recipientIds = readers.map(({ id }) => id);
    await comment(server, recipientIds[3]!);
    const input = { recipientIds, type: 'commented', groupKey: '7', idempotencyKey: recipientIds[0] };
    for (const _ of [1, 2]) expect((await createMany(input)).data.createNotifications.createdCount).toBe(700);
    const sizes = await server.sql(
      `select event_count as count, count(*)::int as rows from notifications where user_id = any($1) group by 1 order by 1`,
      [recipientIds],
    );
    expect(sizes).toEqual([
      { count: 1, rows: 699 },
      { count: 2, rows: 1 },
    ]);
  });
});

describe('a new row begins', () => {
  test.each([
    ['of another type', { type: 'liked' }],
    ['of another key', { groupKey: '8' }],
    ['without a key, of a type without a window', { groupKey: null }],
  ])('for an event %s', async (_, more) => {
    const { id: reader } = newReader();
    expect(await comment(server, reader, more)).not.toBe(await comment(server, reader));
  });

  test('for another sender', async () => {
    const { id: reader, token } = newReader();
    const input = { recipientId: reader, groupKey: '7' };
    for (const sender of ['one', 'other']) await create(input, service(sender));
    expect(await groupedOf(server, token)).toHaveLength(2);
  });

  test('when the window has ended, which begins with the first event', async () => {
    const { id: reader } = newReader();
    const id = await comment(server, reader);
    const [{ minutes }] = (await server.sql(
      `select extract(epoch from grows_until - created_at) / 60 as minutes from notifications where id = $1`,
      [id],
    )) as [{ minutes: string }];
    expect(Number(minutes)).toBe(60);
    await server.sql(`update notifications set grows_until = now() + interval '10 min' where id = $1`, [id]);
    await comment(server, reader);
    const still = await server.sql(
      `select grows_until - now() <= interval '10 min' as "isSo" from notifications where id = $1`,
      [id],
    );
    expect(still).toEqual([{ isSo: true }]);
    await endWindows(server, reader);
    const next = await comment(server, reader);
    expect(next).not.toBe(id);
    expect(await comment(server, reader)).toBe(next);
  });

  test('when the row was deleted', async () => {
    const { id: reader, token } = newReader();
    const id = await comment(server, reader);
    await act('deleteNotifications', [id], token);
    await comment(server, reader);
    expect(await groupedOf(server, token)).toMatchObject([{ id: expect.not.stringContaining(id), count: 1 }]);
  });

  test('when it was settled', async () => {
    const { id: reader, token } = newReader();
    const application = await submit(server, reader, 'instructor');
    const about = { subject: null, applicationId: application };
    const id = await comment(server, reader, about);
    await dataOf(openApplication(server, token, application));
    expect(await comment(server, reader, about)).not.toBe(id);
  });
});

test.each([
  [{ groupKey: ' ' }],
  [{ groupKey: 'x'.repeat(256) }],
  [{ groupKey: 'x', requestKey: 'r' }],
  [{ groupKey: 'x', actions: [{ id: 'ok', label: 'OK' }] }],
])('%j is refused', async (more) => {
  const { code, errors } = await create({ recipientId: 'anybody', ...more });
  expect(code).toBe('BAD_USER_INPUT');
  expect(JSON.stringify(errors)).toContain('groupKey');
});
