import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { APPROVE, ask, perform, questionsTo, REJECT, settle } from '../../support/actions.ts';
import { dataOf, decide } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { asked, miscounted } from '../../support/settling.ts';
import { candidate, service } from '../../support/token.ts';

let server: TestServer;
let number = 0;

beforeAll(async () => void (server = await startServer()));
afterEach(async () => expect(await miscounted(server)).toEqual([]));
afterAll(() => server.close());

/** Users that nobody has asked yet, and a thing to ask them about. */
function strangers(count: number) {
  const about = { type: 'leave', id: `leave ${++number}` };
  const ids = Array.from({ length: count }, (_, index) => `asked ${number}.${index}`);
  return { about, ids, tokens: ids.map((id) => candidate(id)) };
}

describe('a host that says it was decided elsewhere', () => {
  test('ends what its service asks about the subject, and nobody else’s', async () => {
    const { about, ids, tokens } = strangers(1);
    await ask(server, ids, { subject: about });
    await ask(server, ids, { subject: about, actions: null });
    await ask(server, ids, { subject: { ...about, id: `${about.id} other` } });
    await ask(server, ids, { subject: about }, service('another service'));
    expect(await dataOf(settle(server, { subject: about }))).toEqual({
      settleNotifications: { settledCount: 2 },
    });
    expect(await dataOf(settle(server, { subject: about }))).toEqual({
      settleNotifications: { settledCount: 0 },
    });
    expect(await questionsTo(server, tokens[0]!)).toMatchObject([
      { isRead: false, actions: [{}, {}] },
      { isRead: false, actions: [{}, {}] },
      { isRead: true, actions: [], outcome: null },
      { isRead: true, actions: [], outcome: null },
    ]);
    const [, , , question] = await questionsTo(server, tokens[0]!);
    expect(await perform(server, tokens[0]!, question!.id, 'approve')).toMatchObject({ code: 'CONFLICT' });
  });

  test('may say what was done, and by whom', async () => {
    const { about, ids, tokens } = strangers(1);
    await ask(server, ids, { subject: about, requestKey: 'k' });
    const how = { actionId: 'approve', actor: { name: 'The board' }, comment: 'Unanimous' };
    await dataOf(settle(server, { subject: about, requestKey: 'k', ...how }));
    expect(await questionsTo(server, tokens[0]!)).toMatchObject([
      {
        outcome: {
          ...{ action: { label: 'Approve' }, by: { actorId: null, name: 'The board' }, comment: 'Unanimous' },
        },
      },
    ]);
    // Twice is once, whoever it says.
    await dataOf(settle(server, { subject: about, requestKey: 'k', ...how, actor: { name: 'Others' } }));
    expect(await questionsTo(server, tokens[0]!)).toMatchObject([{ outcome: { by: { name: 'The board' } } }]);
  });

  test.each([
    ['an action that is not offered', { actionId: 'constructor' }],
    ['an actor without an action', { actor: { name: 'Somebody' } }],
    ['a comment without an action', { comment: 'Somebody' }],
  ])('is refused %s', async (_, more) => {
    const { about, ids } = strangers(1);
    await ask(server, ids, { subject: about });
    expect(await settle(server, { subject: about, ...more })).toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('what may be offered', () => {
  test.each([
    ['five actions', Array.from({ length: 5 }, (_, index) => ({ ...APPROVE, id: `${index}` }))],
    ['two of one id', [APPROVE, { ...REJECT, id: 'approve' }]],
    ['a label with nothing to see', [{ ...APPROVE, label: ' \u200b' }]],
    ['a label that is too long', [{ ...APPROVE, label: 'x'.repeat(101) }]],
  ])('is not %s', async (_, actions) => {
    await expect(ask(server, ['offered'], { actions })).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('an application', () => {
  test.each([
    ['approve', 'APPROVED', undefined],
    ['reject', 'REJECTED', 'A fine recording, but late.'],
  ])('is decided by the button %s as on its page', async (actionId, status, comment) => {
    const { asks, answers, question } = await asked(server);
    const { performAction } = await dataOf(perform(server, answers.token, question, actionId, comment));
    expect(performAction.notification).toMatchObject({
      outcome: { action: { actionId }, by: { actorId: answers.id }, comment: comment ?? null },
    });
    const { applications } = await dataOf(
      server.ask<{ applications: object }>(
        '{ applications { edges { node { status reason } } } }',
        {},
        asks.token,
      ),
    );
    expect(applications).toEqual({ edges: [{ node: { status, reason: comment ?? null } }] });
    expect(await questionsTo(server, asks.token)).toHaveLength(1);
  });

  test('that was decided on its page tells it to all who were asked, and its buttons are gone', async () => {
    const { id, answers, question } = await asked(server);
    await dataOf(decide(server, answers.token, id));
    expect(await questionsTo(server, answers.token)).toMatchObject([
      {
        id: question,
        actions: [],
        outcome: { action: { actionId: 'approve' }, by: { actorId: answers.id } },
      },
    ]);
    expect(await perform(server, answers.token, question, 'reject')).toMatchObject({ code: 'CONFLICT' });
  });

  test('is decided once, by its page and its button at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const { id, answers, question } = await asked(server);
      const answered = await Promise.all([
        decide(server, answers.token, id),
        perform(server, answers.token, question, 'reject'),
      ]);
      expect(answered.map(({ code }) => code).toSorted()).toEqual(['CONFLICT', undefined]);
    }
  });
});
