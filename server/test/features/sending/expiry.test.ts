import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

let server: TestServer;
const { create, createMany } = sendingTo(() => server);

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const soon = () => new Date(Date.now() + 1_500).toISOString();
const isPast = (moment: string) => until(() => Date.now() > Date.parse(moment));

test('a call that is repeated by its key answers as before, also when it has expired meanwhile', async () => {
  const [one, many] = [
    { recipientId: 'anna', idempotencyKey: 'one', expiresAt: soon() },
    { recipientIds: ['anna', 'ben'], idempotencyKey: 'many', expiresAt: soon() },
  ];
  const [first, all] = [await create(one), await createMany(many)];
  await isPast(many.expiresAt);
  const again = await create(one);
  expect(again.data.createNotification).toEqual({ ...first.data.createNotification, created: false });
  expect((await createMany(many)).data).toEqual(all.data);
  // What nobody got while it meant something, nobody gets any more.
  expect((await create({ ...one, idempotencyKey: 'other' })).code).toBe('BAD_USER_INPUT');
  expect((await createMany({ ...many, idempotencyKey: 'other' })).code).toBe('BAD_USER_INPUT');
});

test('the same key for another end is a conflict', async () => {
  const input = { recipientId: 'anna', idempotencyKey: 'key', expiresAt: '2031-01-01T00:00:00Z' };
  expect((await create(input)).code).toBeUndefined();
  expect((await create({ ...input, expiresAt: '2031-01-01T01:00:00+01:00' })).code).toBeUndefined();
  expect((await create({ ...input, expiresAt: '2032-01-01T00:00:00Z' })).code).toBe('CONFLICT');
  expect((await create({ ...input, expiresAt: null })).code).toBe('CONFLICT');
});
