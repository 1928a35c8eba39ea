import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { emailChannel } from '../../../src/email/email.channel.ts';
import { PreferencesEntity } from '../../../src/preferences/preferences.entities.ts';
import { decideDue } from '../../../src/delivery/decide.task.ts';
import { takeUp } from '../../../src/delivery/take-up.ts';
import { releaseHeld } from '../../../src/delivery/release-held.ts';
import { Database, type Sql, type Transaction } from '../../../src/platform/postgres/database.ts';
import { PreferencesService } from '../../../src/preferences/preferences.service.ts';
import { dataOf, send } from '../../support/acts.ts';
import { forgotten, newReader, untilEmail, type Reader } from '../../support/email/emails.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SmtpStage } from '../../support/email/smtp.ts';
import { until } from '../../support/until.ts';
import { catalogueOf } from '../../support/catalogue.ts';

const catalogue = catalogueOf();
const channel = emailChannel({ isSetUp: true, afterMinutes: 10 }, 9);
let smtp: SmtpStage;
let server: TestServer;
let database: Database;

beforeAll(async () => {
  smtp = await SmtpStage.open();
  server = await startServer(smtp.settings);
  database = await Database.connect({ url: server.databaseUrl, poolSize: 3 });
  database.know([PreferencesEntity]);
});

afterEach(async () => expect(await forgotten(server)).toEqual([]));

afterAll(async () => {
  await database.close();
  await server.close();
  await smtp.down();
});

/** Whoever comes to it waits until it is opened. */
class Gate {
  isReached = false;
  open: () => void = () => undefined;
  private readonly isOpen = new Promise<void>((resolve) => (this.open = resolve));

  async pass(): Promise<void> {
    this.isReached = true;
    await this.isOpen;
  }
}

/** The same database, on which whoever has read the preferences stops before anything follows from them. */
const stoppingAt = (gate: Gate) =>
  ({
    transaction: <T>(work: (sql: Transaction) => Promise<T>) =>
      database.transaction((sql) =>
        work({
          entities: sql.entities,
          afterCommit: (announce) => sql.afterCommit(announce),
          query: async <Row>(text: string, values?: readonly unknown[]) => {
            const rows = await sql.query<Row>(text, values);
            if (text.includes('from preferences')) await gate.pass();
            return rows;
          },
        }),
      ),
  }) as Database;

const isSomebodyWaiting = async () => {
  const waiting = await server.sql(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length > 0;
};

interface Job {
  /** What there must be before it. */
  prepare(reader: Reader, id: string): Promise<unknown>;
  run(on: Database, reader: Reader): Promise<unknown>;
}

const jobs: Record<string, Job> = {
  'whether an e-mail is sent': {
    prepare: async () => undefined,
    run: (on, { id: userId }) => decideDue(on, { channel, catalogue, now: () => new Date() })({ userId }),
  },
  'whether an e-mail that is tried again goes out': {
    prepare: ({ id: userId }, id) =>
      server.sql(
        `with e as (insert into messages (id, user_id) values (gen_random_uuid(), $1) returning id)
         update deliveries set state = 'SENDING', reason = 'RETRYING', message_id = e.id from e
         where notification_id = $2`,
        [userId, id],
      ),
    run: async (on, { id: userId }) => {
      const [email] = await server.sql<{ id: string }>('select id from messages where user_id = $1', [
        userId,
      ]);
      return on.transaction((sql) => takeUp(sql, email!.id, { channel, catalogue, now: new Date() }));
    },
  },
};

/** A reader who is not to be disturbed for an hour, and a notification whose e-mail is due. */
async function due(job: Job): Promise<[Reader, string]> {
  const reader = await newReader(server);
  const id = await send(server, reader.id);
  await server.sql(`insert into preferences (user_id, dnd_until) values ($1, now() + interval '1 hour')`, [
    reader.id,
  ]);
  await server.sql(`update deliveries set due_at = '2026-01-01' where notification_id = $1`, [id]);
  await job.prepare(reader, id);
  return [reader, id];
}

describe.each(Object.entries(jobs))('a job decides %s while do-not-disturb is being ended:', (_what, job) => {
  test('by what held before, and then it does not stay held', async () => {
    const [reader, id] = await due(job);
    const hasRead = new Gate();
    const decided = job.run(stoppingAt(hasRead), reader);
    await until(() => hasRead.isReached);
    let isEnded = false;
    const ending = dataOf(
      server.ask('mutation { setDoNotDisturb { preferences { id } } }', {}, reader.token),
    ).then(() => (isEnded = true));
    await until(async () => isEnded || (await isSomebodyWaiting()));
    hasRead.open();
    await Promise.all([decided, ending]);
    await untilEmail(server, reader, id, { status: 'SENT' });
  });

  test('or it waits, and decides by what holds then', async () => {
    const [reader, id] = await due(job);
    const isChanged = new Gate();
    const preferences = new PreferencesService(database, catalogue, {
      announce: () => undefined,
      onRepaced: () => Promise.resolve(),
      onReworded: () => Promise.resolve(),
      onRelaxed: async (sql: Sql, userId: string) => {
        await releaseHeld(sql, userId);
        await isChanged.pass();
      },
    });
    const ending = preferences.setDoNotDisturb(reader.id, null);
    await until(() => isChanged.isReached);
    let isDecided = false;
    const decided = job.run(database, reader).then(() => (isDecided = true));
    await until(async () => isDecided || (await isSomebodyWaiting()));
    isChanged.open();
    await Promise.all([decided, ending]);
    const held = await server.sql(
      `select from deliveries where notification_id = $1 and state not in ('SENDING', 'SENT')`,
      [id],
    );
    expect(held).toEqual([]);
    await server.sql(
      `select graphile_worker.add_job('send_email', json_build_object('messageId', id), job_key => 'email:' || id)
       from messages where user_id = $1 and state = 'SENDING'`,
      [reader.id],
    );
    await untilEmail(server, reader, id, { status: 'SENT' });
  });
});
