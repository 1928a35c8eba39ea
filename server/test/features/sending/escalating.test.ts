import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Database } from '../../../src/platform/postgres/database.ts';
import { escalateDue } from '../../../src/sending/escalating.ts';
import { APPROVE, ask, perform, questionsTo, settle } from '../../support/actions.ts';
import { dataOf, listOf, send } from '../../support/acts.ts';
import { declareCategory, declareType, BILLING, host } from '../../support/declaring.ts';
import { plainSetup } from '../../support/scheduling.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { retract } from '../../support/taking-back.ts';
import { candidate } from '../../support/token.ts';
import { act } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
let database: Database;
let turn = 0;
let boss: string;
let type: string;
let subject: { type: string; id: string };

const { create } = sendingTo(() => server);
const wording = [{ language: 'EN', title: 'Leave', message: 'Two weeks' }];

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 6 });
  await dataOf(declareCategory(server, BILLING));
});

beforeEach(async () => {
  turn++;
  [boss, type, subject] = [`boss ${turn}`, `leave ${turn}`, { type: 'leave', id: `${turn}` }];
  await declare({ escalateAfterMinutes: 30, escalateTo: boss });
});

afterEach(async () => expect(await miscounted(server)).toEqual([]));

afterAll(async () => {
  await database.close();
  await server.close();
});

const declare = (more: object) =>
  dataOf(declareType(server, { name: type, category: 'billing', wording, ...more }, host()));

const asks = (recipientIds: string[], more: object = {}) =>
  ask(server, recipientIds, { type, subject, ...more });

/** As if the time had come for all of them. */
const makeDue = () => server.sql(`update escalations set due_at = now() - interval '1 s'`);

function sweepDue(troubles: unknown[] = []): Promise<void> {
  const onTrouble = (error: unknown) => void troubles.push(error);
  return escalateDue(database, { setup: plainSetup(), announce: () => undefined, onTrouble });
}

async function comeDue(): Promise<void> {
  await makeDue();
  await sweepDue();
}

const dueCount = async () =>
  (
    await server.sql(
      'select from escalations e join requests r on r.id = e.request_id where subject_id = $1',
      [subject.id],
    )
  ).length;

const toBoss = () => questionsTo(server, candidate(boss));

test('nobody has answered in time: somebody else is asked the same, once for all who were asked, and may answer it', async () => {
  const names = Array.from({ length: 3 }, (_, index) => `asked ${turn}.${index}`);
  await asks(names);
  await sweepDue();
  expect(await toBoss()).toEqual([]);
  await makeDue();
  await Promise.all(Array.from({ length: 5 }, () => sweepDue()));
  await until(async () => (await toBoss()).length > 0);
  const [question, ...others] = await toBoss();
  expect(others).toEqual([]);
  expect(question).toMatchObject({ isRead: false, outcome: null });
  const flags = await server.sql(
    'select user_id, is_escalated from notifications where request_id in (select request_id from notifications where id = $1) order by user_id',
    [question!.id],
  );
  expect(flags).toEqual([
    ...names.map((name) => ({ user_id: name, is_escalated: false })),
    { user_id: boss, is_escalated: true },
  ]);
  expect(question!.actions.map(({ actionId }) => actionId)).toEqual(['approve', 'reject']);
  await dataOf(perform(server, candidate(boss), question!.id, 'approve'));
  for (const name of [boss, ...names])
    expect(await questionsTo(server, candidate(name))).toMatchObject([
      { isRead: true, actions: [], outcome: { action: { actionId: 'approve' }, by: { actorId: boss } } },
    ]);
});

test('the server itself looks, and what it sends says what the others were told', async () => {
  const name = `asked ${turn}`;
  await dataOf(
    create({
      recipientId: name,
      type,
      title: null,
      message: null,
      subject,
      actions: [APPROVE],
      url: '/leave/1',
    }),
  );
  await makeDue();
  const [told] = await until(
    async () => {
      const list = await listOf(server, candidate(boss));
      return list.length > 0 && list;
    },
    { timeoutMs: 30_000 },
  );
  expect(told).toMatchObject({ type, title: 'Leave', message: 'Two weeks', url: '/leave/1' });
}, 40_000);

describe('is cancelled', () => {
  test('by the answer, in the same transaction', async () => {
    await asks([`asked ${turn}`]);
    expect(await dueCount()).toBe(1);
    const [question] = await questionsTo(server, candidate(`asked ${turn}`));
    await dataOf(perform(server, candidate(`asked ${turn}`), question!.id, 'reject', 'No'));
    expect(await dueCount()).toBe(0);
    await comeDue();
    expect(await toBoss()).toEqual([]);
  });

  test('where it was decided elsewhere', async () => {
    await asks([`asked ${turn}`]);
    await dataOf(settle(server, { subject, actionId: 'approve' }));
    expect(await dueCount()).toBe(0);
  });

  test('where it was taken back', async () => {
    await asks([`asked ${turn}`]);
    await dataOf(retract(server, { subject }));
    expect(await dueCount()).toBe(0);
  });

  test('also by a replica of the version before, which knows nothing of it', async () => {
    await asks([`asked ${turn}`]);
    await server.sql('update requests set settled_at = now() where subject_id = $1', [subject.id]);
    await comeDue();
    expect(await toBoss()).toEqual([]);
    expect(await dueCount()).toBe(0);
  });

  test('not by a reader who opens, reads, archives or deletes it: that is no action', async () => {
    const name = `asked ${turn}`;
    await asks([name]);
    const [question] = await questionsTo(server, candidate(name));
    await act(server, candidate(name), 'READ', [question!.id]);
    await act(server, candidate(name), 'DELETE', [question!.id]);
    await comeDue();
    await until(async () => (await toBoss()).length === 1);
  });
});

test('the answer and the moment at once: either nobody else is asked, or they see it answered', async () => {
  for (let round = 0; round < 10; round++) {
    const name = `asked ${turn}.${round}`;
    const about = { ...subject, id: `${turn} at once ${round}` };
    await asks([name], { subject: about });
    const [question] = await questionsTo(server, candidate(name));
    await makeDue();
    await Promise.all([perform(server, candidate(name), question!.id, 'approve'), sweepDue(), sweepDue()]);
  }
  for (const question of await toBoss())
    expect(question).toMatchObject({
      isRead: true,
      actions: [],
      outcome: { action: { actionId: 'approve' } },
    });
});

test('a call that is repeated, or adds others to the same request, does not begin the time anew', async () => {
  const more = { requestKey: 'first level', idempotencyKey: `call ${turn}` };
  await asks([`one ${turn}`], more);
  const dues = () => server.sql('select due_at from escalations order by due_at desc limit 1');
  const before = await dues();
  await asks([`one ${turn}`], more);
  await asks([`two ${turn}`], { requestKey: 'first level' });
  expect(await dues()).toEqual(before);
  expect(await dueCount()).toBe(1);
});

test('whoever was asked already is not asked twice', async () => {
  await asks([boss, `asked ${turn}`]);
  await comeDue();
  expect(await toBoss()).toHaveLength(1);
});

test('nothing comes of what asks nothing, of types that say nothing of it, or of what has expired', async () => {
  await send(server, `told ${turn}`, { type, subject });
  expect(await dueCount()).toBe(0);
  await asks([`asked ${turn}`], { type: 'undeclared' });
  expect(await dueCount()).toBe(0);
  const expiresAt = new Date(Date.now() + 700).toISOString();
  await asks([`asked ${turn}`], { expiresAt });
  expect(await dueCount()).toBe(1);
  await until(() => Date.now() > Date.parse(expiresAt));
  await comeDue();
  expect(await toBoss()).toEqual([]);
});

test('somebody who cannot be told does not stop the others', async () => {
  await dataOf(
    server.ask('{ viewer { id } }', {}, candidate(`kim ${turn}`, { email: `kim${turn}@example.com` })),
  );
  await declare({ escalateAfterMinutes: 1, escalateTo: `kim${turn}@example.com` });
  await asks([`asked ${turn}`]);
  await declare({ escalateAfterMinutes: 1, escalateTo: boss });
  await asks([`asked ${turn}`], { subject: { ...subject, id: `${turn} other` } });
  await makeDue();
  await until(async () => {
    await sweepDue();
    return (await toBoss()).length === 1 && (await server.sql('select from escalations')).length === 0;
  });
});

test.each<[string, object]>([
  ['a time without somebody', { escalateAfterMinutes: 5 }],
  ['somebody without a time', { escalateTo: 'boss' }],
  ['no time', { escalateAfterMinutes: 0, escalateTo: 'boss' }],
  ['a negative one', { escalateAfterMinutes: -1, escalateTo: 'boss' }],
  ['more than 30 days', { escalateAfterMinutes: 43_201, escalateTo: 'boss' }],
  ['nobody', { escalateAfterMinutes: 5, escalateTo: '' }],
  ['an endless id', { escalateAfterMinutes: 5, escalateTo: 'x'.repeat(256) }],
  ['an id with a NUL', { escalateAfterMinutes: 5, escalateTo: 'a\0' }],
])('%s is refused', async (_, more) => {
  const input = { name: 'refused', category: 'billing', wording, ...more };
  expect((await declareType(server, input, host())).code).toBe('BAD_USER_INPUT');
});

test('a type that says nothing of it any more lets be what is due already, and begins nothing new', async () => {
  await asks([`asked ${turn}`]);
  await declare({});
  await asks([`asked ${turn}`], { subject: { ...subject, id: `${turn} later` } });
  await comeDue();
  await until(async () => (await toBoss()).length === 1);
});
