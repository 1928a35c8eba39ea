import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  BILLING,
  declareCategory,
  declareType,
  host,
  PAID,
  removeCategory,
  removeType,
} from '../../support/declaring.ts';
import { changePreferences, channelsOf, EVERYWHERE, readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, mint, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer({ SMTP_URL: 'smtp://127.0.0.1:1' });
});

afterAll(() => server.close());

const categoryOf = async (name: string, token = candidate('reader'), on = server) =>
  (await readPreferences(on, token)).categories.find(({ category }) => category === name);

const wordingsOf = (type: string) =>
  server.sql<{ id: number }>('select id from wordings where type = $1 order by id', [type]);

describe('a category', () => {
  test('is in everybody’s preferences at once, in their language', async () => {
    const answer = await declareCategory(server, { ...BILLING, channels: ['IN_APP'], emailAfterMinutes: 3 });
    expect(answer.data).toEqual({ declareCategory: { name: 'billing' } });
    const token = candidate('speaks German');
    await changePreferences(server, token, 'setLanguage(language: DE)');
    expect(await categoryOf('billing', token)).toEqual({
      ...{ category: 'billing', title: 'Rechnungen', isCritical: false, emailAfterMinutes: 3 },
      channels: EVERYWHERE.map(({ channel }) => ({
        channel,
        isOn: channel === 'IN_APP',
        isDefault: true,
        pace: 'NOW',
      })),
    });
    expect((await categoryOf('billing'))!.title).toBe('Billing');
  });

  test('without the reader’s language and English has its first', async () => {
    await declareCategory(server, { name: 'german', title: [{ language: 'DE', text: 'Nur deutsch' }] });
    expect((await categoryOf('german'))!.title).toBe('Nur deutsch');
  });

  test('keeps its place when it is declared anew', async () => {
    const before = (await readPreferences(server, candidate('reader'))).categories.map(
      ({ category }) => category,
    );
    await declareCategory(server, { ...BILLING, isCritical: true });
    const { categories } = await readPreferences(server, candidate('reader'));
    expect(categories.map(({ category }) => category)).toEqual(before);
    expect(before.slice(0, 3)).toEqual(['applications', 'general', 'account']);
    expect((await categoryOf('billing'))!.isCritical).toBe(true);
    await declareCategory(server, BILLING);
  });

  test('that is removed is one that was never declared', async () => {
    await declareCategory(server, { ...BILLING, name: 'short_lived' });
    const token = candidate('chose');
    await changePreferences(
      server,
      token,
      'setChannelPreference(category: "short_lived", channel: EMAIL, isOn: false)',
    );
    expect((await removeCategory(server, 'short_lived')).errors).toBe(undefined);
    expect(await categoryOf('short_lived')).toBe(undefined);
    expect((await categoryOf('short_lived', token))!.title).toBe('Short lived');
    expect((await removeCategory(server, 'short_lived')).code).toBe('NOT_FOUND');
  });

  test.each([
    ['of no language', { title: [] }, 'title'],
    ['of a language twice', { title: [BILLING.title[0], BILLING.title[0]] }, 'title'],
    ['with a blank title', { title: [{ language: 'EN', text: ' ' }] }, 'title'],
    ['with a long title', { title: [{ language: 'EN', text: 'x'.repeat(101) }] }, 'title'],
    ['with a long name', { name: 'x'.repeat(101) }, 'name'],
    ['with a blank name', { name: '' }, 'name'],
    ['with e-mails after two days', { emailAfterMinutes: 2_880 }, 'emailAfterMinutes'],
    ['with e-mails before', { emailAfterMinutes: -1 }, 'emailAfterMinutes'],
  ])('%s is refused', async (_what, more, field) => {
    const { code, errors } = await declareCategory(server, { ...BILLING, ...more });
    expect({ code, field: errors![0]!.extensions.field }).toEqual({ code: 'BAD_USER_INPUT', field });
  });
});

describe('a type', () => {
  beforeAll(async () => {
    await declareCategory(server, BILLING);
  });

  test('twice is once, and other words are a version beside the first', async () => {
    for (const _twice of [1, 2])
      expect((await declareType(server, PAID)).data.declareType).toEqual({ name: PAID.name });
    const [first, ...others] = await wordingsOf(PAID.name);
    expect(others).toEqual([]);
    await declareType(server, { ...PAID, wording: [{ language: 'EN', title: 'Paid', message: 'Really.' }] });
    await declareType(server, PAID);
    expect(await wordingsOf(PAID.name)).toHaveLength(2);
    const [{ wording } = {}] = await server.sql(`select wording from declared_types where name = $1`, [
      PAID.name,
    ]);
    expect(wording).toBe(first!.id);
  });

  test('has its required arguments written down', async () => {
    const [row] = await server.sql('select arguments from wordings where type = $1 order by id', [PAID.name]);
    expect(row!.arguments).toEqual([
      { name: 'at', kind: 'DATE' },
      { name: 'id', kind: 'TEXT' },
      { name: 'n', kind: 'NUMBER' },
      { name: 'who', kind: 'TEXT' },
    ]);
  });

  test('holds its category, until it is removed', async () => {
    expect((await removeCategory(server, 'billing')).code).toBe('CONFLICT');
    expect((await removeType(server, PAID.name)).errors).toBe(undefined);
    expect((await removeType(server, PAID.name)).code).toBe('NOT_FOUND');
    expect((await removeCategory(server, 'billing')).errors).toBe(undefined);
    await declareCategory(server, BILLING);
    expect(await wordingsOf(PAID.name)).toHaveLength(2);
  });

  const worded = (more: object) => ({
    wording: [{ language: 'EN', title: 'Title', message: 'Message', ...more }],
  });

  test.each([
    ['of a category that nobody declared', { category: 'nowhere' }, 'category'],
    ['of no language', { wording: [] }, 'wording'],
    ['of a language twice', { wording: [PAID.wording[0], PAID.wording[0]] }, 'wording'],
    ['that does not parse', worded({ title: '{n, plural}' }), 'wording.title'],
    ['whose e-mail does not parse', worded({ emailSubject: '{' }), 'wording.emailSubject'],
    ['with a blank message', worded({ message: ' ' }), 'wording.message'],
    ['that is too long', worded({ message: 'x'.repeat(4_001) }), 'wording.message'],
    [
      'that goes too deep',
      worded({ message: `${'{a,select,other{'.repeat(200)}${'}}'.repeat(200)}` }),
      'wording.message',
    ],
    ['of too many pieces', worded({ message: '{a}'.repeat(201) }), 'wording.message'],
    ['with an unsafe link', worded({ url: 'javascript:alert(1)' }), 'wording.url'],
    ['with a blank name', { name: ' ' }, 'name'],
  ])('%s is refused', async (_what, more, field) => {
    const { code, errors } = await declareType(server, { ...PAID, ...more });
    expect({ code, field: errors?.[0]?.extensions.field }).toEqual({ code: 'BAD_USER_INPUT', field });
  });
});

describe('the built-in ones', () => {
  test.each(['general', 'account', 'applications'])('%s are nobody else’s', async (name) => {
    expect((await declareCategory(server, { ...BILLING, name })).code).toBe('CONFLICT');
    expect((await removeCategory(server, name)).code).toBe('CONFLICT');
  });

  test('neither are their types', async () => {
    expect(
      (await declareType(server, { ...PAID, name: 'application_approved', category: 'general' })).code,
    ).toBe('CONFLICT');
    expect((await removeType(server, 'application_approved')).code).toBe('CONFLICT');
  });

  test('but others’ types may be filed under them', async () => {
    expect((await declareType(server, { ...PAID, name: 'filed', category: 'account' })).errors).toBe(
      undefined,
    );
  });
});

describe('only a service that may, or an admin', () => {
  test.each([
    ['a service that may only send', service()],
    ['a candidate', candidate('reader')],
  ])('%s is refused', async (_who, token) => {
    expect((await declareCategory(server, BILLING, token)).code).toBe('FORBIDDEN');
    expect((await declareType(server, PAID, token)).code).toBe('FORBIDDEN');
    expect((await removeCategory(server, 'billing', token)).code).toBe('FORBIDDEN');
    expect((await removeType(server, PAID.name, token)).code).toBe('FORBIDDEN');
  });

  test('an admin declares', async () => {
    const admin = mint({ sub: 'root', role: 'ADMIN' });
    expect((await declareCategory(server, { ...BILLING, name: 'by admin' }, admin)).errors).toBe(undefined);
    expect((await declareCategory(server, { ...BILLING, name: 'by admin' }, host())).errors).toBe(undefined);
  });
});

test('another replica knows within five seconds, and one that starts at once', async () => {
  const other = await startServer({}, server.databaseUrl);
  await declareCategory(server, { ...BILLING, name: 'told' });
  await until(() => categoryOf('told', candidate('reader'), other), { timeoutMs: 10_000 });
  await other.app.close();
  const later = await startServer({}, server.databaseUrl);
  expect((await categoryOf('told', candidate('reader'), later))!.title).toBe('Billing');
  expect(channelsOf(await readPreferences(later, candidate('reader')), 'told')).toEqual(EVERYWHERE);
  await later.app.close();
});

test('200 categories are the most', async () => {
  const [{ count } = { count: 0 }] = await server.sql<{ count: number }>(
    'select count(*)::int from declared_categories',
  );
  await server.sql(
    `insert into declared_categories (name, title, channels, is_critical, source)
     select 'filler ' || n, '[{"language":"en","text":"x"}]', '{}', false, 'API' from generate_series(1, $1) n`,
    [199 - count],
  );
  expect((await declareCategory(server, { ...BILLING, name: 'the 200th' })).errors).toBe(undefined);
  expect((await declareCategory(server, { ...BILLING, name: 'the 201st' })).code).toBe('BAD_USER_INPUT');
  expect((await declareCategory(server, BILLING)).errors).toBe(undefined);
  expect((await readPreferences(server, candidate('reader'))).categories).toHaveLength(200);
});

test('2,000 types are the most', async () => {
  const [{ count } = { count: 0 }] = await server.sql<{ count: number }>(
    'select count(*)::int from declared_types',
  );
  await server.sql(
    `insert into declared_types (name, category, severity, wording, source)
     select 'filler ' || n, 'general', 'NORMAL', (select min(id) from wordings), 'API' from generate_series(1, $1) n`,
    [2_000 - count],
  );
  expect((await declareType(server, { ...PAID, name: 'the 2,001st' })).code).toBe('BAD_USER_INPUT');
  expect((await declareType(server, { ...PAID, name: 'filed', category: 'account' })).errors).toBe(undefined);
});
