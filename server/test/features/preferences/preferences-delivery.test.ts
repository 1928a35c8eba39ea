import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Channel, general } from '../../../src/catalogue/category.ts';
import { ChannelChoiceEntity } from '../../../src/preferences/preferences.entities.ts';
import { Database } from '../../../src/platform/postgres/database.ts';
import { deliveryTermsOf } from '../../../src/preferences/delivery-terms.ts';
import { endEmails } from '../../../src/preferences/email-end.ts';
import { everyDay } from '../../../src/preferences/clock/quiet-week.ts';
import { PreferencesReader } from '../../../src/preferences/preferences.reader.ts';
import { send } from '../../support/acts.ts';
import {
  askToChange,
  changePreferences,
  channelsOf,
  EVERYWHERE,
  readPreferences,
  WITHOUT_EMAIL,
} from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { catalogueOf } from '../../support/catalogue.ts';

let server: TestServer;
let database: Database;

beforeAll(async () => {
  server = await startServer();
  database = await Database.connect({ url: server.databaseUrl, poolSize: 2 });
  database.know([ChannelChoiceEntity]);
});

afterAll(async () => {
  await database.close();
  await server.close();
});

const read = (token: string) => readPreferences(server, token);
const ask = (token: string, mutation: string) => askToChange(server, token, mutation);
const change = (token: string, mutation: string) => changePreferences(server, token, mutation);

describe('quiet hours', () => {
  test('are set, kept, moved to another zone and taken away', async () => {
    const token = candidate('quiet');
    const set = await change(
      token,
      'setQuietHours(from: "22:00", until: "07:30", timeZone: "Europe/Berlin")',
    );
    expect(set).toMatchObject({ quietHours: { from: '22:00', until: '07:30' }, timeZone: 'Europe/Berlin' });
    expect(await change(token, 'setQuietHours(from: "00:00", until: "23:59")')).toMatchObject({
      quietHours: { from: '00:00', until: '23:59' },
      timeZone: 'Europe/Berlin',
    });
    expect(await deliveryTermsOf(database, 'quiet')).toEqual({
      ...{ language: 'en', timeZone: 'Europe/Berlin', dndUntil: null },
      quietHours: everyDay({ from: 0, until: 1_439 }),
    });
    const none = { quietHours: null, timeZone: 'Australia/Lord_Howe' };
    expect(await change(token, 'setQuietHours(timeZone: "Australia/Lord_Howe")')).toMatchObject(none);
    expect(await change(token, 'setQuietHours(from: null, until: null)')).toMatchObject(none);
    expect(await read(token)).toMatchObject(none);
  });

  test('are others on some days, as long as whole days', async () => {
    const token = candidate('works');
    const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
    await change(token, 'setQuietHours(from: "20:00", until: "07:00", timeZone: "Europe/Berlin")');
    const set = await change(
      token,
      'setQuietHours(from: "00:00", until: "24:00", weekdays: [SUNDAY, SATURDAY])',
    );
    const nights = { from: '20:00', until: '07:00', weekdays: DAYS };
    const weekend = { from: '00:00', until: '24:00', weekdays: ['SATURDAY', 'SUNDAY'] };
    expect(set).toMatchObject({ quietHours: null, quietWeek: [nights, weekend], timeZone: 'Europe/Berlin' });
    expect(await change(token, 'setQuietHours(weekdays: [SATURDAY, SUNDAY])')).toMatchObject({
      quietWeek: [nights],
    });
    // Midnight has one name.
    const until = (time: string) =>
      change(token, `setQuietHours(from: "20:00", until: "${time}", weekdays: [MONDAY])`);
    expect(await until('24:00')).toEqual(await until('00:00'));
    const none = await change(token, `setQuietHours(weekdays: [${DAYS.join(', ')}])`);
    expect(none).toMatchObject({ quietHours: null, quietWeek: [] });
    expect(await server.sql(`select quiet_hours from preferences where user_id = 'works'`)).toEqual([
      { quiet_hours: null },
    ]);
  });

  test.each([
    ['from: "22:00"', 'until'],
    ['until: "22:00"', 'from'],
    ['from: "22:00", until: null', 'until'],
    ['from: "24:00", until: "07:00"', 'from'],
    ['from: "22:60", until: "07:00"', 'from'],
    ['from: "22:00", until: "7:00"', 'until'],
    ['from: "22:00", until: "07:00:00"', 'until'],
    ['from: "22:00", until: "07:00 "', 'until'],
    ['from: "", until: ""', 'until'],
    ['from: "22:00", until: "22:00"', 'until'],
    ['from: "22:00", until: "07:00", weekdays: []', 'weekdays'],
    [
      'from: "22:00", until: "07:00", weekdays: [MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, MONDAY, MONDAY]',
      'weekdays',
    ],
    ['from: "00:00", until: "24:01"', 'until'],
    ['from: "22:00", until: "07:00", timeZone: "Berlin"', 'timeZone'],
    ['from: "22:00", until: "07:00", timeZone: ""', 'timeZone'],
    ['from: "22:00", until: "07:00", timeZone: "+02:00"', 'timeZone'],
    ['from: "22:00", until: "07:00", timeZone: "Mars/Olympus"', 'timeZone'],
    ['timeZone: "Europe/Berlin\\u0000"', 'timeZone'],
  ])('cannot be %s', async (given, field) => {
    const answer = await ask(candidate('unquiet'), `setQuietHours(${given})`);
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { setQuietHours: null } });
    expect(answer.errors![0]!.extensions.field).toBe(field);
    expect(await read(candidate('unquiet'))).toMatchObject({ quietHours: null, timeZone: 'UTC' });
  });
});

describe('do not disturb', () => {
  const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
  const DAY_MS = 86_400_000;

  test('lasts until its time, and can end before', async () => {
    const token = candidate('busy');
    const until = inMs(6 * DAY_MS);
    expect((await change(token, `setDoNotDisturb(until: "${until}")`)).doNotDisturbUntil).toBe(until);
    expect((await deliveryTermsOf(database, 'busy')).dndUntil).toBe(until);
    expect((await change(token, 'setDoNotDisturb(until: null)')).doNotDisturbUntil).toBeNull();
    expect((await change(token, 'setDoNotDisturb')).doNotDisturbUntil).toBeNull();
  });

  test('is over when its time has come', async () => {
    const token = candidate('was busy');
    await change(token, `setDoNotDisturb(until: "${inMs(60_000)}")`);
    await server.sql(`update preferences set dnd_until = now() where user_id = 'was busy'`);
    expect((await read(token)).doNotDisturbUntil).toBeNull();
  });

  test.each([
    ['the past', () => inMs(-1)],
    ['more than 7 days ahead', () => inMs(7 * DAY_MS + 60_000)],
    ['the far future', () => '+275760-09-13T00:00:00.000Z'],
    ['no time', () => 'tomorrow'],
  ])('cannot last until %s', async (_what, until) => {
    const answer = await ask(candidate('busy never'), `setDoNotDisturb(until: "${until()}")`);
    expect(answer.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
    expect((await read(candidate('busy never'))).doNotDisturbUntil).toBeNull();
  });
});

describe('what is held back', () => {
  /** A notification of the user whose e-mail is held for a day. */
  async function hold(user: string): Promise<string> {
    const id = await send(server, user);
    await server.sql(
      `insert into deliveries (notification_id, channel, user_id, state, due_at)
       values ($1, 'EMAIL', $2, 'HELD', now() + interval '1 day')
       on conflict (notification_id, channel) do update set state = 'HELD', due_at = excluded.due_at`,
      [id, user],
    );
    return id;
  }

  const isDue = async (id: string) =>
    (await server.sql(`select due_at <= now() as due from deliveries where notification_id = $1`, [id]))[0]!
      .due;
  const jobsOf = (user: string) =>
    server.sql(
      `select run_at <= now() as due from graphile_worker.jobs where key = 'email:later:' || $1::text`,
      [user],
    );

  test.each([
    ['quiet hours change', 'setQuietHours(from: null, until: null)'],
    ['do-not-disturb ends early', 'setDoNotDisturb(until: null)'],
  ])('is looked at again at once when %s', async (what, mutation) => {
    const [mine, others] = [await hold(what), await hold(`not ${what}`)];
    await change(candidate(what), mutation);
    expect(await isDue(mine)).toBe(true);
    expect(await jobsOf(what)).toEqual([{ due: true }]);
    expect(await isDue(others)).toBe(false);
    expect(await jobsOf(`not ${what}`)).toEqual([]);
  });

  test('costs no job where there is nothing', async () => {
    await send(server, 'holds nothing');
    await change(candidate('holds nothing'), 'setDoNotDisturb(until: null)');
    expect(await jobsOf('holds nothing')).toEqual([]);
  });
});

test('an e-mail is written by the terms of its reader, or the defaults', async () => {
  const defaults = { language: 'en', timeZone: 'UTC', quietHours: null, dndUntil: null };
  expect(await deliveryTermsOf(database, 'nobody')).toEqual(defaults);
  await change(candidate('speaks'), 'setLanguage(language: DE)');
  expect(await deliveryTermsOf(database, 'speaks')).toEqual({ ...defaults, language: 'de' });
});

test('a critical category comes by every channel, however it is declared', async () => {
  await read(candidate('warned'));
  const channels = { ...general.channels, [Channel.EMAIL]: false };
  const category = { ...general, name: 'alarm', isCritical: true, channels };
  const catalogue = catalogueOf(category);
  const reader = new PreferencesReader(database, catalogue, { isSetUp: true, afterMinutes: 10 }, [
    Channel.IN_APP,
    Channel.EMAIL,
  ]);
  expect((await reader.read('warned')).categories[0]).toMatchObject({
    category: 'alarm',
    channels: EVERYWHERE,
  });
});

test('unsubscribing turns e-mail off for categories, but never for critical ones', async () => {
  const token = candidate('unsubscribes');
  await read(token);
  const catalogue = catalogueOf();
  for (const _twice of [1, 2])
    await endEmails(database, 'unsubscribes', ['general', 'account', 'meals', 'general'], catalogue);
  const preferences = await read(token);
  expect(channelsOf(preferences, 'general')).toEqual(WITHOUT_EMAIL);
  expect(channelsOf(preferences, 'meals')).toEqual(WITHOUT_EMAIL);
  expect(channelsOf(preferences, 'account')).toEqual(EVERYWHERE);
  expect(
    await server.sql(`select from channel_choices where category = 'account' and user_id = 'unsubscribes'`),
  ).toEqual([]);
});

test('unsubscribing is a change that devices find, even when nobody tells them', async () => {
  await read(candidate('quietly'));
  const reader = new PreferencesReader(database, catalogueOf(), { isSetUp: true, afterMinutes: 10 }, []);
  const revisions = new Set<unknown>();
  for (const categories of [[], ['general'], ['general']]) {
    await endEmails(database, 'quietly', categories, catalogueOf());
    const { revision } = await reader.read('quietly');
    expect((await reader.revisions(['quietly', 'nobody'])).get('quietly') ?? null).toBe(revision);
    revisions.add(revision);
  }
  expect(revisions.size).toBe(3);
});
