import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { markRead, send } from '../support/acts.ts';
import { bringForward, deliveriesOf, newReader } from '../support/emails.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SmtpStage } from '../support/smtp.ts';
import { until } from '../support/until.ts';

let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

test('what stays unread is sent once, and its reader is told so', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id, { title: 'Your <b>mark</b>' });
  expect((await deliveriesOf(server, reader, id)).EMAIL).toMatchObject({ status: 'WAITING', reason: null });
  await bringForward(server, reader.id);
  await until(async () => (await deliveriesOf(server, reader, id)).EMAIL!.status === 'SENT');
  const { EMAIL } = await deliveriesOf(server, reader, id);
  expect(EMAIL).toMatchObject({ reason: null, dueAt: null });
  expect(EMAIL!.detail).toMatch(/^250 /);
  expect(smtp.to(reader.address)).toHaveLength(1);
  const [mail] = smtp.to(reader.address);
  expect(mail!.subject).toBe('Your <b>mark</b>');
});

test('what was read in time is not sent', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  await markRead(server, reader.token, id);
  await bringForward(server, reader.id);
  await until(async () => (await deliveriesOf(server, reader, id)).EMAIL!.status === 'SKIPPED');
  expect((await deliveriesOf(server, reader, id)).EMAIL!.reason).toBe('READ');
  expect(smtp.to(reader.address)).toEqual([]);
});
