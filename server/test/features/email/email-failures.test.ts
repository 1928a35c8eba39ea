import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { dataOf, markRead, send, sendMany } from '../../support/acts.ts';
import { bringForward, forgotten, newReader, untilEmail, type Reader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { candidate, instructor, mint } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const admin = mint({ sub: 'ada', role: 'ADMIN' });
const LATER = { responseCode: 451, message: 'Too busy, come later' };
const NEVER = { responseCode: 550, message: 'There is nobody of that name' };
let smtp: SmtpStage;
let server: TestServer;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
});

afterEach(async () => {
  smtp.refusal = undefined;
  expect(await forgotten(server)).toEqual([]);
});

afterAll(async () => {
  await server.close();
  await smtp.down();
});

const emailOf = async ({ id }: Reader) =>
  (
    await server.sql<{ id: string; state: string; attempts: number }>(
      'select id, state, attempts from messages where user_id = $1',
      [id],
    )
  )[0]!;

/** Brings the next try forward, and waits until its answer was noted. */
async function tryAgain(reader: Reader): Promise<void> {
  const { attempts } = await emailOf(reader);
  await bringForward(server, reader.id);
  await untilNoted(reader, attempts + 1);
}

/** When it was tried so often, and the next try stands or there is none. */
const untilNoted = (reader: Reader, attempts: number) =>
  until(async () => {
    const [{ isNoted }] = (await server.sql(
      `select attempts = $2 and (state <> 'SENDING' or exists (
         select from graphile_worker._private_jobs j where j.key = 'email:' || e.id and j.run_at > now())) as "isNoted"
       from messages e where user_id = $1`,
      [reader.id, attempts],
    )) as [{ isNoted: boolean }];
    return isNoted;
  });

interface Page {
  edges: { cursor: string; node: Record<string, unknown> }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean };
}

const list = (token: string, variables: object = {}) =>
  server.ask<{ failedEmails: Page }>(
    `query ($first: Int, $after: String) { failedEmails(first: $first, after: $after) {
      edges { cursor node { id userId attempts answer createdAt notificationCount } }
      pageInfo { hasNextPage hasPreviousPage }
    } }`,
    variables,
    token,
  );

const retry = (token: string, ids: string[]) =>
  server.ask<{ retryFailedEmails: { retriedCount: number } }>(
    'mutation ($ids: [ID!]!) { retryFailedEmails(ids: $ids) { retriedCount } }',
    { ids },
    token,
  );

test('a server that is down for the first three tries: one e-mail, later, under the id of the first try', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  await smtp.down();
  await bringForward(server, reader.id);
  const told = await untilEmail(server, reader, id, { status: 'WAITING', reason: 'RETRYING' });
  expect(told.detail).toMatch(/^No answer \(E[A-Z]+\)$/);
  expect(new Date(told.dueAt!) > new Date()).toBe(true);
  const { id: emailId } = await emailOf(reader);
  await tryAgain(reader);
  await tryAgain(reader);
  await smtp.up();
  await tryAgain(reader);
  await untilEmail(server, reader, id, { status: 'SENT', reason: null });
  expect(smtp.to(reader.address)).toHaveLength(1);
  expect(smtp.to(reader.address)[0]!.headers.get('idempotency-key')).toBe(emailId);
  expect(await emailOf(reader)).toEqual({ id: emailId, state: 'SENT', attempts: 4 });
});

test('what is read between two tries leaves the e-mail; when nothing is left it is not sent', async () => {
  const reader = await newReader(server);
  const [one, two] = (await sendMany(server, reader.id, 2)) as [string, string];
  smtp.refusal = LATER;
  await bringForward(server, reader.id);
  await untilEmail(server, reader, two, { reason: 'RETRYING' });
  await markRead(server, reader.token, one);
  await tryAgain(reader);
  await untilEmail(server, reader, one, { status: 'SKIPPED', reason: 'READ' });
  await untilEmail(server, reader, two, { reason: 'RETRYING' });
  await markRead(server, reader.token, two);
  smtp.refusal = undefined;
  await bringForward(server, reader.id);
  await untilEmail(server, reader, two, { status: 'SKIPPED', reason: 'READ' });
  expect((await emailOf(reader)).state).toBe('CANCELLED');
  expect(smtp.to(reader.address)).toEqual([]);
});

test('an answer for good is not tried again; the reader sees the answer, and an admin the letter', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id, { title: 'Nobody else’s business' });
  smtp.refusal = NEVER;
  await bringForward(server, reader.id);
  const told = await untilEmail(server, reader, id, { status: 'FAILED', reason: 'REFUSED' });
  expect(told).toMatchObject({ detail: `550 ${NEVER.message}`, dueAt: null });

  const { failedEmails } = await dataOf(list(admin));
  const found = failedEmails.edges.find(({ node }) => node.userId === reader.id)!;
  expect(found.node).toMatchObject({ attempts: 1, answer: `550 ${NEVER.message}`, notificationCount: 1 });
  expect(JSON.stringify(failedEmails)).not.toContain('Nobody else’s business');

  smtp.refusal = undefined;
  expect((await dataOf(retry(admin, [String(found.node.id)]))).retryFailedEmails.retriedCount).toBe(1);
  await untilEmail(server, reader, id, { status: 'SENT', reason: null });
  expect((await dataOf(retry(admin, [String(found.node.id), 'x']))).retryFailedEmails.retriedCount).toBe(0);
  expect(smtp.to(reader.address)).toHaveLength(1);
});

test('after ten tries it is given up, until somebody has it sent again', async () => {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  smtp.refusal = LATER;
  const before = smtp.tries;
  await bringForward(server, reader.id);
  await untilEmail(server, reader, id, { reason: 'RETRYING' });
  for (let attempt = 2; attempt <= 10; attempt++) await tryAgain(reader);
  await untilEmail(server, reader, id, {
    status: 'FAILED',
    reason: 'GAVE_UP',
    detail: `451 ${LATER.message}`,
  });
  expect(smtp.tries - before).toBe(10);
  await bringForward(server, reader.id);
  const { id: emailId, state } = await emailOf(reader);
  expect(state).toBe('DEAD');

  await markRead(server, reader.token, id);
  smtp.refusal = undefined;
  await dataOf(retry(admin, [emailId]));
  await untilEmail(server, reader, id, { status: 'SKIPPED', reason: 'READ' });
  expect(smtp.to(reader.address)).toEqual([]);
});

test('failed e-mails are for admins, and come in pages', async () => {
  for (const token of [candidate('casey'), instructor('iris')]) {
    expect((await list(token)).code).toBe('FORBIDDEN');
    expect((await retry(token, ['x'])).code).toBe('FORBIDDEN');
  }
  smtp.refusal = NEVER;
  const readers = [await newReader(server), await newReader(server), await newReader(server)];
  for (const reader of readers) {
    const id = await send(server, reader.id);
    await bringForward(server, reader.id);
    await untilEmail(server, reader, id, { status: 'FAILED' });
  }
  const { failedEmails: first } = await dataOf(list(admin, { first: 2 }));
  expect(first.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false });
  const after = first.edges.at(-1)!.cursor;
  const { failedEmails: second } = await dataOf(list(admin, { first: 2, after }));
  expect(second.pageInfo.hasPreviousPage).toBe(true);
  expect([...first.edges, ...second.edges].slice(0, 3).map(({ node }) => node.userId)).toEqual(
    readers.map(({ id }) => id).reverse(),
  );
  expect((await list(mint({ sub: 'another', role: 'ADMIN' }), { after })).code).toBe('BAD_USER_INPUT');
  for (const ids of [[], Array<string>(201).fill('x')])
    expect((await retry(admin, ids)).code).toBe('BAD_USER_INPUT');
});
