/** @jest-environment node */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inTime } from './in-time.ts';

let server: Server;
let url: string;
/** How it answers, by the path that is asked for: not at all, half, or whole. */
const ANSWERS = new Map<string, string[]>([
  ['/nothing', []],
  ['/half', ['{']],
  ['/whole', ['{', '}']],
]);

beforeAll(async () => {
  server = createServer((request, response) => {
    const parts = ANSWERS.get(request.url!)!;
    for (const part of parts) response.write(part);
    if (parts.length === 2) response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(path: string, within: number, signal: AbortSignal | null = null): Promise<string> {
  const response = await inTime(fetch, within)(`${url}${path}`, { signal });
  return response.text();
}

it.each(['/nothing', '/half'])('%s is no answer', async (path) => {
  await expect(ask(path, 50)).rejects.toMatchObject({ name: 'TimeoutError' });
});

it('a whole one is, and whoever asks may leave before', async () => {
  await expect(ask('/whole', 60_000)).resolves.toBe('{}');
  await expect(ask('/nothing', 60_000, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
});
