import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, follow, listOf, send, sendMany, submit } from '../../support/acts.ts';
import { ask, APPROVE } from '../../support/actions.ts';
import { wakeWorkers } from '../../support/email/emails.ts';
import { askToErase, erase, erasureOf } from '../../support/rights/rights.ts';
import { miscounted } from '../../support/settling.ts';
import { startServer, withRedis, type TestServer } from '../../support/server.ts';
import { candidate, instructor, mint, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let other: TestServer;

beforeAll(async () => {
  server = await startServer(withRedis());
  other = await startServer(withRedis(), server.databaseUrl);
});

afterAll(async () => {
  await other.close();
  await server.close();
});

const newId = () => `reader-${randomBytes(4).toString('hex')}`;

const placeOf = async (token: string) =>
  (
    await dataOf(
      server.ask<{ inbox: { id: string; counts: { epoch: string; seq: number; unread: number } } }>(
        '{ inbox { id counts { epoch seq unread } } }',
        {},
        token,
      ),
    )
  ).inbox;

const fill = (userId: string, count: number) =>
  server.sql(
    `with added as (
       insert into all_notifications (user_id, seq, change_seq, type, category, title, message)
       select $1, place, place, 'note', 'general', 'No. ' || place, '' from generate_series(1, $2::int) place
       returning 1
     )
     update inbox set seq = $2, unread = $2, unseen = $2 where user_id = $1`,
    [userId, count],
  );

describe('the same id afterwards', () => {
  test('has a new inbox, which no device takes for the former one', async () => {
    const id = newId();
    const token = candidate(id);
    await sendMany(server, id, 5);
    const before = await placeOf(token);
    await erase(server, id);
    const after = await placeOf(token);
    expect(after.id).not.toBe(before.id);
    expect(after.counts.unread).toBe(0);
    await sendMany(server, id, 7);
    for (const afterSeq of [0, before.counts.seq, before.counts.seq - 1]) {
      const stream = await follow(server, token, { afterSeq, epoch: before.counts.epoch });
      expect(stream.events[0]!.inboxChanges).toMatchObject({ resync: true });
    }
    const stream = await follow(server, token, { afterSeq: after.counts.seq, epoch: after.counts.epoch });
    expect(stream.events[0]!.inboxChanges.resync).toBe(false);
    expect(stream.events[0]!.inboxChanges.upserted).toHaveLength(7);
  });

  test('is let in by no replica with what it held open', async () => {
    const id = newId();
    const token = candidate(id);
    await send(server, id);
    const streams = await Promise.all([follow(server, token), follow(other, token)]);
    await erase(server, id);
    for (const { socket } of streams) expect(await socket.closed).toMatchObject({ code: 4403 });
    const answers = await Promise.all(
      [server, other].map((replica) =>
        replica.ask('{ viewer { id } inbox { counts { unread } } }', {}, token),
      ),
    );
    expect(answers.map(({ data }) => data)).toEqual(
      answers.map(() => ({ viewer: { id }, inbox: { counts: { unread: 0 } } })),
    );
  });
});

test('a large inbox becomes empty bit by bit, and its counters are right all the time', async () => {
  const id = newId();
  await dataOf(server.ask('{ inbox { id } }', {}, candidate(id)));
  await fill(id, 6_000);
  const { data } = await askToErase(server, id);
  let looks = 0;
  await until(
    async () => {
      expect(await miscounted(server)).toEqual([]);
      looks++;
      return (await erasureOf(server, data.eraseUser!.erasure.id)).finishedAt;
    },
    { timeoutMs: 30_000 },
  );
  expect(looks).toBeGreaterThan(0);
  expect(await server.sql('select from all_notifications where user_id = $1', [id])).toEqual([]);
  expect(await server.sql('select from users where id = $1', [id])).toEqual([]);
});

test('what arrives meanwhile goes too; what arrives after it is for somebody new', async () => {
  const id = newId();
  const neighbour = newId();
  await sendMany(server, id, 30);
  const { id: formerInbox } = await placeOf(candidate(id));
  const sent = { before: [] as string[], after: [] as string[] };
  let when: keyof typeof sent = 'before';
  let isOver = false;
  const keepSending = async (more: () => object) => {
    while (!isOver) {
      const asked = when;
      const title = `Sent ${randomBytes(6).toString('hex')}`;
      await send(server, id, { title, ...more() });
      if (asked === when) sent[asked].push(title);
    }
  };
  const keepAsking = async () => {
    while (!isOver) await ask(server, [id, neighbour], { actions: [APPROVE] });
  };
  const sending = [
    keepSending(() => ({})),
    keepSending(() => ({ idempotencyKey: randomBytes(6).toString('hex') })),
    keepSending(() => ({ groupKey: randomBytes(2).toString('hex') })),
    keepAsking(),
  ];
  await until(() => sent.before.length > 20);
  const { data } = await askToErase(server, id);
  await until(async () => (await erasureOf(server, data.eraseUser!.erasure.id)).finishedAt);
  const erasedBefore = [...sent.before];
  when = 'after';
  await until(() => sent.after.length > 20);
  isOver = true;
  await Promise.all(sending);

  const { id: inboxId } = await placeOf(candidate(id));
  expect(inboxId).not.toBe(formerInbox);
  const titles = new Set(
    (await server.sql<{ title: string }>('select title from notifications where user_id = $1', [id])).map(
      ({ title }) => title,
    ),
  );
  expect(sent.after.filter((title) => !titles.has(title))).toEqual([]);
  expect(titles.has('No. 1')).toBe(false);
  const early = erasedBefore.slice(0, 20).filter((title) => titles.has(title));
  expect(early).toEqual([]);
  expect(await miscounted(server)).toEqual([]);
  expect((await listOf(server, candidate(neighbour), { state: 'ALL' })).length).toBeGreaterThan(0);
});

test('applications: the candidate’s go, with what tells of them; the instructor’s stay with their candidates', async () => {
  const [applicant, judge] = [newId(), newId()];
  await submit(server, applicant, judge, 'Mine alone');
  const watching = await follow(server, instructor(judge));
  await erase(server, applicant);
  expect(await listOf(server, instructor(judge), { state: 'ALL' })).toEqual([]);
  await until(() => watching.events.some(({ inboxChanges }) => inboxChanges.removedIds.length === 1));

  const another = newId();
  await submit(server, another, judge, 'Left open');
  await erase(server, judge);
  const { applications } = await dataOf(
    server.ask<{ applications: { edges: { node: object }[] } }>(
      '{ applications { edges { node { title status instructor { name } } } } }',
      {},
      candidate(another),
    ),
  );
  expect(applications.edges.map(({ node }) => node)).toEqual([
    { title: 'Left open', status: 'SUBMITTED', instructor: { name: '' } },
  ]);
});

test.each(['preferences', 'all_notifications', 'users'])(
  'cut off when it comes to %s, it is done again, and nothing is half done for good',
  async (table) => {
    const id = newId();
    await sendMany(server, id, 3);
    await dataOf(
      server.ask('mutation { setLanguage(language: FR) { preferences { id } } }', {}, candidate(id)),
    );
    await server.sql(`
      create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$`);
    await server.sql(
      `create trigger cut_off before delete on ${table} for each row execute function cut_off()`,
    );
    const { data } = await askToErase(server, id);
    const erasureId = data.eraseUser!.erasure.id;
    const job = `graphile_worker._private_jobs where payload ->> 'erasureId' = $1`;
    await until(
      async () => (await server.sql(`select from ${job} and last_error is not null`, [erasureId]))[0],
    );
    expect(await erasureOf(server, erasureId)).toMatchObject({ finishedAt: null });
    expect(await server.sql('select from users where id = $1', [id])).toHaveLength(1);
    await server.sql('drop function cut_off cascade');
    await server.sql(`update ${job.replace('where', 'set run_at = now() where')}`, [erasureId]);
    await server.sql(wakeWorkers);
    await until(async () => (await erasureOf(server, erasureId)).finishedAt);
    expect(await server.sql('select from users where id = $1', [id])).toEqual([]);
  },
);

describe('asking for it', () => {
  test('twenty times at once is one erasure', async () => {
    const id = newId();
    await sendMany(server, id, 3);
    const answers = await Promise.all(Array.from({ length: 20 }, () => askToErase(server, id)));
    const ids = new Set(answers.map(({ data }) => data.eraseUser?.erasure.id));
    expect(ids.size).toBe(1);
    await until(async () => (await erasureOf(server, [...ids][0]!)).finishedAt);
  });

  test('for somebody who was never here says so, and is done', async () => {
    expect(await erase(server, newId())).toMatchObject({ wasKnown: false });
  });

  test.each([
    ['a candidate', candidate('mallory')],
    ['an instructor', instructor('mallory')],
    ['a service', service()],
    ['a service with every scope', mint({ sub: 'all', scope: 'notifications:create catalogue:write' })],
  ])('is not for %s', async (_who, token) => {
    const id = newId();
    await send(server, id);
    expect(await askToErase(server, id, token)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await listOf(server, candidate(id))).toHaveLength(1);
  });

  test.each([
    ['nothing', ''],
    ['blank', ' \u200b '],
    ['too long', 'x'.repeat(256)],
    ['a NUL in it', 'a\u0000b'],
    ['half a character', 'a\ud800'],
    ['a name of ours', 'own\tnobody'],
  ])('is refused for an id that is %s', async (_what, id) => {
    expect(await askToErase(server, id)).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test.each(["'; drop table users; --", '%', '__proto__', 'constructor', '{"id": 1}', '\\', '𝕬 ﷽ 🙂'])(
    'whatever the id looks like, it is one person’s: %s',
    async (id) => {
      const bystander = `${id}x`;
      const actor = { id, name: 'Them' };
      await send(server, id, { actor });
      await send(server, bystander, { actor: { id: bystander, name: 'Bystander' } });
      await send(server, 'watcher', { actor, title: id });
      await erase(server, id);
      expect(await server.sql('select from users where id = $1', [id])).toEqual([]);
      expect(await listOf(server, candidate(bystander))).toHaveLength(1);
      const left = `select from all_notifications where actor ->> 'id' = $1`;
      expect(await server.sql(left, [id])).toEqual([]);
      expect(await server.sql(left, [bystander])).toHaveLength(1);
    },
  );
});
