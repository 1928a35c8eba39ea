import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Database } from '../../../src/platform/postgres/database.ts';
import { dataOf, listOf } from '../../support/acts.ts';
import {
  cancelScheduled,
  listScheduled,
  makeDue,
  mustSchedule,
  nodesListed,
  schedule,
  sweepDue,
} from '../../support/scheduling.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { candidate, service } from '../../support/token.ts';
import { inAnHour } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let database: Database;
let people = 0;
let services = 0;

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 8 });
});

afterEach(async () => expect(await miscounted(server)).toEqual([]));

afterAll(async () => {
  await database.close();
  await server.close();
});

const newPerson = () => `later ${++people}`;
const newService = () => service(`planner ${++services}`);
const titlesOf = async (name: string) => (await listOf(server, candidate(name))).map(({ title }) => title);

const scheduled = (input: object, at?: string, token?: string) => mustSchedule(server, input, at, token);
const nodesOf = (token: string, variables?: object) => nodesListed(server, variables, token);

describe('what is scheduled', () => {
  test('is sent when it is due, and not before; by many replicas at once, once', async () => {
    const [name, token] = [newPerson(), newService()];
    const [now, later] = [
      await scheduled({ recipientId: name }, inAnHour(), token),
      await scheduled({ recipientId: name }, inAnHour(2), token),
    ];
    expect(now).toMatchObject({ state: 'WAITING', recipientId: name, notificationId: null, failure: null });
    await sweepDue(database);
    expect(await titlesOf(name)).toEqual([]);
    await makeDue(server, [now.id]);
    await Promise.all(Array.from({ length: 6 }, () => sweepDue(database)));
    const [row, ...others] = await until(async () => {
      const rows = await listOf(server, candidate(name));
      return rows.length > 0 && rows;
    });
    expect(others).toEqual([]);
    expect(await nodesOf(token, { state: 'SENT' })).toMatchObject([{ id: now.id, notificationId: row!.id }]);
    expect(await nodesOf(token)).toMatchObject([{ id: later.id, state: 'WAITING' }]);
  });

  test('is sent by the server itself, and rings as what comes does', async () => {
    const name = newPerson();
    const { id } = await scheduled({ recipientId: name });
    await makeDue(server, [id]);
    await until(async () => (await titlesOf(name)).length === 1, { timeoutMs: 30_000 });
  }, 40_000);

  test.each<[string, object, (() => string)?]>([
    ['a moment that is over', {}, () => new Date(Date.now() - 1_000).toISOString()],
    ['more than a year ahead', {}, () => inAnHour(24 * 367)],
    ['the year 9999', {}, () => '9999-12-31T23:59:59Z'],
    ['nothing to see', { title: ' \u200b' }],
    ['an unsafe url', { url: 'javascript:alert(1)' }],
    ['a recipient with a NUL', { recipientId: 'a\0b' }],
    ['no recipient', { recipientId: '' }],
    ['a type that nobody declared, without words', { title: null, message: null }],
    ['an end before it comes', { expiresAt: inAnHour(0.5) }],
    ['a key that is too long', { idempotencyKey: 'k'.repeat(256) }],
  ])('%s is refused, and leaves nothing', async (_, input, at = inAnHour) => {
    const before = await server.sql('select count(*)::int as count from scheduled_sends');
    expect((await schedule(server, { recipientId: 'somebody', ...input }, at())).code).toBe('BAD_USER_INPUT');
    expect(await server.sql('select count(*)::int as count from scheduled_sends')).toEqual(before);
  });

  test("somebody's e-mail address in place of an id is refused", async () => {
    await dataOf(server.ask('{ viewer { id } }', {}, candidate('kim', { email: 'kim@example.com' })));
    expect((await schedule(server, { recipientId: 'kim@example.com' }, inAnHour())).code).toBe(
      'BAD_USER_INPUT',
    );
  });

  test('is not for readers', async () => {
    const token = candidate('reader');
    const refused = await schedule(server, { recipientId: 'reader' }, inAnHour(), token);
    expect(refused.code).toBe('FORBIDDEN');
    expect((await listScheduled(server, {}, token)).code).toBe('FORBIDDEN');
    expect((await cancelScheduled(server, randomUUID(), token)).code).toBe('FORBIDDEN');
  });
});

describe('a key', () => {
  test('used twenty times at once is one scheduled send', async () => {
    const [name, token, at] = [newPerson(), newService(), inAnHour()];
    const input = { recipientId: name, idempotencyKey: 'begin' };
    const all = await Promise.all(Array.from({ length: 20 }, () => scheduled(input, at, token)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(await nodesOf(token)).toHaveLength(1);
  });

  test('with another body or moment is a conflict; of another service or recipient it is another one', async () => {
    const [name, token, at] = [newPerson(), newService(), inAnHour()];
    const input = { recipientId: name, idempotencyKey: 'begin' };
    const { id } = await scheduled(input, at, token);
    expect((await schedule(server, { ...input, title: 'Other' }, at, token)).code).toBe('CONFLICT');
    expect((await schedule(server, input, inAnHour(3), token)).code).toBe('CONFLICT');
    expect((await scheduled({ ...input, recipientId: newPerson() }, at, token)).id).not.toBe(id);
    expect((await scheduled(input, at, newService())).id).not.toBe(id);
  });

  test('is one for what is sent now and what is sent later', async () => {
    const [name, token] = [newPerson(), newService()];
    const { create } = sendingTo(() => server);
    const body = { type: 'reminder', title: 'Your course begins', message: 'In room 4.' };
    const input = { ...body, recipientId: name, idempotencyKey: 'begin' };
    const { id } = await scheduled(input, inAnHour(), token);
    const sent = (await dataOf(create(input, token))).createNotification;
    expect(sent.created).toBe(true);
    await makeDue(server, [id]);
    await sweepDue(database);
    await until(async () => (await nodesOf(token, { state: 'SENT' })).length === 1);
    expect(await nodesOf(token, { state: 'SENT' })).toMatchObject([{ notificationId: sent.notification.id }]);
    expect(await titlesOf(name)).toHaveLength(1);
    const other = { ...input, title: 'Other', idempotencyKey: 'other' };
    await dataOf(create(other, token));
    expect((await schedule(server, { ...other, title: 'Else' }, inAnHour(), token)).code).toBe('CONFLICT');
  });

  test('brings what it has brought, also after its moment', async () => {
    const [name, token, at] = [newPerson(), newService(), new Date(Date.now() + 500).toISOString()];
    const input = { recipientId: name, idempotencyKey: 'soon' };
    const { id } = await scheduled(input, at, token);
    await until(() => Date.now() > Date.parse(at));
    expect((await scheduled(input, at, token)).id).toBe(id);
  });
});

describe('how much one service may have waiting', () => {
  let narrow: TestServer;

  beforeAll(async () => {
    narrow = await startServer({ SCHEDULED_PER_SERVICE: '3' });
  });

  afterAll(() => narrow.close());

  test('is a limit, exact also where many are scheduled at once; what ends makes room, others have their own', async () => {
    const token = newService();
    const [first, ...more] = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        schedule(narrow, { recipientId: newPerson(), idempotencyKey: `k${index}` }, inAnHour(), token),
      ),
    );
    const taken = [first!, ...more].filter(({ code }) => code === undefined);
    expect(taken).toHaveLength(3);
    expect(more.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(
      9 - Number(first!.code === 'RATE_LIMITED'),
    );
    expect(await nodesListed(narrow, {}, token)).toHaveLength(3);
    await mustSchedule(narrow, { recipientId: newPerson() }, inAnHour(), newService());

    const [ends] = await nodesListed(narrow, {}, token);
    await dataOf(cancelScheduled(narrow, ends!.id, token));
    await mustSchedule(narrow, { recipientId: newPerson() }, inAnHour(), token);
    const refused = await schedule(narrow, { recipientId: newPerson() }, inAnHour(), token);
    expect(refused.code).toBe('RATE_LIMITED');
  });

  test('what is repeated by its key is no further one', async () => {
    const token = newService();
    const [recipientId, at] = [newPerson(), inAnHour()];
    const once = await mustSchedule(narrow, { recipientId, idempotencyKey: 'k' }, at, token);
    for (const name of [newPerson(), newPerson()])
      await mustSchedule(narrow, { recipientId: name }, at, token);
    expect(await mustSchedule(narrow, { recipientId, idempotencyKey: 'k' }, at, token)).toEqual(once);
  });
});
