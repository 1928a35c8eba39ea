import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, sendMany } from '../../support/acts.ts';
import { newReader } from '../../support/email/emails.ts';
import { admin, askToExport, download, exportOf } from '../../support/rights/rights.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, service } from '../../support/token.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a reader gets all of theirs, and nothing of others', async () => {
  const [reader, neighbour] = [await newReader(server), await newReader(server)];
  await sendMany(server, reader.id, 250, { message: '“quoted”, \\ and \n a line' });
  await send(server, neighbour.id, { title: 'Not theirs' });
  const exported = await exportOf(server, reader.token);
  expect(exported.data['all_notifications']).toHaveLength(250);
  expect(exported.data['users']).toEqual([expect.objectContaining({ id: reader.id, email: reader.address })]);
  expect(JSON.stringify(exported)).not.toContain(neighbour.id);
  expect(JSON.stringify(exported)).not.toMatch(/password_hash|token_hash|body_hash/);
});

test('it comes as a file that nobody keeps', async () => {
  const { token } = await newReader(server);
  const answer = await download(server, token, '/export');
  await answer.text();
  const { headers } = answer;
  expect(headers.get('content-disposition')).toBe('attachment; filename="export.json"');
  expect(headers.get('cache-control')).toBe('no-store');
});

describe('refused', () => {
  test('without a valid token', async () => {
    for (const token of [undefined, 'x', candidate('somebody').slice(0, -3)])
      expect((await download(server, token, '/export')).status).toBe(401);
  });

  test('to everybody but admins, of others', async () => {
    const [reader, mallory] = [await newReader(server), await newReader(server)];
    expect(await askToExport(server, mallory.token, reader.id)).toMatchObject({ code: 'FORBIDDEN' });
    const { data } = await askToExport(server, admin, reader.id);
    for (const token of [mallory.token, service()])
      expect((await download(server, token, data.exportUser.url)).status).toBe(404);
    const allowed = await download(server, admin, data.exportUser.url);
    expect(allowed.status).toBe(200);
    await allowed.text();
    expect(await askToExport(server, admin, 'nobody')).toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    `?inboxId=${randomUUID()}`,
    '?inboxId=',
    '?inboxId=x&inboxId=y',
    `?inboxId=${'0'.repeat(5_000)}`,
    '?inboxId=%27%3B--',
  ])('for an inbox that is not there: %s', async (query) => {
    expect((await download(server, admin, `/export${query}`)).status).toBe(404);
  });

  test('the eleventh time in an hour', async () => {
    const { token } = await newReader(server);
    for (let time = 0; time < 10; time++) {
      const answer = await download(server, token, '/export');
      expect(answer.status).toBe(200);
      await answer.text();
    }
    const answer = await download(server, token, '/export');
    expect(answer.status).toBe(429);
    expect(answer.headers.get('retry-after')).toBe('3600');
  });
});
