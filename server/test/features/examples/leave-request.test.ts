import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, listOf } from '../../support/acts.ts';
import { bringForward, deliveriesOf, newReader, untilEmail } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { run, type Run } from '../../support/run-script.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint, service } from '../../support/token.ts';

// A host that shares no code with us: docs/examples/leave-request.mjs, and what its readers see of it.
let smtp: SmtpStage;
let server: TestServer;
let story: Run;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, DEMO: 'true', WEBHOOK_PRIVATE_ADDRESSES: 'true' });
  const scope = 'notifications:create catalogue:write webhooks:write';
  story = await run(process.execPath, ['docs/examples/leave-request.mjs'], {
    CARILLON: server.url,
    TOKEN: mint({ sub: 'leave', scope }),
  });
}, 60_000);

afterAll(async () => {
  await server.close();
  await smtp.down();
});

test('declares, asks, and is told once what was answered', () => {
  expect(story).toMatchObject({ code: 0, err: '' });
  expect(story.out.split('\n')).toEqual([
    'declared the category leave and the type leave_requested',
    expect.stringMatching(/^registered the webhook http/),
    'asked two instructors',
    'the instructor reads: Casey Morgan asks for 5 days off – A week in May, from 3 May 2027.',
    'Iris Lindqvist has done “Refuse” about leave: Exams are in May',
    '',
  ]);
});

test('everybody who was asked is told by whom it was answered', async () => {
  const { data } = await server.ask<{ signIn: { accessToken: string } }>(
    'mutation { signIn(email: "instructor2@example.com", password: "carillon") { accessToken } }',
  );
  const { notifications } = await dataOf(
    server.ask<{ notifications: object }>(
      `{ notifications(filter: { state: ALL }) {
        edges { node { isRead severity actions { actionId } outcome { by { name } comment } } } } }`,
      {},
      data.signIn.accessToken,
    ),
  );
  expect(notifications).toEqual({
    edges: [
      {
        node: {
          ...{ isRead: true, severity: 'HIGH', actions: [] },
          outcome: { by: { name: 'Iris Lindqvist' }, comment: 'Exams are in May' },
        },
      },
    ],
  });
});

const ask = (recipientId: string) =>
  dataOf(
    server.ask<{ createNotification: { notification: { id: string } } }>(
      `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { notification { id } } }`,
      {
        input: {
          ...{ recipientId, type: 'leave_requested', actor: { name: 'Casey' } },
          ...{ subject: { type: 'leave', id: '1', label: 'Ein Tag im Mai' } },
          data: { id: '1', days: 1, from: '2027-05-03' },
        },
      },
      service('leave'),
    ),
  );

test('each reader finds its category in their preferences and its words in their language, by e-mail too', async () => {
  const reader = await newReader(server, 'liest');
  const { setLanguage } = await dataOf(
    server.ask<{ setLanguage: { preferences: { categories: object[] } } }>(
      'mutation { setLanguage(language: DE) { preferences { categories { category title emailAfterMinutes } } } }',
      {},
      reader.token,
    ),
  );
  expect(setLanguage.preferences.categories).toContainEqual({
    ...{ category: 'leave', title: 'Urlaub', emailAfterMinutes: 60 },
  });
  const { createNotification } = await ask(reader.id);
  expect(await listOf(server, reader.token)).toMatchObject([
    {
      ...{ title: 'Casey bittet um einen Tag Urlaub', message: 'Ein Tag im Mai, ab dem 3. Mai 2027.' },
      url: '/leave/1',
    },
  ]);
  await bringForward(server, reader.id);
  await untilEmail(server, reader, createNotification.notification.id, { status: 'SENT' });
  expect(smtp.to(reader.address)).toMatchObject([{ subject: 'Casey bittet um einen Tag Urlaub' }]);
});

test('whoever switches it off gets no e-mail, and is told why', async () => {
  const reader = await newReader(server, 'has-enough');
  await dataOf(
    server.ask(
      'mutation { setChannelPreference(category: "leave", channel: EMAIL, isOn: false) { preferences { id } } }',
      {},
      reader.token,
    ),
  );
  const { createNotification } = await ask(reader.id);
  expect((await deliveriesOf(server, reader, createNotification.notification.id)).EMAIL).toMatchObject({
    ...{ status: 'SKIPPED', reason: 'PREFERENCE_OFF' },
  });
});

test('what is missing is refused when it is sent, and never met by a reader', async () => {
  const { code, errors } = await server.ask(
    `mutation { createNotification(input: { recipientId: "x", type: "leave_requested", data: { days: 1 } }) {
      created } }`,
    {},
    service('leave'),
  );
  expect(code).toBe('BAD_USER_INPUT');
  expect(errors![0]!.message).toContain('actor_name');
  expect(await listOf(server, candidate('x'))).toEqual([]);
});
