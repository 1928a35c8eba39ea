import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Database } from '../../../src/platform/postgres/database.ts';
import { dataOf, listOf } from '../../support/acts.ts';
import {
  BILLING,
  declareCategory,
  declareType,
  PAID,
  PAID_DATA,
  removeType,
} from '../../support/declaring.ts';
import {
  cancelScheduled,
  listScheduled,
  makeDue,
  mustSchedule,
  nodesListed,
  schedule,
  sweepDue,
  type Scheduled,
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

describe('what is cancelled', () => {
  test('is not sent, and is off the list; twice is once', async () => {
    const [name, token] = [newPerson(), newService()];
    const { id } = await scheduled({ recipientId: name }, inAnHour(), token);
    for (const _ of [1, 2]) {
      const { cancelScheduled: done } = await dataOf(cancelScheduled(server, id, token));
      expect(done.scheduled).toMatchObject({ id, state: 'CANCELLED' });
    }
    await makeDue(server, [id]);
    await sweepDue(database);
    expect(await titlesOf(name)).toEqual([]);
    expect(await nodesOf(token)).toEqual([]);
  });

  test('cannot be what went, or what is not the service’s', async () => {
    const [name, token] = [newPerson(), newService()];
    const { id } = await scheduled({ recipientId: name }, inAnHour(), token);
    expect((await cancelScheduled(server, id, newService())).code).toBe('NOT_FOUND');
    for (const none of [randomUUID(), '', "'; drop table users; --", 'x'.repeat(5_000)])
      expect((await cancelScheduled(server, none, token)).code).toBe('NOT_FOUND');
    await makeDue(server, [id]);
    await sweepDue(database);
    await until(async () => (await titlesOf(name)).length === 1);
    expect((await cancelScheduled(server, id, token)).code).toBe('CONFLICT');
    expect(await nodesOf(token, { state: 'SENT' })).toHaveLength(1);
  });

  test('at the moment it goes is either gone or sent, never both', async () => {
    const token = newService();
    const names = Array.from({ length: 20 }, newPerson);
    const all = await Promise.all(names.map((name) => scheduled({ recipientId: name }, inAnHour(), token)));
    await makeDue(
      server,
      all.map(({ id }) => id),
    );
    const [answers] = await Promise.all([
      Promise.all(all.map(({ id }) => cancelScheduled(server, id, token))),
      sweepDue(database),
    ]);
    for (const [index, name] of names.entries()) {
      const { code } = answers[index]!;
      expect([undefined, 'CONFLICT']).toContain(code);
      expect(await titlesOf(name)).toHaveLength(code === undefined ? 0 : 1);
    }
  });
});

describe('the list', () => {
  test('has what is due first first, in pages, and only the service’s own', async () => {
    const [token, stranger] = [newService(), newService()];
    const at = inAnHour(5);
    const hours = [9, 3, 7, 5, 5];
    for (const hour of hours)
      await scheduled({ recipientId: 'somebody' }, hour === 5 ? at : inAnHour(hour), token);
    await scheduled({ recipientId: 'somebody' }, inAnHour(1), stranger);
    const found: Scheduled[] = [];
    const cursors: string[] = [];
    for (let after: string | undefined; ;) {
      const { scheduled: page } = await dataOf(listScheduled(server, { first: 2, after }, token));
      expect(page.pageInfo).toMatchObject({ hasPreviousPage: after !== undefined });
      found.push(...page.edges.map(({ node }) => node));
      after = page.pageInfo['endCursor'] as string;
      cursors.push(after);
      if (!page.pageInfo['hasNextPage']) break;
    }
    const moments = found.map((one) => one.at);
    expect(moments).toEqual([...moments].sort());
    expect(new Set(found.map(({ id }) => id)).size).toBe(hours.length);
    for (const forged of [cursors[0], `${cursors[0]}x`, 'x', ''])
      expect((await listScheduled(server, { after: forged }, stranger)).code).toBe('BAD_USER_INPUT');
    for (const first of [0, -1, 101])
      expect((await listScheduled(server, { first }, token)).code).toBe('BAD_USER_INPUT');
  });

  test('says what could not be sent, and why; the others are sent', async () => {
    const [name, token] = [newPerson(), newService()];
    await dataOf(declareCategory(server, BILLING));
    await dataOf(declareType(server, { ...PAID, name: 'to_be_gone' }));
    const words = { title: null, message: null, type: 'to_be_gone', data: PAID_DATA };
    const gone = await scheduled({ recipientId: name, ...words }, inAnHour(1), token);
    const nowhere = { recipientId: name, subject: { type: 'application', id: randomUUID() } };
    const kept = await scheduled(nowhere, inAnHour(2), token);
    const good = await scheduled({ recipientId: name }, inAnHour(3), token);
    await dataOf(removeType(server, 'to_be_gone'));
    await makeDue(
      server,
      [gone, kept, good].map(({ id }) => id),
    );
    await sweepDue(database);
    await until(async () => (await nodesOf(token)).every(({ state }) => state === 'FAILED'));
    expect(await titlesOf(name)).toEqual(['Your course begins']);
    const failed = await nodesOf(token);
    expect(failed.map(({ id }) => id).sort()).toEqual([gone.id, kept.id].sort());
    expect(failed.map(({ failure }) => failure)).toEqual(
      expect.arrayContaining([
        'Say title and message: the type "to_be_gone" is not declared',
        'There is no such application',
      ]),
    );
    await dataOf(cancelScheduled(server, gone.id, token));
    expect((await nodesOf(token)).map(({ id }) => id)).toEqual([kept.id]);
  });

  test('says so too where it goes wrong again and again, and nobody knows why', async () => {
    const [name, token] = [newPerson(), newService()];
    const { id } = await scheduled({ recipientId: name }, inAnHour(), token);
    await server.sql(`update scheduled_sends set input = 'no JSON' where id = $1`, [id]);
    await makeDue(server, [id]);
    const troubles: unknown[] = [];
    await until(async () => {
      await sweepDue(database, troubles);
      return (await nodesOf(token, { state: 'FAILED' })).length === 1;
    });
    expect(troubles.length).toBeLessThanOrEqual(5);
    const [failed] = await nodesOf(token, { state: 'FAILED' });
    expect(failed!.failure).toBe('Something went wrong on our side');
  });
});
