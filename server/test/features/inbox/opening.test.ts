import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  COUNTS,
  dataOf,
  decide,
  listOf,
  markUnread,
  openApplication,
  send,
  submit,
} from '../../support/acts.ts';
import { deliveriesOf, forgotten } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { asked, isSettled, listener, miscounted, toldTo } from '../../support/settling.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { candidate } from '../../support/token.ts';
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

describe('opening the thing itself', () => {
  test('reads what is about it on every device, and its e-mail does not come', async () => {
    const { id, asks, answers } = await asked(server);
    await dataOf(decide(server, answers.token, id));
    await send(server, asks.id);
    const device = await listener(server, asks.token);
    const { openSubject } = await dataOf(openApplication(server, asks.token, id));
    expect(openSubject).toEqual({ affectedCount: 1, inbox: { counts: { seq: 3, unread: 1, unseen: 1 } } });
    await device.reaches(1);
    expect(device.events).toMatchObject([
      { inboxChanges: { upserted: [{ type: 'application_approved', ...isSettled }] } },
    ]);
    const [, approval] = await toldTo(server, asks.token);
    expect((await deliveriesOf(server, asks, approval!.id)).EMAIL).toMatchObject({
      status: 'SKIPPED',
      reason: 'SETTLED',
    });
  });

  test('twice is once; what was marked unread is read again, and what came since', async () => {
    const { id, answers, question } = await asked(server);
    await dataOf(openApplication(server, answers.token, id));
    const again = await dataOf(openApplication(server, answers.token, id));
    expect(again.openSubject).toMatchObject({ affectedCount: 0, inbox: { counts: { seq: 2, unread: 0 } } });
    await dataOf(markUnread(server, answers.token, question));
    await send(server, answers.id, { applicationId: id });
    expect((await dataOf(openApplication(server, answers.token, id))).openSubject).toMatchObject({
      affectedCount: 2,
      inbox: { counts: { unread: 0, unseen: 0 } },
    });
  });

  test('of ten devices at the same moment is once', async () => {
    const { id, answers } = await asked(server);
    const answers10 = await Promise.all(
      Array.from({ length: 10 }, () => dataOf(openApplication(server, answers.token, id))),
    );
    const counts = answers10.map(({ openSubject }) => openSubject.affectedCount).sort();
    expect(counts).toEqual([...Array<number>(9).fill(0), 1]);
  });

  test('reads only what is the caller’s own', async () => {
    const { id, asks, answers } = await asked(server);
    for (const token of [asks.token, candidate('stranger')])
      expect((await dataOf(openApplication(server, token, id))).openSubject.affectedCount).toBe(0);
    expect(await toldTo(server, answers.token)).toMatchObject([{ isRead: false, settledAt: null }]);
    expect(
      (await server.ask(`mutation { openSubject(subject: { type: "a", id: "b" }) { affectedCount } }`)).code,
    ).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['application', 'no uuid'],
    ['application', '01890000-0000-7000-8000-000000000000'],
    ['Application', undefined],
    ['notification', undefined],
    ['constructor', '__proto__'],
  ])('of %s %s is opening nothing', async (type, other) => {
    const { id, answers } = await asked(server);
    const { data } = await server.ask(
      `mutation ($subject: SubjectRef!) { openSubject(subject: $subject) { affectedCount inbox { ${COUNTS} } } }`,
      { subject: { type, id: other ?? id } },
      answers.token,
    );
    expect(data).toEqual({
      openSubject: { affectedCount: 0, inbox: { counts: { seq: 1, unread: 1, unseen: 1 } } },
    });
  });

  test.each([
    ['type', { type: ' ', id: 'a' }],
    ['type', { type: 'a\0', id: 'a' }],
    ['type', { type: 'x'.repeat(101), id: 'a' }],
    ['id', { type: 'application', id: '' }],
    ['id', { type: 'application', id: 'x'.repeat(256) }],
    ['id', { type: 'application', id: 'a\nb' }],
  ])('takes no %s that cannot be', async (field, subject) => {
    const answer = await server.ask(
      `mutation ($subject: SubjectRef!) { openSubject(subject: $subject) { affectedCount } }`,
      { subject },
      candidate('opens'),
    );
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { openSubject: null } });
    expect(answer.errors![0]!.extensions.field).toBe(`subject.${field}`);
  });

  test('is not what a fetch of its address does, by whomever', async () => {
    const { id, answers, question } = await asked(server);
    const headers = { accept: 'text/html', authorization: `Bearer ${answers.token}` };
    for (const path of [`/applications/${id}`, `/notifications/${question}`]) {
      for (const init of [
        { headers },
        { headers: { ...headers, 'sec-purpose': 'prefetch;prerender', purpose: 'prefetch' } },
        { headers, method: 'HEAD' },
      ])
        await (await fetch(server.url + path, init)).arrayBuffer();
    }
    const mutation = `mutation { openSubject(subject: { type: "application", id: "${id}" }) { affectedCount } }`;
    const byGet = await fetch(`${server.url}/graphql?query=${encodeURIComponent(mutation)}`, { headers });
    expect(byGet.status).toBeGreaterThanOrEqual(400);
    expect(await toldTo(server, answers.token)).toMatchObject([{ isRead: false, settledAt: null }]);
    expect((await deliveriesOf(server, answers, question)).EMAIL).toMatchObject({ status: 'WAITING' });
  });

  test('of something with more than 200 notifications makes devices read anew', async () => {
    const { id, answers } = await asked(server);
    const device = await listener(server, answers.token);
    await server.sql(
      `with moved as (update inbox set seq = seq + 300, unread = unread + 300, unseen = unseen + 300
         where user_id = $1 returning seq - 300 as before)
       insert into notifications (user_id, seq, change_seq, type, category, title, message, application_id)
       select $1, before + n, before + n, 't', 'general', 't', 'm', $2 from moved, generate_series(1, 300) n`,
      [answers.id, id],
    );
    const { openSubject } = await dataOf(openApplication(server, answers.token, id));
    expect(openSubject).toMatchObject({ affectedCount: 301, inbox: { counts: { unread: 0, unseen: 0 } } });
    await until(() => device.events.at(-1)?.inboxChanges.counts.unread === 0);
  });
});

describe('what is about a subject', () => {
  test('can be listed, counted and marked by it', async () => {
    const { id, answers, question } = await asked(server);
    await submit(server, 'another', answers.id);
    const note = await send(server, answers.id, { applicationId: id });
    const subject = { type: 'application', id };
    const mine = await listOf(server, answers.token, { subject });
    expect(mine.map((row) => row.id)).toEqual([note, question]);
    expect(await listOf(server, answers.token, { subject, types: ['graded'] })).toHaveLength(1);
    expect(await listOf(server, answers.token, { subject: { type: 'other', id } })).toEqual([]);
    const unread = async (filter: object) =>
      dataOf(
        server.ask(
          'query ($filter: NotificationFilter) { unreadCount(filter: $filter) }',
          { filter },
          answers.token,
        ),
      );
    expect(await unread({ subject })).toEqual({ unreadCount: 2 });
    await dataOf(
      server.ask(
        'mutation ($filter: NotificationFilter) { markAllAsRead(filter: $filter) { affectedCount } }',
        { filter: { subject } },
        answers.token,
      ),
    );
    expect(await unread({ subject })).toEqual({ unreadCount: 0 });
    expect(await unread({})).toEqual({ unreadCount: 1 });
  });
});
