import { expect, test } from '@jest/globals';
import { fastify } from 'fastify';
import { serveHealth } from './health.ts';

const ask = async (isThere: boolean, isStuck: boolean, isStopping: boolean): Promise<number[]> => {
  const app = fastify();
  const health = serveHealth(app, { isThere: async () => isThere, isStuck });
  if (isStopping) health.turn();
  const answers = await Promise.all(['/readyz', '/healthz'].map((url) => app.inject({ url })));
  await app.close();
  return answers.map(({ statusCode }) => statusCode);
};

test('ready while the database answers and no restart is under way; healthy unless a restart would help', async () => {
  expect(await ask(true, false, false)).toEqual([200, 200]);
  expect(await ask(false, false, false)).toEqual([503, 200]);
  expect(await ask(false, true, false)).toEqual([503, 503]);
  expect(await ask(true, false, true)).toEqual([503, 200]);
});
