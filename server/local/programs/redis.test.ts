import { expect, test } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { startRedis } from './redis.ts';

async function ping(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write('PING\r\n');
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return answer.toString();
}

test('starts, answers, and comes back on the same port after a crash', async () => {
  const first = await startRedis();
  expect(await ping(first.port)).toBe('+PONG\r\n');
  await first.kill();
  await expect(ping(first.port)).rejects.toThrow('ECONNREFUSED');

  const second = await startRedis({ port: first.port });
  expect(await ping(first.port)).toBe('+PONG\r\n');
  await second.stop();
});
