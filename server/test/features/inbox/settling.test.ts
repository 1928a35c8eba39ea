import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  countsOf,
  dataOf,
  decide,
  listOf,
  markRead,
  markUnread,
  openApplication,
  send,
  submit,
} from '../../support/acts.ts';
import { bringForward, deliveriesOf, forgotten, untilEmail } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { asked, isSettled, listener, miscounted, toldTo, type Heard } from '../../support/settling.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { instructor, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterEach(async () => {
  expect(await forgotten(server)).toEqual([]);
  expect(await miscounted(server)).toEqual([]);
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const jobsOf = (userId: string) =>
  server.sql(`select from graphile_worker._private_jobs where payload ->> 'userId' = $1`, [userId]);

describe('what was decided', () => {
  test.each(['approve', 'reject'] as const)(
    '(%s) asks nobody any more: not in the inbox, not on another device, not by e-mail',
    async (as) => {
      const { id, answers, question } = await asked(server);
      const device = await listener(server, answers.token);
      await dataOf(decide(server, answers.token, id, as));

      expect(await countsOf(server, answers.token)).toEqual({ seq: 2, unread: 0, unseen: 0 });
      const status = as === 'approve' ? 'APPROVED' : 'REJECTED';
      const outcome = { application: { status, decidedBy: { id: answers.id } } };
      expect(await toldTo(server, answers.token)).toMatchObject([{ id: question, ...isSettled, ...outcome }]);
      await device.reaches(1);
      expect(device.events).toMatchObject([
        {
          inboxChanges: {
            upserted: [{ id: question, ...isSettled, ...outcome }],
            counts: { unread: 0, unseen: 0 },
          },
        },
      ]);
      expect((await deliveriesOf(server, answers, question)).EMAIL).toMatchObject({
        status: 'SKIPPED',
        reason: 'SETTLED',
        dueAt: null,
      });
      await bringForward(server, answers.id);
      await until(async () => (await jobsOf(answers.id)).length === 0);
      expect(smtp.to(answers.address)).toEqual([]);
    },
  );

  test('tells its reader’s devices so also when it was read, opened, or put away before', async () => {
    const before = {
      read: (token: string, question: string) => markRead(server, token, question),
      opened: (token: string, _question: string, id: string) => openApplication(server, token, id),
      archived: (token: string, question: string) =>
        server.ask(`mutation { archiveNotifications(ids: ["${question}"]) { affectedCount } }`, {}, token),
    };
    for (const [what, act] of Object.entries(before)) {
      const { id, answers, question } = await asked(server);
      await dataOf(act(answers.token, question, id) as Promise<{ data: object; errors: unknown }>);
      const device = await listener(server, answers.token);
      await dataOf(decide(server, answers.token, id));
      await device.reaches(1);
      const [{ inboxChanges }] = device.events as [Heard];
      expect([what, inboxChanges.upserted]).toMatchObject([
        what,
        [{ id: question, ...isSettled, application: { status: 'APPROVED' } }],
      ]);
      expect((await toldTo(server, answers.token))[0]!.archivedAt !== null).toBe(what === 'archived');
      expect(await countsOf(server, answers.token)).toMatchObject({ unread: 0, unseen: 0 });
    }
  });

  test('is not e-mailed any more either when its reader marks it unread', async () => {
    const { id, answers, question } = await asked(server);
    await dataOf(markRead(server, answers.token, question));
    await dataOf(decide(server, answers.token, id));
    await dataOf(markUnread(server, answers.token, question));
    expect(await countsOf(server, answers.token)).toMatchObject({ unread: 1 });
    await bringForward(server, answers.id);
    await untilEmail(server, answers, question, { status: 'SKIPPED', reason: 'SETTLED' });
    expect(smtp.to(answers.address)).toEqual([]);
  });

  test('leaves an e-mail that is being tried again, and one that was held', async () => {
    const trying = await asked(server);
    smtp.refusal = { responseCode: 451, message: 'Come later' };
    await bringForward(server, trying.answers.id);
    await untilEmail(server, trying.answers, trying.question, { reason: 'RETRYING' });
    smtp.refusal = undefined;
    await dataOf(decide(server, trying.answers.token, trying.id));
    await bringForward(server, trying.answers.id);
    await untilEmail(server, trying.answers, trying.question, { status: 'SKIPPED', reason: 'SETTLED' });
    expect(smtp.to(trying.answers.address)).toEqual([]);

    const held = await asked(server);
    await server.sql(
      `update deliveries set state = 'HELD', reason = 'QUIET_HOURS' where notification_id = $1`,
      [held.question],
    );
    await dataOf(decide(server, held.answers.token, held.id));
    expect((await deliveriesOf(server, held.answers, held.question)).EMAIL).toMatchObject({
      status: 'SKIPPED',
      reason: 'SETTLED',
    });
  });

  test('settles what asked for it, and nothing else that stands in the inbox', async () => {
    const { id, answers } = await asked(server);
    const other = await submit(server, 'somebody else', answers.id);
    await send(server, answers.id, { type: 'reminder', applicationId: id });
    await send(server, answers.id);
    await dataOf(decide(server, answers.token, id));
    const left = (await toldTo(server, answers.token)).filter(({ isRead }) => !isRead);
    expect(left.map(({ type }) => type)).toEqual(['graded', 'reminder', 'application_submitted']);
    expect(left.every(({ settledAt }) => settledAt === null)).toBe(true);
    expect(
      await listOf(server, answers.token, { subject: { type: 'application', id: other } }),
    ).toMatchObject([{ isRead: false }]);
  });

  test('tells the candidate, also one who was asked themselves', async () => {
    const { id, asks, answers } = await asked(server);
    await send(server, asks.id, { type: 'application_submitted', applicationId: id });
    const device = await listener(server, asks.token);
    await dataOf(decide(server, answers.token, id));
    expect(await toldTo(server, asks.token)).toMatchObject([
      { type: 'application_approved', isRead: false, settledAt: null },
      { type: 'application_submitted', ...isSettled },
    ]);
    await until(() => device.events.flatMap(({ inboxChanges }) => inboxChanges.upserted).length === 2);
    expect(device.events.at(-1)).toMatchObject({ inboxChanges: { counts: { unread: 1, unseen: 1 } } });
  });

  test('is settled for everybody who was asked, more than belong into one transaction', async () => {
    const { id, answers } = await asked(server);
    const recipientIds = Array.from({ length: 1_100 }, (_, index) => `asked too ${index}`);
    const input = {
      recipientIds,
      type: 'application_submitted',
      title: 't',
      message: 'm',
      applicationId: id,
    };
    await dataOf(
      server.ask(
        `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`,
        { input },
        service(),
      ),
    );
    await dataOf(decide(server, answers.token, id));
    await until(async () => {
      const open = await server.sql(
        `select from notifications where application_id = $1 and type = 'application_submitted'
         and (read_at is null or settled_at is null)`,
        [id],
      );
      return open.length === 0;
    });
    expect(await server.sql(`select from inbox where user_id like 'asked too%' and seq = 2`)).toHaveLength(
      1_100,
    );
  });

  test('that was refused settles nothing', async () => {
    const { id, answers, question } = await asked(server);
    expect((await decide(server, instructor('another'), id)).code).toBe('NOT_FOUND');
    expect(await toldTo(server, answers.token)).toMatchObject([
      { id: question, isRead: false, settledAt: null },
    ]);
  });
});
