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
  sweepDue,
  type Scheduled,
} from '../../support/scheduling.ts';
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
