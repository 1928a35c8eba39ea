import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, listOf, send } from '../../support/acts.ts';
import {
  addToTopic,
  begun,
  broadcast,
  broadcastOf,
  cancel,
  ended,
  herald,
  hold,
  miscounted,
  misled,
  named,
  removeFromTopic,
  untilWaiting,
} from '../../support/broadcasting.ts';
import { declareCategory, declareType, BILLING, PAID, PAID_DATA } from '../../support/declaring.ts';
import { PARTS_AT_ONCE } from '../../../src/broadcasts/broadcast.task.ts';
import { madeKey, revokeKey } from '../../support/keys.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, instructor } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const CROWD = named('crowd', 1_200);
/** One part more than can be held up beside one that is through. */
const MANY = named('many', 500 * (PARTS_AT_ONCE + 2));
const THROUGH = 500 * (PARTS_AT_ONCE + 1);
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await dataOf(addToTopic(server, 'crowd', CROWD));
  for (const id of ['iris', 'ivo']) await dataOf(server.ask('{ viewer { id } }', {}, instructor(id)));
  await dataOf(server.ask('{ viewer { id } }', {}, candidate('casey')));
  await send(server, 'never-here', { title: 'Earlier' });
});

afterAll(() => server.close());

/** Of the topic `many`: the first part gets through, as many as are sent at once wait, and the last has no turn yet. */
async function holdAllButFirst() {
  await dataOf(addToTopic(server, 'many', MANY));
  const parts = Array.from({ length: PARTS_AT_ONCE }, (_, part) => MANY[500 * (part + 1)]!);
  return hold(server.databaseUrl, ...parts);
}

describe('reaches each of its audience once, and nobody else', () => {
  test('a topic', async () => {
    const { id, ...created } = await begun(server, { topic: 'crowd' }, { title: 'To the crowd' });
    expect(created).toMatchObject({ state: 'RUNNING', total: 1_200, done: 0, reason: null, endedAt: null });
    expect(await ended(server, id)).toMatchObject({ state: 'DONE', total: 1_200, done: 1_200, reason: null });
    expect(await misled(server, 'To the crowd', CROWD)).toEqual([]);
    expect(await miscounted(server)).toEqual([]);
  });

  test('a role', async () => {
    const { id } = await begun(server, { role: 'INSTRUCTOR' }, { title: 'To instructors' });
    expect(await ended(server, id)).toMatchObject({ state: 'DONE', total: 2, done: 2 });
    expect(await misled(server, 'To instructors', ['iris', 'ivo'])).toEqual([]);
  });

  test('everybody, also those who were only written to', async () => {
    const { id } = await begun(server, { everybody: true }, { title: 'To all' });
    expect(await ended(server, id)).toMatchObject({ state: 'DONE', total: 1_204, done: 1_204 });
    expect(await misled(server, 'To all', [...CROWD, 'iris', 'ivo', 'casey', 'never-here'])).toEqual([]);
  });

  test('nobody, where nobody belongs to it', async () => {
    const { id } = await begun(server, { role: 'ADMIN' });
    expect(await ended(server, id)).toMatchObject({ state: 'DONE', total: 0, done: 0 });
  });
});

test('who joins while it runs does not get it, and who leaves before their turn does not either', async () => {
  // One of each part that is sent at once, so that the last has not had its turn when these change.
  const team = ['0-first', ...named('team', 500 * PARTS_AT_ONCE + 10)];
  const leaver = team.at(-1)!;
  await dataOf(addToTopic(server, 'team', team));
  for (const id of ['0-first', 'team-00508'])
    await dataOf(server.ask('{ viewer { id } }', {}, instructor(id)));
  const held = team.filter((_, place) => place % 500 === 0).slice(0, PARTS_AT_ONCE);
  const letGo = await hold(server.databaseUrl, ...held);
  const topic = await begun(server, { topic: 'team' }, { title: 'Late: topic' });
  const role = await begun(server, { role: 'INSTRUCTOR' }, { title: 'Late: role' });
  const all = await begun(server, { everybody: true }, { title: 'Late: all' });
  await untilWaiting(server, PARTS_AT_ONCE + 2);
  await dataOf(addToTopic(server, 'team', ['zz-new', 'casey']));
  await dataOf(removeFromTopic(server, 'team', [leaver]));
  await dataOf(server.ask('{ viewer { id } }', {}, instructor('casey'))); // was a candidate
  await dataOf(server.ask('{ viewer { id } }', {}, candidate('team-00508'))); // an instructor, whose turn it is already
  await dataOf(server.ask('{ viewer { id } }', {}, instructor('zz-other')));
  await letGo();

  expect(await ended(server, topic.id)).toMatchObject({
    state: 'DONE',
    total: team.length,
  });
  expect(
    await misled(
      server,
      'Late: topic',
      team.filter((id) => id !== leaver),
    ),
  ).toEqual([]);
  expect(await ended(server, role.id)).toMatchObject({ state: 'DONE', total: 4, done: 4 });
  expect(await misled(server, 'Late: role', ['0-first', 'iris', 'ivo', 'team-00508'])).toEqual([]);
  await ended(server, all.id);
  const rest = [...CROWD, 'iris', 'ivo', 'casey', 'never-here'];
  expect(await misled(server, 'Late: all', [...team, ...rest])).toEqual([]);
  expect(await miscounted(server)).toEqual([]);
});

test('cancelled in the middle: who has it keeps it, nobody gets it after that, and twice is once', async () => {
  const letGo = await holdAllButFirst();
  const { id } = await begun(server, { topic: 'many' }, { title: 'Cancelled' });
  await until(async () => (await broadcastOf(server, id)).done === 500);
  await untilWaiting(server, PARTS_AT_ONCE);
  const cancelling = cancel(server, id); // it waits for those whose turn it is
  await untilWaiting(server, PARTS_AT_ONCE + 1);
  await letGo();
  const { cancelBroadcast } = await dataOf(cancelling);
  expect(cancelBroadcast!.broadcast).toMatchObject({ state: 'CANCELLED', total: MANY.length, done: THROUGH });
  expect(cancelBroadcast!.broadcast.endedAt).not.toBeNull();
  expect((await dataOf(cancel(server, id))).cancelBroadcast).toEqual(cancelBroadcast);
  // Another one that is through shows that whoever worked on it has gone.
  await ended(server, (await begun(server, { topic: 'crowd' }, { title: 'Afterwards' })).id);
  expect(await misled(server, 'Cancelled', MANY.slice(0, THROUGH))).toEqual([]);
  expect(await broadcastOf(server, id)).toEqual(cancelBroadcast!.broadcast);
});

test('the key by which it was begun is revoked: what was accepted runs on, in the hands of other keys of its service', async () => {
  const [first, second] = [await madeKey(server), await madeKey(server)];
  const letGo = await hold(server.databaseUrl, CROWD[700]!);
  const { id } = await begun(server, { topic: 'crowd' }, { title: 'By a key' }, first.secret);
  await until(async () => (await broadcastOf(server, id, second.secret)).done === 700); // but for the second part
  await dataOf(revokeKey(server, first.serviceKey.id));
  expect((await cancel(server, id, first.secret)).code).toBe('UNAUTHENTICATED');
  expect(await broadcastOf(server, id, second.secret)).toMatchObject({ state: 'RUNNING', done: 700 });
  await letGo();
  expect(await ended(server, id, 20_000, second.secret)).toMatchObject({ state: 'DONE', done: 1_200 });
  expect(await misled(server, 'By a key', CROWD)).toEqual([]);
  expect((await cancel(server, id, second.secret)).code).toBe('CONFLICT');
});

test('what has ended otherwise is not cancelled', async () => {
  const { id } = await begun(server, { role: 'ADMIN' });
  await ended(server, id);
  const answer = await cancel(server, id);
  expect(answer).toMatchObject({ code: 'CONFLICT', errors: [{ extensions: { state: 'DONE' } }] });
});

describe('an idempotency key', () => {
  test('used twenty times at once begins one', async () => {
    const call = () => begun(server, { topic: 'crowd' }, { title: 'Keyed', idempotencyKey: 'twenty' });
    const all = await Promise.all(Array.from({ length: 20 }, call));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const done = await ended(server, all[0]!.id);
    expect(await misled(server, 'Keyed', CROWD)).toEqual([]);
    expect(await call()).toEqual(done);
  });

  test('with another text or audience is a conflict, and of another service it is not', async () => {
    const more = { title: 'Key', idempotencyKey: 'own' };
    const { id } = await begun(server, { role: 'ADMIN' }, more);
    expect((await broadcast(server, { role: 'ADMIN' }, { ...more, title: 'Other' })).code).toBe('CONFLICT');
    expect((await broadcast(server, { role: 'INSTRUCTOR' }, more)).code).toBe('CONFLICT');
    expect((await broadcast(server, { topic: 'crowd' }, more)).code).toBe('CONFLICT');
    expect((await begun(server, { role: 'ADMIN' }, more, herald('another'))).id).not.toBe(id);
  });

  test('answers also where its topic or its time is over', async () => {
    await dataOf(addToTopic(server, 'short', ['casey']));
    const expiresAt = new Date(Date.now() + 1_500).toISOString();
    const call = () =>
      broadcast(server, { topic: 'short' }, { title: 'Short', idempotencyKey: 'short', expiresAt });
    const { createBroadcast } = await dataOf(call());
    const { id } = createBroadcast!.broadcast;
    await ended(server, id);
    await until(() => Date.now() > Date.parse(expiresAt));
    await dataOf(server.ask('mutation { removeTopic(topic: "short") { topic } }', {}, herald()));
    expect((await dataOf(call())).createBroadcast!.broadcast).toMatchObject({ id, state: 'DONE' });
    expect((await broadcast(server, { topic: 'short' })).code).toBe('BAD_USER_INPUT');
  });
});

test('a declared type is read in the language of each reader', async () => {
  await dataOf(declareCategory(server, BILLING));
  await dataOf(declareType(server, PAID));
  await dataOf(addToTopic(server, 'payers', ['dora', 'emma']));
  await dataOf(
    server.ask('mutation { setLanguage(language: DE) { preferences { id } } }', {}, candidate('dora')),
  );
  const worded = { type: PAID.name, title: null, message: null, data: PAID_DATA };
  await ended(server, (await begun(server, { topic: 'payers' }, worded)).id);
  expect((await listOf(server, candidate('dora')))[0]).toMatchObject({ title: '2 Rechnungen bezahlt' });
  expect((await listOf(server, candidate('emma')))[0]).toMatchObject({ title: '2 invoices paid' });
});

describe('fails, and says why,', () => {
  test('where what it is about is not there', async () => {
    const subject = { type: 'application', id: '01890000-0000-7000-8000-000000000000' };
    const { id } = await begun(server, { topic: 'crowd' }, { title: 'About nothing', subject });
    expect(await ended(server, id)).toMatchObject({
      state: 'FAILED',
      done: 0,
      reason: 'There is no such application',
    });
    expect(await misled(server, 'About nothing', [])).toEqual([]);
    expect((await cancel(server, id)).code).toBe('CONFLICT');
  });

  test('where it expires before all have it', async () => {
    const letGo = await holdAllButFirst();
    const expiresAt = new Date(Date.now() + 1_000).toISOString();
    const { id } = await begun(server, { topic: 'many' }, { title: 'Too late', expiresAt });
    await until(() => Date.now() > Date.parse(expiresAt));
    await letGo();
    const failed = await ended(server, id);
    expect(failed).toMatchObject({ state: 'FAILED', reason: 'It has expired' });
    expect(failed.done).toBeLessThan(MANY.length);
    expect(await misled(server, 'Too late', MANY.slice(0, failed.done))).toEqual([]);
  });

  test('where it goes wrong again and again; a fault that passes is passed', async () => {
    await server.sql(`
      create function refuse() returns trigger language plpgsql as $$ begin
        if new.user_id = 'crowd-00600' and new.title like 'Refused%' then raise exception 'refused'; end if; return new; end $$;
      create trigger refuse before insert on all_notifications for each row execute function refuse()`);
    const failing = async (title: string) => {
      const { id } = await begun(server, { topic: 'crowd' }, { title });
      await until(async () => {
        const [row] = await server.sql('select failures from broadcasts where id = $1', [id]);
        return row!.failures === 1;
      });
      const { state, done } = await broadcastOf(server, id);
      // The last part may be through, or not begun.
      expect({ state, done: [500, 700].includes(done) }).toEqual({ state: 'RUNNING', done: true });
      return id;
    };
    const hopeless = await failing('Refused for good');
    await server.sql('update broadcasts set failures = 4 where id = $1', [hopeless]);
    expect(await ended(server, hopeless)).toMatchObject({
      state: 'FAILED',
      done: 700,
      reason: 'Something went wrong on our side, several times',
    });
    expect(await misled(server, 'Refused for good', CROWD.toSpliced(500, 500))).toEqual([]);
    const lucky = await failing('Refused for now');
    await server.sql('drop trigger refuse on all_notifications');
    expect(await ended(server, lucky)).toMatchObject({ state: 'DONE', done: 1_200 });
    expect(await misled(server, 'Refused for now', CROWD)).toEqual([]);
    expect(await miscounted(server)).toEqual([]);
  }, 40_000);
});
