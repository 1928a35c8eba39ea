import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { countsOf, dataOf, follow, listOf, send } from '../../support/acts.ts';
import { failedOf, Host, notify, untilTaken } from '../../support/intake.ts';
import { metricsOf } from '../../support/metrics.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { candidate, mint, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let host: Host;
const { create } = sendingTo(() => server);
const admin = mint({ sub: 'ada', role: 'ADMIN' });
const titlesOf = async (name: string) => (await listOf(server, candidate(name))).map(({ title }) => title);

beforeAll(async () => {
  server = await startServer();
  host = await Host.open(server.databaseUrl, 'grading');
  // Where nobody could send, it may take two seconds to see that somebody can.
  await notify(await host.connect(), 'somebody');
  await untilTaken(server);
});

afterEach(async () => {
  expect(await miscounted(server)).toEqual([]);
  await server.sql('delete from failed_intakes');
});

afterAll(async () => {
  await host.leave();
  await server.close();
  await host.drop();
});

test('what was committed is on the socket within a second, what was rolled back nobody hears of', async () => {
  const stream = await follow(server, candidate('casey'));
  const client = await host.connect();
  await client.query('begin');
  await notify(client, 'casey', { title: 'Never' });
  await client.query('rollback');
  await client.query('begin');
  await notify(client, 'casey', { title: 'Saved' });
  await client.query('savepoint doubt');
  await notify(client, 'casey', { title: 'Thought better of' });
  await client.query('rollback to doubt');
  // The sender's table is looked at while it is open: nothing is there for others yet.
  expect(await server.sql('select from intake')).toEqual([]);
  await client.query('commit');
  await until(() => stream.events.length > 1);
  expect(await titlesOf('casey')).toEqual(['Saved']);
  expect(stream.events.at(-1)!.inboxChanges).toMatchObject({ toSeq: 1, counts: { unread: 1 } });
  // The machine may be busy, but not each time.
  await until(async () => {
    const told = stream.events.length;
    const committing = performance.now();
    await notify(client, 'casey');
    await until(() => stream.events.length > told);
    return performance.now() - committing < 1_000;
  });
});

test('a transaction that stays open holds no inbox, and two that send in opposite order do not meet', async () => {
  const [one, other] = [await host.connect(), await host.connect()];
  for (const client of [one, other]) await client.query('begin isolation level serializable');
  await notify(one, 'dana', { title: 'One to Dana' });
  await notify(other, 'eddie', { title: 'Other to Eddie' });
  await notify(one, 'eddie', { title: 'One to Eddie' });
  await notify(other, 'dana', { title: 'Other to Dana' });
  await send(server, 'dana', { title: 'Meanwhile' });
  await send(server, 'eddie', { title: 'Meanwhile' });
  await one.query('commit');
  await other.query('commit');
  await until(async () => (await countsOf(server, candidate('dana'))).unread === 3);
  await until(async () => (await countsOf(server, candidate('eddie'))).unread === 3);
});

test('hosts whose transactions are serializable are not refused for what others send', async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, () => host.connect()));
  const results = await Promise.all(
    clients.map(async (client, number) => {
      for (let round = 0; round < 10; round++) {
        await client.query('begin isolation level serializable');
        await notify(client, `reader ${round % 3}`, { key: `${number} ${round}` });
        await client.query('commit');
      }
      return 'done';
    }),
  );
  expect(results).toEqual(clients.map(() => 'done'));
  await untilTaken(server);
  const [sent] = await server.sql(
    `select count(*)::int as count from notifications where user_id like 'reader %'`,
  );
  expect(sent).toEqual({ count: 80 });
});

test('many of one transaction come in its order, each once', async () => {
  const many = 3_000;
  await host.sql(
    `select carillon.notify('member ' || n % 100, 'graded', title => 'No. ' || n, message => 'm')
     from generate_series(0, $1 - 1) n`,
    [many],
  );
  await untilTaken(server, 30_000);
  const rows = await server.sql<{ isRight: boolean; count: number }>(
    `select count(*)::int as count, bool_and(title = 'No. ' || (seq - 1) * 100 + substr(user_id, 8)::int) as "isRight"
     from notifications where user_id like 'member %' group by user_id`,
  );
  expect(rows).toEqual(Array.from({ length: 100 }, () => ({ count: 30, isRight: true })));
});

test('a key is used once, whichever way it comes, and whatever the order of the members in its data', async () => {
  const data = { zeta: 1, alpha: [{ z: 1, a: 2 }] };
  const turned = { alpha: [{ a: 2, z: 1 }], zeta: 1 };
  await create({ recipientId: 'kim', data, idempotencyKey: 'by GraphQL first' });
  const client = await host.connect();
  await notify(client, 'kim', { data, key: 'by GraphQL first' });
  await notify(client, 'kim', { data: turned, key: 'by SQL first' });
  await notify(client, 'kim', { data, key: 'by SQL first' });
  await untilTaken(server);
  const { data: answer } = await create({ recipientId: 'kim', data, idempotencyKey: 'by SQL first' });
  const { created, notification } = answer.createNotification;
  const again = await create({ recipientId: 'kim', data: turned, idempotencyKey: 'by SQL first' });
  expect(created).toBe(false);
  expect(again.data.createNotification.notification).toEqual(notification);
  expect(await listOf(server, candidate('kim'))).toMatchObject([{ id: notification.id, seq: 2 }, { seq: 1 }]);
  expect(await failedOf(server)).toEqual([]);
  // Another service's key is another key.
  await create({ recipientId: 'kim', idempotencyKey: 'by SQL first' }, service('another'));
  expect(await countsOf(server, candidate('kim'))).toMatchObject({ unread: 3 });
});

test('what cannot be sent stops nothing else, is listed with its reason, and can be tried again', async () => {
  await dataOf(server.ask('{ viewer { id } }', {}, candidate('lee', { email: 'lee@example.com' })));
  await server.sql('delete from failed_intakes');
  const [first, , conflict, , noPlace] = (
    await host.sql<{ id: string }>(
      `select carillon.notify(recipient, 'graded', title => title, message => 'm', key => key, url => url)
         as id from (values
        ('lee@example.com', 'To an address', null, null), ('morgan', 'Good', 'k', null),
        ('morgan', 'Another body', 'k', null), ('morgan', 'Good too', null, null),
        ('morgan', 'Nowhere', null, 'https://user:password@example.com'), ('morgan', 'Last', null, null)
      ) v (recipient, title, key, url)`,
    )
  ).map(({ id }) => id);
  await until(async () => (await titlesOf('morgan')).join() === 'Last,Good too,Good');
  await untilTaken(server);
  expect(await failedOf(server)).toEqual([
    {
      ...{ intakeId: first, service: 'grading', recipientId: 'lee@example.com', code: 'BAD_USER_INPUT' },
      reason: expect.stringContaining('not an e-mail address'),
    },
    { ...{ intakeId: conflict, code: 'CONFLICT', recipientId: 'morgan' }, ...anyReason },
    { ...{ intakeId: noPlace, code: 'BAD_USER_INPUT', recipientId: 'morgan' }, ...anyReason },
  ]);
  expect(await metricsOf(server.url)).toMatch(/^carillon_failed_intakes 3$/m);

  const list = `query ($after: String) { failedIntakes(first: 2, after: $after) {
    edges { cursor node { id intakeId service recipientId type code reason createdAt failedAt } }
    pageInfo { hasNextPage endCursor } } }`;
  interface List {
    failedIntakes: {
      edges: { node: { id: string; intakeId: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  }
  const { failedIntakes } = await dataOf(server.ask<List>(list, {}, admin));
  expect(failedIntakes.pageInfo.hasNextPage).toBe(true);
  const rest = await dataOf(server.ask<List>(list, { after: failedIntakes.pageInfo.endCursor }, admin));
  const all = [...failedIntakes.edges, ...rest.failedIntakes.edges].map(({ node }) => node);
  expect(all.map(({ intakeId }) => intakeId).sort()).toEqual([first, conflict, noPlace].sort());
  expect((await server.ask(list, {}, candidate('lee'))).code).toBe('FORBIDDEN');

  await server.sql(`update users set email = null where id = 'lee'`);
  const again = (id: string, token = admin) =>
    server.ask(`mutation ($id: ID!) { sendIntakeAgain(id: $id) { intakeId } }`, { id }, token);
  const { id } = all.find(({ intakeId }) => intakeId === first)!;
  expect((await again(id, service())).code).toBe('FORBIDDEN');
  expect((await again(id)).data).toEqual({ sendIntakeAgain: { intakeId: first } });
  await untilTaken(server);
  expect(await titlesOf('lee@example.com')).toEqual(['To an address']);
  expect((await again(id)).code).toBe('NOT_FOUND');
  expect((await again('no id at all')).code).toBe('NOT_FOUND');
});

const anyReason = { service: 'grading', reason: expect.any(String) };

test('the rows of a function that this version does not know wait for one that does', async () => {
  await server.sql(
    `insert into intake (version, service, recipient_id, input) values (2, 'grading', 'nina', '{}')`,
  );
  await notify(await host.connect(), 'nina', { title: 'Of today' });
  await until(async () => (await titlesOf('nina')).join() === 'Of today');
  expect(await server.sql('delete from intake returning version')).toEqual([{ version: 2 }]);
  expect(await failedOf(server)).toEqual([]);
});

test('what fails for a reason that nobody foresaw is put aside too, and the rest goes on', async () => {
  await server.sql(
    `insert into intake (version, service, recipient_id, input) values (1, 'grading', 'olga', '[1]'),
      (1, 'grading', 'olga', '{"type": "graded", "title": "t", "message": "m", "later": true}'),
      (1, 'grading', 'olga', '{"type": "graded", "title": "Good", "message": "m"}')`,
  );
  await until(async () => (await titlesOf('olga')).join() === 'Good');
  await untilTaken(server);
  expect((await failedOf(server)).map(({ code }) => code)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
});
