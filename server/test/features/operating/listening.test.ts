import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { createDatabase, type TestDatabase } from '../../support/services/database.ts';
import { runEntry } from '../../support/run-script.ts';
import { settingsOf } from '../../support/server.ts';

describe('a start where nothing can be listened to says which variable to change', () => {
  let database: TestDatabase;
  let other: Server;
  let taken: number;

  beforeAll(async () => {
    database = await createDatabase();
    other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    ({ port: taken } = other.address() as AddressInfo);
  });

  afterAll(async () => {
    other.close();
    await database.drop();
  });

  test.each<[string, () => object, () => string]>([
    [
      'the port is taken',
      () => ({ PORT: String(taken) }),
      () => `Cannot listen at 127.0.0.1, port ${taken}, as HOST and PORT say: another program listens there.`,
    ],
    [
      'that of the metrics is',
      () => ({ METRICS_PORT: String(taken) }),
      () =>
        `Cannot listen at 127.0.0.1, port ${taken}, as HOST and METRICS_PORT say: another program listens there.`,
    ],
    [
      'the address is another machine’s',
      () => ({ HOST: '203.0.113.7', PORT: '4000' }),
      () =>
        'Cannot listen at 203.0.113.7, port 4000, as HOST and PORT say: this machine has no such address.',
    ],
    [
      'the host has no address',
      () => ({ HOST: 'nowhere.invalid', PORT: '4000' }),
      () =>
        'Cannot listen at nowhere.invalid, port 4000, as HOST and PORT say: getaddrinfo ENOTFOUND nowhere.invalid.',
    ],
  ])('when %s', async (_when, settings, sentence) => {
    const { code, err } = await runEntry('main', [], { ...settingsOf(database.url), ...settings() });
    expect([code, err]).toEqual([1, `${sentence()}\n`]);
  });
});
