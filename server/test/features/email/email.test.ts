import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, listOf, markRead, send, sendMany, submit } from '../../support/acts.ts';
import { bringForward, deliveriesOf, forgotten, newReader, untilEmail } from '../../support/email/emails.ts';
import { expireNow } from '../../support/retention.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { instructor } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const PUBLIC_URL = 'https://carillon.example.com/';
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer({ ...smtp.settings, PUBLIC_URL });
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await server.close();
  await smtp.down();
});

test('what stays unread is sent once, and its reader is told so', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  const { EMAIL, IN_APP } = await deliveriesOf(server, reader, id);
  expect(EMAIL).toMatchObject({ status: 'WAITING', reason: null, detail: null });
  const [{ createdAt }] = (await server.sql(
    `select created_at as "createdAt" from notifications where id = $1`,
    [id],
  )) as [{ createdAt: Date }];
  expect(new Date(EMAIL!.dueAt!).getTime() - createdAt.getTime()).toBe(10 * 60_000);
  expect(IN_APP).toMatchObject({ status: 'DELIVERED', reason: null, at: createdAt.toISOString() });

  await bringForward(server, reader.id);
  const sent = await untilEmail(server, reader, id, { status: 'SENT' });
  expect(sent).toMatchObject({ reason: null, dueAt: null, at: expect.any(String) });
  expect(sent.detail).toMatch(/^250 /);
  await bringForward(server, reader.id);
  expect(smtp.to(reader.address)).toHaveLength(1);
});

describe('it is looked at again when it is due:', () => {
  test('read before: no e-mail', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id);
    await markRead(server, reader.token, id);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SKIPPED', reason: 'READ' });
    expect(smtp.to(reader.address)).toEqual([]);
  });

  test('expired before: no e-mail, also where it is not removed yet', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id);
    await expireNow(server, [id]);
    await bringForward(server, reader.id);
    // Nothing is left of it once it is removed, which may happen at any moment.
    await until(async () => {
      const left = await server.sql('select reason from deliveries where notification_id = $1', [id]);
      return left.every(({ reason }) => reason === 'EXPIRED');
    });
    expect(smtp.to(reader.address)).toEqual([]);
  });

  test('archived or deleted before: no e-mail', async () => {
    const reader = await newReader(server);
    const [archived, deleted] = await sendMany(server, reader.id, 2);
    const act = (name: string, id: string) =>
      dataOf(server.ask(`mutation { ${name}(ids: ["${id}"]) { affectedCount } }`, {}, reader.token));
    await act('archiveNotifications', archived!);
    await act('deleteNotifications', deleted!);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, archived!, { status: 'SKIPPED', reason: 'ARCHIVED' });
    expect(smtp.to(reader.address)).toEqual([]);
  });

  test('switched off before: no e-mail, and none is planned from then on', async () => {
    const reader = await newReader(server);
    const before = await send(server, reader.id, { category: 'billing' });
    await server.sql(`insert into channel_choices values ($1, 'billing', 'EMAIL', false)`, [reader.id]);
    const after = await send(server, reader.id, { category: 'billing' });
    expect((await deliveriesOf(server, reader, after)).EMAIL).toMatchObject({
      status: 'SKIPPED',
      reason: 'PREFERENCE_OFF',
      dueAt: null,
    });
    await bringForward(server, reader.id);
    await untilEmail(server, reader, before, { status: 'SKIPPED', reason: 'PREFERENCE_OFF' });
    expect(smtp.to(reader.address)).toEqual([]);
  });

  test('muted before: no e-mail, though it had rung', async () => {
    const reader = await newReader(server);
    const applicationId = await submit(server, 'casey', reader.id);
    const [listed] = await listOf(server, instructor(reader.id));
    const { id } = listed!;
    await server.sql(
      `insert into muted_subjects (user_id, subject_type, subject_id) values ($1, 'application', $2)`,
      [reader.id, applicationId],
    );
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SKIPPED', reason: 'MUTED' });
    expect((await deliveriesOf(server, reader, id)).IN_APP).toMatchObject({
      status: 'DELIVERED',
      reason: null,
      reasonNow: 'MUTED',
    });
    expect(smtp.to(reader.address)).toEqual([]);
  });

  test('an address that is several, or none: no e-mail', async () => {
    const reader = await newReader(server);
    const id = await send(server, reader.id);
    await server.sql(`update users set email = 'a@example.com, b@example.com' where id = $1`, [reader.id]);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'SKIPPED', reason: 'NO_ADDRESS' });
    expect(smtp.to('a@example.com')).toEqual([]);
  });
});

test('what cannot be sent at all is told at once', async () => {
  const reader = await newReader(server);
  await server.sql('update users set email = null where id = $1', [reader.id]);
  await server.sql(`insert into channel_choices values ($1, 'general', 'IN_APP', false)`, [reader.id]);
  const id = await send(server, reader.id);
  const { EMAIL, IN_APP } = await deliveriesOf(server, { token: reader.token }, id);
  expect(EMAIL).toMatchObject({ status: 'SKIPPED', reason: 'NO_ADDRESS' });
  expect(IN_APP).toMatchObject({ status: 'DELIVERED', reason: 'PREFERENCE_OFF' });

  const without = await startServer({}, server.databaseUrl);
  const late = await newReader(without);
  const other = await send(without, late.id);
  expect((await deliveriesOf(without, late, other)).EMAIL).toMatchObject({ reason: 'NOT_SET_UP' });
  await without.app.close();
});

test('several become one e-mail, also what is not due yet when one is sent anyway', async () => {
  const reader = await newReader(server);
  const ids = await sendMany(server, reader.id, 3);
  await markRead(server, reader.token, ids[1]!);
  await server.sql(`update deliveries set due_at = now() - interval '1 s' where notification_id = $1`, [
    ids[0],
  ]);
  await server.sql(
    `update graphile_worker._private_jobs set run_at = now() where payload ->> 'userId' = $1`,
    [reader.id],
  );
  await untilEmail(server, reader, ids[2]!, { status: 'SENT' });
  await untilEmail(server, reader, ids[0]!, { status: 'SENT' });
  expect(smtp.to(reader.address)).toHaveLength(1);
  const [mail] = smtp.to(reader.address);
  expect(mail!.subject).toBe('2 unread notifications');
  expect(mail!.text!.indexOf('No. 3')).toBeLessThan(mail!.text!.indexOf('No. 1'));
  expect(mail!.text).not.toContain('No. 2');
  expect((await deliveriesOf(server, reader, ids[1]!)).EMAIL!.status).toBe('WAITING');
  await bringForward(server, reader.id);
  await untilEmail(server, reader, ids[1]!, { status: 'SKIPPED', reason: 'READ' });
});

test('a notification with a long time to wait does not delay one with a short one', async () => {
  const reader = await newReader(server);
  await send(server, reader.id);
  await server.sql(
    `update graphile_worker._private_jobs set run_at = run_at + interval '50 m', key = replace(key, ':600:', ':3600:')
     where payload ->> 'userId' = $1`,
    [reader.id],
  );
  await server.sql(`update deliveries set due_at = due_at + interval '50 m' where user_id = $1`, [reader.id]);
  await send(server, reader.id);
  expect(await forgotten(server)).toEqual([]);
});

test('nobody sees what became of the notifications of others', async () => {
  const [reader, stranger] = [await newReader(server), await newReader(server)];
  const id = await send(server, reader.id);
  const ask = (token: string) =>
    server.ask<{ notification: unknown }>(
      `{ notification(id: "${id}") { deliveries { status } } }`,
      {},
      token,
    );
  expect((await ask(stranger.token)).data.notification).toBeNull();
  expect((await ask(reader.token)).data.notification).not.toBeNull();
});
