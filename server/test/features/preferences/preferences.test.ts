import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { send, submit } from '../../support/acts.ts';
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

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_AFTER_MINUTES: '15' });
});

afterAll(() => server.close());

const read = (token: string) => readPreferences(server, token);
const ask = (token: string, mutation: string) => askToChange(server, token, mutation);
const change = (token: string, mutation: string) => changePreferences(server, token, mutation);

test('whoever has chosen nothing has the defaults', async () => {
  const preferences = await read(candidate('new', { email: 'new@example.com' }));
  const terms = { emailAfterMinutes: 15, isCritical: false, channels: EVERYWHERE };
  const critical = { ...terms, isCritical: true, channels: EVERYWHERE };
  expect(preferences).toEqual({
    id: expect.any(String),
    language: 'EN',
    isLanguageChosen: false,
    timeZone: 'UTC',
    isTimeZoneChosen: false,
    quietHours: null,
    quietWeek: [],
    digestHour: 8,
    digestWeekday: 'MONDAY',
    doNotDisturbUntil: null,
    hasEmailAddress: true,
    categories: [
      { category: 'applications', title: 'Applications', ...terms },
      { category: 'general', title: 'General', ...terms },
      { category: 'account', title: 'Account and security', ...critical },
    ],
    mutedApplications: [],
  });
  expect(await server.sql(`select from preferences where user_id = 'new'`)).toEqual([]);
});

test('an e-mail takes an address and a server that sends it', async () => {
  expect((await read(candidate('without address'))).hasEmailAddress).toBe(false);
  const withAddress = candidate('with address', { email: 'with@example.com' });
  expect((await read(withAddress)).hasEmailAddress).toBe(true);
  const without = await startServer({}, server.databaseUrl);
  const { hasEmailAddress } = await readPreferences(without, withAddress);
  await without.app.close();
  expect(hasEmailAddress).toBe(false);
});

describe('channels', () => {
  const SET = (isOn: boolean | null, category = 'applications', channel = 'EMAIL') =>
    `setChannelPreference(category: "${category}", channel: ${channel}, isOn: ${isOn})`;

  test('one is switched off, on again, and back to the default, each twice', async () => {
    const token = candidate('chooses');
    for (const isOn of [false, true, false, null]) {
      for (const _twice of [1, 2]) {
        const changed = await change(token, SET(isOn));
        expect(channelsOf(changed, 'applications')).toEqual(isOn === false ? WITHOUT_EMAIL : EVERYWHERE);
        expect(channelsOf(changed, 'general')).toEqual(EVERYWHERE);
        expect(await read(token)).toEqual(changed);
      }
    }
    expect(await server.sql(`select from channel_choices where user_id = 'chooses'`)).toEqual([]);
  });

  test('a reset takes back every choice and nothing else', async () => {
    const token = candidate('resets');
    await change(token, SET(false));
    await change(token, SET(false, 'general', 'IN_APP'));
    await change(token, SET(false, 'made up'));
    const before = await change(
      token,
      'setQuietHours(from: "22:00", until: "07:00", timeZone: "Asia/Kolkata")',
    );
    expect(channelsOf(before, 'made up')![1]!.isOn).toBe(false);
    const after = await change(token, 'resetPreferences');
    expect(after.quietHours).toMatchObject({ from: '22:00', until: '07:00' });
    expect(after.categories.map(({ channels }) => channels)).toEqual([EVERYWHERE, EVERYWHERE, EVERYWHERE]);
    expect(await change(token, 'resetPreferences')).toEqual(after);
  });

  test.each(['IN_APP', 'EMAIL'])('critical ones cannot be chosen away on %s', async (channel) => {
    const token = candidate('critical');
    for (const isOn of [false, true, null]) {
      const answer = await ask(token, SET(isOn, 'account', channel));
      expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { setChannelPreference: null } });
      expect(answer.errors![0]!.extensions.field).toBe('category');
    }
    // Also not by what was chosen before it was declared critical.
    await read(token);
    await server.sql(
      `insert into channel_choices values ('critical', 'account', $1, false)
      on conflict do nothing`,
      [channel],
    );
    expect(channelsOf(await read(token), 'account')).toEqual(EVERYWHERE);
  });

  test.each([
    ['blank', ' '],
    ['too long', 'x'.repeat(101)],
    ['of two lines', 'a\\nb'],
    ['with a NUL', 'a\\u0000b'],
  ])('a category that is %s is refused', async (_what, category) => {
    const answer = await ask(candidate('names'), SET(false, category));
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect(await server.sql(`select from channel_choices where user_id = 'names'`)).toEqual([]);
  });

  test('choices are about 200 categories at most', async () => {
    const token = candidate('many');
    await read(token);
    await server.sql(`insert into channel_choices select 'many', 'c' || n, 'EMAIL', false
      from generate_series(1, 200) n`);
    const answer = await ask(token, SET(false, 'one more'));
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(answer.errors![0]!.message).toContain('200');
    await change(token, SET(false, 'c7', 'IN_APP'));
    await change(token, SET(null, 'c8'));
    await change(token, SET(false, 'one more'));
  });

  test('those that somebody made up are listed by name after the declared ones', async () => {
    const token = candidate('listed');
    await send(server, 'listed', { category: 'zoo' });
    await send(server, 'listed', { category: 'billing' });
    const { categories } = await change(token, SET(false, 'meals'));
    expect(categories.map(({ category }) => category)).toEqual([
      'applications',
      'general',
      'account',
      'billing',
      'meals',
      'zoo',
    ]);
    expect(categories.at(-1)).toMatchObject({ title: 'Zoo', isCritical: false, channels: EVERYWHERE });
  });

  test('what was switched off is not planned as an e-mail any more', async () => {
    const token = candidate('switched', { email: 'switched@example.com' });
    await read(token);
    const planned = () => server.sql(`select from deliveries where user_id = 'switched'`);
    await send(server, 'switched');
    expect(await planned()).toHaveLength(1);
    await change(token, SET(false, 'general'));
    await send(server, 'switched');
    expect(await planned()).toHaveLength(1);
  });
});

test('titles are in the language that the reader chose', async () => {
  const token = candidate('speaks');
  const { language, categories } = await change(token, 'setLanguage(language: DE)');
  expect({ language, title: categories[0]!.title }).toEqual({ language: 'DE', title: 'Bewerbungen' });
  expect(await read(token)).toMatchObject({ language: 'DE', isLanguageChosen: true });
  const english = await change(token, 'setLanguage(language: EN)');
  expect(english).toMatchObject({ language: 'EN', isLanguageChosen: true });
  expect(english.categories[0]!.title).toBe('Applications');
});

test('a category that nobody declared has a name for programs and a title for readers', async () => {
  const token = candidate('reads');
  for (const category of ['billing_reminders', 'security.alerts']) await send(server, 'reads', { category });
  const { categories } = await change(token, 'setLanguage(language: DE)');
  expect(categories.slice(3).map(({ category, title }) => [category, title])).toEqual([
    ['billing_reminders', 'Billing reminders'],
    ['security.alerts', 'Security alerts'],
  ]);
});

describe('the time zone', () => {
  test('is chosen with quiet hours or without, and it is told whether it was', async () => {
    const token = candidate('travels');
    const none = { timeZone: 'UTC', isTimeZoneChosen: false };
    expect(await read(token)).toMatchObject(none);
    expect(await change(token, 'setLanguage(language: DE)')).toMatchObject(none);
    expect(await change(token, 'setQuietHours(from: "22:00", until: "07:00")')).toMatchObject(none);
    for (const timeZone of ['Europe/Berlin', 'Asia/Kolkata', 'UTC'])
      for (const _twice of [1, 2])
        expect(await change(token, `setTimeZone(timeZone: "${timeZone}")`)).toMatchObject({
          ...{ timeZone, isTimeZoneChosen: true },
          quietHours: { from: '22:00', until: '07:00' },
        });
    const other = candidate('travels with quiet hours');
    expect(
      await change(other, 'setQuietHours(from: "22:00", until: "07:00", timeZone: "UTC")'),
    ).toMatchObject({ timeZone: 'UTC', isTimeZoneChosen: true });
  });

  test.each([
    'Etc/Unknown',
    'Mars/Olympus',
    'Berlin',
    '+02:00',
    '02:00',
    'localtime',
    '',
    ' ',
    'Europe/Berlin ',
    'Europe/Berlin\\n',
    'x'.repeat(101),
  ])('is not %j', async (timeZone) => {
    const token = candidate('nowhere');
    const answer = await ask(token, `setTimeZone(timeZone: "${timeZone}")`);
    expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { setTimeZone: null } });
    expect(answer.errors![0]!.extensions.field).toBe('timeZone');
    expect(await read(token)).toMatchObject({ timeZone: 'UTC', isTimeZoneChosen: false });
  });
});

test('their id finds them again, however often it is asked', async () => {
  const token = candidate('found');
  const { id } = await read(token);
  // A document that keeps coming is compiled.
  for (let times = 0; times < 6; times++) {
    const { data } = await server.ask('query ($id: ID!) { node(id: $id) { __typename id } }', { id }, token);
    expect(data).toEqual({ node: { __typename: 'Preferences', id } });
  }
});

describe('preferences of others', () => {
  test('are shown to nobody, also not by their id', async () => {
    const [mine, theirs] = [await read(candidate('me')), await read(candidate('they'))];
    expect(mine.id).not.toBe(theirs.id);
    const node = (id: string) =>
      server.ask(
        'query ($id: ID!) { node(id: $id) { __typename id ... on Preferences { timeZone } } }',
        { id },
        candidate('me'),
      );
    expect((await node(mine.id)).data).toEqual({
      node: { __typename: 'Preferences', id: mine.id, timeZone: 'UTC' },
    });
    expect((await node(theirs.id)).data).toEqual({ node: null });
  });

  test('do not change with mine', async () => {
    const theirs = await submit(server, 'untouched', 'decides');
    await change(
      candidate('untouched'),
      'setChannelPreference(category: "meals", channel: EMAIL, isOn: false)',
    );
    const before = await change(candidate('untouched'), `muteApplication(id: "${theirs}")`);
    const id = await submit(server, 'touches', 'decides');
    for (const mutation of [
      'setChannelPreference(category: "general", channel: EMAIL, isOn: false)',
      'setQuietHours(from: "22:00", until: "07:00", timeZone: "Europe/Berlin")',
      'setLanguage(language: DE)',
      'setTimeZone(timeZone: "Asia/Tokyo")',
      `muteApplication(id: "${id}")`,
      `unmuteApplication(id: "${id}")`,
      'resetPreferences',
    ])
      await change(candidate('touches'), mutation);
    expect(await read(candidate('untouched'))).toEqual(before);
  });
});
