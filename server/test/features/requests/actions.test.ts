import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { APPROVE, ask, perform, QUESTION, questionsTo, REJECT } from '../../support/actions.ts';
import { dataOf, send } from '../../support/acts.ts';
import { bringForward, deliveriesOf, newReader } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { miscounted } from '../../support/settling.ts';
import { subscribe } from '../../support/socket.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let smtp: SmtpStage;
let server: TestServer;
let number = 0;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterEach(async () => expect(await miscounted(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

/** Users that nobody has asked yet, and a thing to ask them about. */
function strangers(count: number) {
  const about = { type: 'leave', id: `leave ${++number}` };
  const ids = Array.from({ length: count }, (_, index) => `asked ${number}.${index}`);
  return { about, ids, tokens: ids.map((id) => candidate(id)) };
}

describe('an action', () => {
  test('is done once for all who were asked, who are told at once by whom', async () => {
    const { about, ids, tokens } = strangers(3);
    await ask(server, ids, { subject: about });
    const device = await subscribe<{ inboxChanges: { upserted: object[] } }>(
      server.url,
      tokens[1]!,
      `subscription { inboxChanges { upserted { ${QUESTION} } } }`,
    );
    await device.reaches(1);
    const [question] = await questionsTo(server, tokens[0]!);
    expect(question).toMatchObject({
      actions: [
        { actionId: 'approve', label: 'Approve', style: 'PRIMARY', asksForComment: false },
        { actionId: 'reject', label: 'Reject', style: 'DANGER', asksForComment: true },
      ],
      outcome: null,
    });
    const { performAction } = await dataOf(perform(server, tokens[0]!, question!.id, 'reject', 'Too long.'));
    const outcome = {
      action: { actionId: 'reject', label: 'Reject' },
      by: { actorId: ids[0], name: ids[0] },
      at: expect.any(String),
      comment: 'Too long.',
    };
    const told = { isRead: true, settledAt: expect.any(String), actions: [], outcome };
    expect(performAction).toMatchObject({ notification: told, inbox: { counts: { unread: 0 } } });
    for (const token of tokens) expect(await questionsTo(server, token)).toMatchObject([told]);
    await device.reaches(2);
    expect(device.events.at(-1)!.inboxChanges.upserted).toMatchObject([told]);
  });

  test('that somebody was faster with is a conflict that says who', async () => {
    const { about, ids, tokens } = strangers(2);
    await ask(server, ids, { subject: about });
    const [[first], [second]] = [
      await questionsTo(server, tokens[0]!),
      await questionsTo(server, tokens[1]!),
    ];
    await dataOf(perform(server, tokens[0]!, first!.id, 'approve'));
    const { code, errors } = await perform(server, tokens[1]!, second!.id, 'reject');
    expect(code).toBe('CONFLICT');
    expect(errors![0]).toMatchObject({
      message: expect.stringContaining(ids[0]!),
      extensions: { by: { id: ids[0] }, actionId: 'approve' },
    });
    expect(await perform(server, tokens[0]!, first!.id, 'approve')).toMatchObject({ code: 'CONFLICT' });
  });

  test('of ten at the same moment one is done', async () => {
    const { about, ids, tokens } = strangers(10);
    await ask(server, ids, { subject: about });
    const questions = await Promise.all(tokens.map((token) => questionsTo(server, token)));
    const answers = await Promise.all(
      questions.map(([question], index) =>
        perform(server, tokens[index]!, question!.id, index % 2 ? 'approve' : 'reject'),
      ),
    );
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CONFLICT')).toHaveLength(9);
    const told = await Promise.all(tokens.map((token) => questionsTo(server, token)));
    expect(new Set(told.map(([question]) => JSON.stringify(question!.outcome))).size).toBe(1);
  });

  test.each([
    ['of somebody else', 'NOT_FOUND', { token: () => candidate('nobody asked') }],
    ['of no notification', 'NOT_FOUND', { id: '01890000-0000-7000-8000-000000000000' }],
    ['with an id that is none', 'NOT_FOUND', { id: 'x' }],
    ['that is not offered', 'BAD_USER_INPUT', { actionId: 'constructor' }],
    ['with a comment that nobody asked for', 'BAD_USER_INPUT', { comment: 'Yes' }],
    ['with a comment that is too long', 'BAD_USER_INPUT', { actionId: 'reject', comment: 'x'.repeat(2_001) }],
  ])('%s is refused (%s) and changes nothing', async (_, code, more) => {
    const { about, ids, tokens } = strangers(1);
    await ask(server, ids, { subject: about });
    const [question] = await questionsTo(server, tokens[0]!);
    const { token, id, actionId, comment } = {
      ...{ token: () => tokens[0]!, id: question!.id, actionId: 'approve', comment: undefined },
      ...more,
    };
    expect(await perform(server, token(), id, actionId, comment)).toMatchObject({ code });
    expect(await questionsTo(server, tokens[0]!)).toMatchObject([{ isRead: false, outcome: null }]);
  });

  test('takes away an e-mail that waits, of everybody who was asked', async () => {
    const readers = [await newReader(server, 'mailed'), await newReader(server, 'mailed')];
    await ask(
      server,
      readers.map(({ id }) => id),
      { subject: strangers(0).about },
    );
    const [question] = await questionsTo(server, readers[0]!.token);
    await dataOf(perform(server, readers[0]!.token, question!.id, 'approve'));
    const [other] = await questionsTo(server, readers[1]!.token);
    expect((await deliveriesOf(server, readers[1]!, other!.id)).EMAIL).toMatchObject({
      ...{ status: 'SKIPPED', reason: 'SETTLED' },
    });
    await bringForward(server, readers[1]!.id);
    expect(smtp.to(readers[1]!.address)).toEqual([]);
  });
});

describe('who is asked the same thing', () => {
  test('is named by service, subject and key, over several calls', async () => {
    const { about, ids, tokens } = strangers(3);
    for (const id of ids.slice(0, 2)) await ask(server, [id], { subject: about, requestKey: 'k' });
    await ask(server, [ids[2]!], { subject: about, requestKey: 'k' }, service('another service'));
    const [question] = await questionsTo(server, tokens[0]!);
    await dataOf(perform(server, tokens[0]!, question!.id, 'approve'));
    expect(await questionsTo(server, tokens[1]!)).toMatchObject([{ outcome: { by: { actorId: ids[0] } } }]);
    expect(await questionsTo(server, tokens[2]!)).toMatchObject([{ outcome: null, actions: [{}, {}] }]);
  });

  test('is one call where nothing names it', async () => {
    const { about, ids, tokens } = strangers(2);
    for (const id of ids) await ask(server, [id], { subject: about });
    const [question] = await questionsTo(server, tokens[0]!);
    await dataOf(perform(server, tokens[0]!, question!.id, 'approve'));
    expect(await questionsTo(server, tokens[1]!)).toMatchObject([{ outcome: null }]);
  });

  test('is one recipient of createNotification, who may be here for the first time', async () => {
    const { about, ids, tokens } = strangers(3);
    await Promise.all(ids.map((id) => send(server, id, { subject: about, actions: [APPROVE, REJECT] })));
    const [question] = await questionsTo(server, tokens[0]!);
    const { performAction } = await dataOf(perform(server, tokens[0]!, question!.id, 'approve'));
    expect(performAction.notification).toMatchObject({ isRead: true, actions: [] });
    for (const token of tokens.slice(1))
      expect(await questionsTo(server, token)).toMatchObject([{ outcome: null, actions: [{}, {}] }]);
  });

  test('is one call also where several have the same idempotency key, each for a recipient of its own', async () => {
    const { about, ids, tokens } = strangers(2);
    const input = { subject: about, actions: [APPROVE, REJECT], idempotencyKey: about.id };
    for (const id of ids) await send(server, id, input);
    const [question] = await questionsTo(server, tokens[0]!);
    await dataOf(perform(server, tokens[0]!, question!.id, 'approve'));
    expect(await questionsTo(server, tokens[1]!)).toMatchObject([{ outcome: null, actions: [{}, {}] }]);
  });

  test('and who is asked after it was decided gets it settled, and is not told of it as open', async () => {
    const { about, ids, tokens } = strangers(2);
    await ask(server, [ids[0]!], { subject: about, requestKey: 'k' });
    const [question] = await questionsTo(server, tokens[0]!);
    await dataOf(perform(server, tokens[0]!, question!.id, 'approve'));
    const device = await subscribe<{ inboxChanges: { fromSeq: number; upserted: object[] } }>(
      server.url,
      tokens[1]!,
      `subscription { inboxChanges { fromSeq upserted { ${QUESTION} } counts { unread } } }`,
    );
    await device.reaches(1);
    await ask(server, [ids[1]!], { subject: about, requestKey: 'k' });
    await device.reaches(2);
    expect(device.events.slice(1)).toMatchObject([
      {
        inboxChanges: {
          ...{ fromSeq: 0, counts: { unread: 0 } },
          upserted: [{ isRead: true, actions: [], outcome: { by: { actorId: ids[0] } } }],
        },
      },
    ]);
  });

  test('may be more than belong into one transaction: the others are told by a job', async () => {
    const { about, ids, tokens } = strangers(1_100);
    await ask(server, ids, { subject: about });
    const [question] = await questionsTo(server, tokens[0]!);
    await dataOf(perform(server, tokens[0]!, question!.id, 'approve'));
    await until(async () => {
      const open = await server.sql(
        `select from notifications where subject_id = $1 and (outcome is null or read_at is null)`,
        [about.id],
      );
      return open.length === 0;
    });
  });

  test('is the same call also where that was cut off and is repeated by its key', async () => {
    const { about, ids, tokens } = strangers(2);
    const input = { subject: about, idempotencyKey: about.id };
    await ask(server, ids, input);
    await ask(server, ids, input);
    expect(await server.sql('select from requests where subject_id = $1', [about.id])).toHaveLength(1);
    expect(await questionsTo(server, tokens[0]!)).toHaveLength(1);
  });
});

test('a notification without actions has none to perform', async () => {
  const id = await send(server, 'plain');
  expect(await perform(server, candidate('plain'), id, 'approve')).toMatchObject({ code: 'BAD_USER_INPUT' });
});
