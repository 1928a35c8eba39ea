import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Subscribed } from '../../../local/mail/subscribed.ts';
import { dataOf, markRead, send } from '../../support/acts.ts';
import { bringForward, deliveriesOf, forgotten } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { PushStage, register } from '../../support/push/push-service.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { newPhoned, SmsStage, type Phoned } from '../../support/sms/provider.ts';
import { until } from '../../support/until.ts';
import { mint } from '../../support/token.ts';

let smtp: SmtpStage;
let sms: SmsStage;
let push: PushStage;
let server: TestServer;
let reader: Phoned;
let device: Subscribed;

beforeAll(async () => {
  [smtp, sms, push] = await Promise.all([SmtpStage.open(), SmsStage.open(), PushStage.open()]);
  server = await startServer({ ...smtp.settings, ...sms.settings, ...push.settings });
  reader = await newPhoned(server, sms);
  device = push.browser();
  await dataOf(register(server, reader, device));
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await Promise.all([smtp.down(), sms.down(), push.down()]);
});

const OUTGOING = ['EMAIL', 'PUSH', 'SMS'];

const untilAll = (id: string, status: string) =>
  until(async () => {
    const told = await deliveriesOf(server, reader, id);
    return OUTGOING.every((channel) => told[channel]?.status === status) && told;
  });

const told = () =>
  [smtp.to(reader.address), sms.to(reader.number), push.to(device)].map(({ length }) => length);

test('one event is told once by every channel, and what is read by one is read for all', async () => {
  const first = await send(server, reader.id);
  await bringForward(server, reader.id);
  const deliveries = await untilAll(first, 'SENT');
  expect(Object.keys(deliveries)).toEqual(['IN_APP', ...OUTGOING]);
  await bringForward(server, reader.id);
  expect(told()).toEqual([1, 1, 1]);
  const second = await send(server, reader.id);
  await markRead(server, reader.token, second);
  await bringForward(server, reader.id);
  const skipped = await untilAll(second, 'SKIPPED');
  expect(OUTGOING.map((channel) => skipped[channel]!.reason)).toEqual(['READ', 'READ', 'READ']);
  expect(told()).toEqual([1, 1, 1]);
});

test('what is settled, muted or not to disturb holds on every channel alike, and what is critical on none', async () => {
  const act = (mutation: string) =>
    dataOf(server.ask(`mutation { ${mutation} { preferences { id } } }`, {}, reader.token));
  const subject = { type: 'leave', id: '1' };
  const settled = await send(server, reader.id, { subject });
  const service = mint({ sub: 'grading', scope: 'notifications:create' });
  await dataOf(
    server.ask(
      'mutation { settleNotifications(subject: { type: "leave", id: "1" }) { settledCount } }',
      {},
      service,
    ),
  );
  await bringForward(server, reader.id);
  const ended = await untilAll(settled, 'SKIPPED');
  expect(OUTGOING.map((channel) => ended[channel]!.reason)).toEqual(['SETTLED', 'SETTLED', 'SETTLED']);

  await act('muteSubject(subject: { type: "leave", id: "1" })');
  const muted = await untilAll(await send(server, reader.id, { subject }), 'SKIPPED');
  expect(OUTGOING.map((channel) => muted[channel]!.reason)).toEqual(['MUTED', 'MUTED', 'MUTED']);

  await act(`setDoNotDisturb(until: "${new Date(Date.now() + 3_600_000).toISOString()}")`);
  const held = await send(server, reader.id);
  await bringForward(server, reader.id);
  await untilAll(held, 'HELD');
  const critical = await send(server, reader.id, { category: 'account', subject });
  await bringForward(server, reader.id);
  await untilAll(critical, 'SENT');
  await act('setDoNotDisturb');
  await untilAll(held, 'SENT');
});
