import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Database } from '../../../src/platform/postgres/database.ts';
import { everyDay } from '../../../src/preferences/clock/quiet-week.ts';
import { writeZone } from '../../../src/preferences/clock/zone-offsets.ts';
import { dataOf, send, submit } from '../../support/acts.ts';
import { deliveriesOf } from '../../support/email/emails.ts';
import { changePreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { subscribe } from '../../support/socket.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;
let database: Database;

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 2 });
});

afterAll(async () => {
  await database.close();
  await server.close();
});

const change = (token: string, mutation: string) => changePreferences(server, token, mutation);
const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

async function ringOfRow(token: string, id: string): Promise<{ ring: string | null; reason: string | null }> {
  const { notification } = await dataOf(
    server.ask<{ notification: { ring: string | null } }>(
      'query ($id: ID!) { notification(id: $id) { ring } }',
      { id },
      token,
    ),
  );
  const { IN_APP } = await deliveriesOf(server, { token }, id);
  expect(IN_APP!.status).toBe('DELIVERED');
  return { ring: notification.ring, reason: IN_APP!.reason };
}

describe('what is decided when a notification comes', () => {
  const NIGHT_AND_DAY = 'setQuietHours(from: "00:01", until: "00:00", timeZone: "Asia/Kolkata")';
  const cases: [ring: string, wish: (id: string) => string, undo: (id: string) => string][] = [
    [
      'PREFERENCE_OFF',
      () => 'setChannelPreference(category: "general", channel: IN_APP, isOn: false)',
      () => 'resetPreferences',
    ],
    ['MUTED', (id) => `muteApplication(id: "${id}")`, (id) => `unmuteApplication(id: "${id}")`],
    ['QUIET_HOURS', () => NIGHT_AND_DAY, () => 'setQuietHours'],
    ['DO_NOT_DISTURB', () => `setDoNotDisturb(until: "${inAnHour()}")`, () => 'setDoNotDisturb'],
  ];

  test.each(cases)('is %s by what the reader has chosen, and stays so', async (ring, wish, undo) => {
    const user = `wishes ${ring}`;
    const token = candidate(user);
    const applicationId = await submit(server, user, 'decides');
    const before = await send(server, user, { applicationId });
    await change(token, wish(applicationId));
    const during = await send(server, user, { applicationId });
    const critical = await send(server, user, { applicationId, category: 'account' });
    const told = async () => [await ringOfRow(token, before), await ringOfRow(token, during)];
    const RANG = { ring: 'RANG', reason: null };
    expect(await told()).toEqual([RANG, { ring, reason: ring }]);
    expect(await ringOfRow(token, critical)).toEqual(RANG);
    await change(token, undo(applicationId));
    expect(await told()).toEqual([RANG, { ring, reason: ring }]);
    expect(await ringOfRow(token, await send(server, user, { applicationId }))).toEqual(RANG);
  });

  test('is beside what the reader chooses now, which is told as that', async () => {
    const token = candidate('changes');
    await dataOf(server.ask('{ inbox { id } }', {}, token));
    const id = await send(server, 'changes');
    const reasonsNow = async () => {
      const { notification } = await dataOf(
        server.ask<{ notification: { deliveries: object[] } }>(
          `{ notification(id: "${id}") { deliveries { channel reason reasonNow } } }`,
          {},
          token,
        ),
      );
      return notification.deliveries;
    };
    const email = { channel: 'EMAIL', reason: 'NOT_SET_UP', reasonNow: null };
    expect(await reasonsNow()).toEqual([{ channel: 'IN_APP', reason: null, reasonNow: null }, email]);
    await change(token, 'setChannelPreference(category: "general", channel: IN_APP, isOn: false)');
    expect(await reasonsNow()).toEqual([
      { channel: 'IN_APP', reason: null, reasonNow: 'PREFERENCE_OFF' },
      email,
    ]);
    await change(token, 'setChannelPreference(category: "general", channel: EMAIL, isOn: false)');
    expect(await reasonsNow()).toMatchObject([{}, { channel: 'EMAIL', reasonNow: 'PREFERENCE_OFF' }]);
  });

  test('is not known of what is older: it says that it came, whatever is chosen now', async () => {
    const token = candidate('has old ones');
    await dataOf(server.ask('{ inbox { id } }', {}, token));
    const id = await send(server, 'has old ones');
    await server.sql('update notifications set ring = null where id = $1', [id]);
    await change(token, 'setChannelPreference(category: "general", channel: IN_APP, isOn: false)');
    expect(await ringOfRow(token, id)).toEqual({ ring: null, reason: null });
  });

  test('comes with it to every device, and by page', async () => {
    const token = candidate('hears');
    await change(token, `setDoNotDisturb(until: "${inAnHour()}")`);
    const stream = await subscribe<{ inboxChanges: { upserted: object[] } }>(
      server.url,
      token,
      'subscription { inboxChanges { upserted { ring } } }',
    );
    await stream.reaches(1);
    await send(server, 'hears');
    await stream.reaches(2);
    expect(stream.events[1]).toEqual({ inboxChanges: { upserted: [{ ring: 'DO_NOT_DISTURB' }] } });
    const { notifications } = await dataOf(
      server.ask<{ notifications: object }>('{ notifications { edges { node { ring } } } }', {}, token),
    );
    expect(notifications).toEqual({ edges: [{ node: { ring: 'DO_NOT_DISTURB' } }] });
  });

  test('fails for no zone that is written down, whoever knows it', async () => {
    const known = ['US/Pacific-New', 'CET', 'IST']; // not to PostgreSQL, or as something else
    for (const zone of [...known, 'Mars/Olympus', '', "'; drop table users; --"]) {
      const user = `lives in ${zone}`;
      await dataOf(server.ask('{ inbox { id } }', {}, candidate(user)));
      await server.sql(`insert into preferences (user_id, time_zone, quiet_hours) values ($1, $2, $3)`, [
        user,
        zone,
        JSON.stringify(everyDay({ from: 1, until: 0 })),
      ]);
      await writeZone(database, zone);
      const { ring } = await ringOfRow(candidate(user), await send(server, user));
      expect([zone, ring]).toEqual([zone, known.includes(zone) ? 'QUIET_HOURS' : 'RANG']);
    }
  });
});
