import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { follow, send } from '../../support/acts.ts';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { redisUrl } from '../../support/server.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { signIn } from '../../support/sign-in.ts';
import { closeSockets } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { Proxy } from '../proxy.ts';
import { Random } from '../random.ts';

let database: TestDatabase;
let proxy: Proxy;
let here: ServerProcess;
let there: ServerProcess;

beforeAll(async () => {
  database = await createDatabase();
  const url = new URL(redisUrl());
  proxy = await Proxy.open(Number(url.port), new Random(1));
  url.port = String(proxy.port);
  const settings = { REDIS_URL: url.href, DEMO: 'true', LOG_LEVEL: 'error' };
  [here, there] = (await Promise.all([1, 2].map(() => startServerProcess(database.url, settings)))) as [
    ServerProcess,
    ServerProcess,
  ];
}, 60_000);

afterAll(async () => {
  await closeSockets();
  for (const replica of [here, there]) expect(await replica.stop()).toBe(0);
  await proxy.close();
  await database.drop();
}, 60_000);

test('Redis swallows everything: people sign in, and what is sent elsewhere arrives all the same', async () => {
  await signIn(here.url, 'candidate');
  const { events } = await follow(here, candidate('reader'));
  proxy.freeze();
  await signIn(here.url, 'instructor');
  const id = await send(there, 'reader');
  await until(() => events.some(({ inboxChanges }) => inboxChanges.upserted.some((row) => row.id === id)), {
    timeoutMs: 15_000,
  });
}, 60_000);
