import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { countsOf, listOf, send } from '../../support/acts.ts';
import { queryOn } from '../../support/services/database.ts';
import { OwnPostgres } from '../../support/services/own-postgres.ts';
import { startServerProcess, type ServerProcess } from '../../support/server-process.ts';
import { withSmallDisk } from '../../support/services/small-disk.ts';
import { service, candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-small-'));
const within = withSmallDisk(folder, 40);
if (!within)
  console.warn('NOT TESTED: a full disk, for nobody may mount one here. It needs root or user namespaces.');

let postgres: OwnPostgres;
let server: ServerProcess;
let url: string;

beforeAll(async () => {
  if (!within) return;
  postgres = await OwnPostgres.open({ within });
  // The tables are on the small disk, the log is not: where that is full too, PostgreSQL itself ends.
  await postgres.sql(`create tablespace small location '${folder}'`);
  await postgres.sql('create database carillon tablespace small');
  const address = new URL(postgres.url);
  address.pathname = '/carillon';
  url = address.href;
  server = await startServerProcess(url, { LOG_LEVEL: 'error' });
}, 60_000);

afterAll(async () => {
  if (within) {
    expect(await server.stop()).toBe(0);
    await postgres.discard();
  }
  await rm(folder, { recursive: true, force: true });
});

const SEND = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created notification { id } }
}`;

/** Until nothing more goes onto the disk. */
async function fill(): Promise<void> {
  const sql = queryOn(url);
  await sql('create table ballast as select 1 as number');
  for (let rows = 100_000; rows >= 1; rows = Math.floor(rows / 2))
    await until(async () => {
      const failure = await sql(`insert into ballast select generate_series(1, ${rows})`).then(
        () => undefined,
        (error: { code: string }) => error.code,
      );
      if (failure !== undefined) expect(failure).toBe('53100');
      return failure;
    });
}

(within ? test : test.skip)(
  'on a full disk sending is refused for now, reading goes on, and with room again all is well by itself',
  async () => {
    const token = candidate('reader');
    let acknowledged = 0;
    const trySend = async () => {
      const input = { recipientId: 'reader', type: 'graded', title: 'Graded', message: 'Long. '.repeat(500) };
      const answer = await server.ask(SEND, { input }, service());
      if (!answer.errors) acknowledged++;
      return answer;
    };
    await trySend();
    await fill();
    // What was free on pages that exist is used up first.
    const refused = await until(async () => {
      const answer = await trySend();
      return answer.errors && answer;
    });
    expect(refused).toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      errors: [{ extensions: { retryAfterMs: expect.any(Number) } }],
    });

    expect(await countsOf(server, token)).toMatchObject({ seq: acknowledged, unread: acknowledged });
    expect((await listOf(server, token)).length).toBe(Math.min(acknowledged, 100));
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);

    await queryOn(url)('drop table ballast');
    await until(() => send(server, 'reader'));
    expect(await countsOf(server, token)).toMatchObject({ seq: acknowledged + 1, unread: acknowledged + 1 });
  },
  60_000,
);
