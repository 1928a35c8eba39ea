import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migrations } from '../../../src/migrations/migrations.ts';
import { aboutOf } from '../../support/about.ts';
import { dataOf, listOf, send } from '../../support/acts.ts';
import { readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { queryOn, type TestDatabase } from '../../support/services/database.ts';
import { createOldDatabase, migrateUpTo } from '../../support/services/old-database.ts';
import { miscounted } from '../../support/settling.ts';
import { candidate } from '../../support/token.ts';
import { act, undo } from '../../support/triage.ts';
import { until } from '../../support/until.ts';

const NEWEST = migrations.at(-1)!.name;

let database: TestDatabase;
const sql = <Row = Record<string, unknown>>(text: string, values?: unknown[]) =>
  queryOn(database.url)<Row>(text, values);

describe('a database in which applications were all that notifications could be about', () => {
  const [rust, sea] = [randomUUID(), randomUUID()];
  const [settled, plain, other] = [randomUUID(), randomUUID(), randomUUID()];
  const token = candidate('candidate');
  let server: TestServer;

  beforeEach(async () => {
    database = await createOldDatabase('006-settling-and-ringing');
    await sql(`insert into users (id, name) values ('candidate', 'Candidate'), ('instructor', 'Instructor')`);
    await sql(`insert into inbox (user_id, seq, seen_seq, unread, unseen)
      values ('candidate', 3, 1, 2, 2), ('instructor', 1, 0, 1, 1)`);
    await sql(
      `insert into applications (id, title, candidate_id, instructor_id)
       values ($1, 'Rust', 'candidate', 'instructor'), ($2, 'The sea', 'candidate', 'instructor')`,
      [rust, sea],
    );
    await sql(
      `insert into notifications (id, user_id, seq, change_seq, type, category, title, message, url, application_id,
         read_at, settled_at, ring)
       values ($1, 'candidate', 1, 1, 'application_approved', 'applications', 'Approved', 'Rust', '/applications/1', $4,
           now(), now(), 'RANG'),
         ($2, 'candidate', 2, 2, 'graded', 'general', 'Graded', 'See', null, null, null, null, 'MUTED'),
         ($3, 'candidate', 3, 3, 'application_submitted', 'applications', 'Sent', 'The sea', null, $5, null, null, null),
         (gen_random_uuid(), 'instructor', 1, 1, 'application_submitted', 'applications', 'New', 'Rust', null, $4,
           null, null, null)`,
      [settled, plain, other, rust, sea],
    );
    await sql(`insert into muted_applications (user_id, application_id) values ('candidate', $1)`, [rust]);
    server = await startServer({}, database.url);
  });

  afterEach(async () => {
    await server.close();
    await database.drop();
  });

  test('is read as if applications had been subjects all along', async () => {
    const nothing = { actor: null, severity: 'NORMAL', data: {}, imageUrl: null };
    const about = (subjectId: string) => ({ type: 'application', subjectId, label: null, url: null });
    expect(await aboutOf(server, token)).toEqual([
      { id: other, ...nothing, subject: about(sea) },
      { id: plain, ...nothing, subject: null },
      { id: settled, ...nothing, subject: about(rust) },
    ]);
    const found = await aboutOf(server, token, { subject: { type: 'application', id: rust } });
    expect(found.map(({ id }) => id)).toEqual([settled]);
    expect(await listOf(server, token, { severities: ['NORMAL'] })).toHaveLength(3);
    const { notification } = await dataOf(
      server.ask(
        'query ($id: ID!) { notification(id: $id) { settledAt isRead ring } }',
        { id: settled },
        token,
      ),
    );
    expect(notification).toEqual({ settledAt: expect.any(String), isRead: true, ring: 'RANG' });
    expect(await miscounted(server)).toEqual([]);
  });

  test('goes on from where it was', async () => {
    await send(server, 'candidate', { applicationId: rust, severity: 'HIGH' });
    const list = await aboutOf(server, token, { subject: { type: 'application', id: rust } });
    expect(list.map(({ severity }) => severity)).toEqual(['HIGH', 'NORMAL']);
    const ring = await sql('select ring from notifications where seq = 4');
    expect(ring).toEqual([{ ring: 'MUTED' }]);
    expect(await miscounted(server)).toEqual([]);
  });

  test('still knows what was muted, by its name', async () => {
    const { preferences } = await dataOf(
      server.ask('{ preferences { mutedSubjects { type subjectId label url } } }', {}, token),
    );
    expect(preferences).toEqual({
      mutedSubjects: [{ type: 'application', subjectId: rust, label: 'Rust', url: `/applications/${rust}` }],
    });
    const { mutedApplications } = await readPreferences(server, token);
    expect(mutedApplications).toEqual([{ id: rust, title: 'Rust', isMuted: true }]);
  });
});

test('quiet hours that were the same every day stay so', async () => {
  database = await createOldDatabase('014-channels');
  await sql(`insert into users (id, name) values ('quiet', 'Quiet'), ('loud', 'Loud')`);
  await sql(`insert into inbox (user_id) values ('quiet'), ('loud')`);
  await sql(`insert into preferences (user_id, time_zone, quiet_from, quiet_until)
    values ('quiet', 'Europe/Berlin', 1320, 420), ('loud', 'UTC', null, null)`);
  const server = await startServer({}, database.url);
  expect(await readPreferences(server, candidate('quiet'))).toMatchObject({
    quietHours: { from: '22:00', until: '07:00' },
    timeZone: 'Europe/Berlin',
  });
  expect(await readPreferences(server, candidate('loud'))).toMatchObject({ quietHours: null, quietWeek: [] });
  await server.close();
  await database.drop();
});

test('a replica of before there was an undo works on beside those that have it', async () => {
  database = await createOldDatabase('023-offline-acts');
  await sql(`insert into users (id, name) values ('reader', 'Reader')`);
  await sql(`insert into inbox (user_id, seq, unread, unseen) values ('reader', 1, 1, 1)`);
  const add = (seq: number) =>
    sql(
      `insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
       values ($1, 'reader', $2, $2, 'graded', 'general', 'Graded', 'See')
       on conflict (id) do update set seq = excluded.seq, read_at = excluded.read_at returning id`,
      [randomUUID(), seq],
    );
  const [old] = await add(1);
  const server = await startServer({}, database.url);
  const token = candidate('reader');
  // As that release wrote: it knows neither of the new columns nor of the view.
  const [young] = await add(2);
  await sql(`update inbox set seq = 2, unread = 2, unseen = 2 where user_id = 'reader'`);
  expect((await listOf(server, token)).map(({ id }) => id)).toEqual([young!.id, old!.id]);
  await sql('update notifications n set read_at = now(), change_seq = 3 from inbox i where n.id = $1', [
    old!.id,
  ]);
  const gone = await sql(
    `with gone as (delete from notifications n using inbox i where n.user_id = i.user_id and n.id = $1 returning n.*)
     insert into tombstones (user_id, change_seq, notification_id) select user_id, 4, id from gone returning 1`,
    [young!.id],
  );
  expect(gone).toHaveLength(1);
  await sql(`update inbox set seq = 4, unread = 0, unseen = 0 where user_id = 'reader'`);
  expect(await listOf(server, token, { state: 'ALL' })).toMatchObject([{ id: old!.id, isRead: true }]);
  const { undoId } = await act(server, token, 'DELETE', [old!.id as string]);
  expect(await sql('select from notifications for update')).toEqual([]);
  await undo(server, token, undoId);
  expect(await sql('select read_at is not null as "isRead" from notifications')).toEqual([{ isRead: true }]);
  expect(await miscounted(server)).toEqual([]);
  await server.close();
  await database.drop();
});

describe('indexes that are built beside their use', () => {
  const INDEXES = ['notifications_severity', 'notifications_subject'];
  const indexes = () =>
    sql(
      `select indexrelid::regclass::text as name, indisvalid as "isValid", indisunique as "isUnique" from pg_index
       where indexrelid::regclass::text = any($1) order by 1`,
      [INDEXES],
    );
  const built = INDEXES.map((name) => ({ name, isValid: true, isUnique: false }));

  beforeEach(async () => {
    database = await createOldDatabase('008-subjects');
  });

  afterEach(() => database.drop());

  test('are built by one of two that start at once, while a transaction goes on', async () => {
    const long = new pg.Client(database.url);
    await long.connect();
    await long.query('begin isolation level repeatable read');
    await long.query('select count(*) from notifications');
    const starts = [migrateUpTo(database.url, NEWEST), migrateUpTo(database.url, NEWEST)];
    try {
      // One builds, which waits for the long transaction; the other asks now and then, outside any statement.
      await until(async () => {
        const found = await sql<{ query: string; waits: boolean }>(
          `select query, wait_event_type = 'Lock' as waits from pg_stat_activity
           where datname = current_database() and application_name = 'carillon migrations'`,
        );
        const asks = found.filter(({ query }) => query.includes('pg_try_advisory_xact_lock'));
        return asks.length === 2 && found.some(({ query, waits }) => waits && query.includes('concurrently'));
      });
    } finally {
      await long.query('rollback');
      await long.end();
    }
    const applied = (await Promise.all(starts)).sort((a, b) => a.length - b.length);
    expect(applied[0]).toEqual([]);
    expect(applied[1]!.at(-1)).toBe(NEWEST);
    expect(await indexes()).toEqual(built);
  });

  test('replace what is left of one that failed', async () => {
    await sql(`insert into users (id, name) values ('reader', 'Reader')`);
    await sql(`insert into inbox (user_id, seq, unread, unseen) values ('reader', 2, 2, 2)`);
    await sql(`insert into notifications (user_id, seq, change_seq, type, category, title, message)
      select 'reader', seq, seq, 'graded', 'general', 'Graded', 'See' from generate_series(1, 2) seq`);
    await expect(
      sql('create unique index concurrently notifications_subject on notifications (user_id)'),
    ).rejects.toThrow('could not create unique index');
    expect(await indexes()).toEqual([{ name: 'notifications_subject', isValid: false, isUnique: true }]);
    await migrateUpTo(database.url, NEWEST);
    expect(await indexes()).toEqual(built);
  });
});
