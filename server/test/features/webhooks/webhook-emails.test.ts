import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, send } from '../../support/acts.ts';
import { bringForward, newReader, untilEmail } from '../../support/email/emails.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { linkOf, oneClick, PUBLIC_URL } from '../../support/email/unsubscribing.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { hooking, Receiver, registered, sentBy, verify } from '../../support/webhooks/receiver.ts';

let smtp: SmtpStage;
let server: TestServer;
let receiver: Receiver;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  receiver = new Receiver();
  await receiver.up();
  server = await startServer({ ...smtp.settings, PUBLIC_URL, WEBHOOK_PRIVATE_ADDRESSES: 'true' });
});

afterAll(async () => {
  await server.close();
  await receiver.down();
  await smtp.down();
});

test('an e-mail that fails for good is told to whoever sent what is in it, with all of that', async () => {
  const { secret } = await registered(server, hooking('grading'), receiver.url, ['DELIVERY_FAILED']);
  const reader = await newReader(server);
  const ids = [await send(server, reader.id), await send(server, reader.id)];
  await sentBy(server, 'grading', [reader.id]);
  const foreign = await send(server, reader.id);
  await server.sql(`update notifications set service = 'billing' where id = $1`, [foreign]);
  smtp.refusal = { responseCode: 451, message: 'Too busy, come later' };
  await bringForward(server, reader.id);
  await untilEmail(server, reader, foreign, { reason: 'RETRYING' });
  expect(await server.sql('select from webhook_messages')).toEqual([]);
  smtp.refusal = { responseCode: 550, message: 'There is nobody of that name' };
  await until(async () => {
    await bringForward(server, reader.id);
    return untilEmail(server, reader, foreign, { status: 'FAILED' });
  });
  smtp.refusal = undefined;
  await until(() => receiver.received.length > 0);
  const { type, data } = verify(secret, receiver.received[0]!);
  expect(type).toBe('delivery.failed');
  expect(data).toMatchObject({ channel: 'EMAIL', reason: 'REFUSED' });
  const named = data.notifications.map(({ id, recipientId }) => [id, recipientId]);
  expect(named.sort()).toEqual(ids.map((id) => [id, reader.id]).sort());
  await dataOf(
    server.ask(
      'mutation ($id: ID!) { removeWebhook(id: $id) { removedId } }',
      {
        id: (await server.sql<{ id: string }>('select id from webhooks'))[0]!.id,
      },
      hooking('grading'),
    ),
  );
});

test('ending e-mails by the link in one is a change of preferences', async () => {
  receiver.received.length = 0;
  const admin = mint({ sub: 'ada', role: 'ADMIN' });
  const { secret } = await registered(server, admin, receiver.url, ['PREFERENCES_CHANGED']);
  const reader = await newReader(server);
  const link = await linkOf(server, smtp, reader);
  expect(receiver.received).toEqual([]);
  await oneClick(link);
  await until(() => receiver.received.length > 0);
  expect(verify(secret, receiver.received[0]!)).toMatchObject({
    type: 'preferences.changed',
    data: { recipientId: reader.id },
  });
});
