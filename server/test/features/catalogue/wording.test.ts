import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf, follow, listOf, markRead, send } from '../../support/acts.ts';
import {
  BILLING,
  declareCategory,
  declareType,
  host,
  PAID,
  PAID_DATA,
  removeCategory,
  removeType,
} from '../../support/declaring.ts';
import { changePreferences } from '../../support/preferences.ts';
import { sendingTo } from '../../support/sending.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
  await declareCategory(server, BILLING);
  await declareType(server, { ...PAID, severity: 'HIGH' });
});

afterAll(() => server.close());

const { create, createMany } = sendingTo(() => server);

const WITHOUT_TEXT = { title: null, message: null };
const paid = (recipientId: string, more: object = {}) => ({
  ...{ recipientId, type: PAID.name, data: PAID_DATA, ...WITHOUT_TEXT, ...more },
});

const inGerman = (token: string) => changePreferences(server, token, 'setLanguage(language: DE)');

const ENGLISH = {
  title: '2 invoices paid',
  message: 'By Kim <b> on 30 Nov 2026.',
  url: '/invoices/a%2Fb',
};
const GERMAN = { title: '2 Rechnungen bezahlt', message: 'Von Kim <b> am 30. Nov. 2026.', url: null };

describe('what is sent without a text', () => {
  test('is read in the language of its reader, at the moment of reading', async () => {
    const token = candidate('reads');
    await send(server, 'reads', paid('reads'));
    expect(await listOf(server, token)).toMatchObject([ENGLISH]);
    await inGerman(token);
    expect(await listOf(server, token)).toMatchObject([GERMAN]);
    const [row] = await server.sql(
      `select title, message, url, facts, wording from notifications where user_id = 'reads'`,
    );
    expect(row).toEqual({ title: '', message: '', url: null, facts: null, wording: expect.any(Number) });
  });

  test('has the category and severity of its type, unless its sender says others', async () => {
    const id = await send(server, 'filed', paid('filed'));
    const other = await send(server, 'filed', paid('filed', { category: 'general', severity: 'LOW' }));
    const rows = await server.sql(
      'select category, severity from notifications where id = any($1) order by seq',
      [[id, other]],
    );
    expect(rows).toEqual([
      { category: 'billing', severity: 'HIGH' },
      { category: 'general', severity: 'LOW' },
    ]);
  });

  test('goes by the clock of its reader', async () => {
    const token = candidate('in Tokyo');
    await send(server, 'in Tokyo', paid('in Tokyo'));
    await changePreferences(server, token, 'setTimeZone(timeZone: "Asia/Tokyo")');
    expect((await listOf(server, token))[0]!.message).toBe('By Kim <b> on 1 Dec 2026.');
  });

  test('is told so by pages, single rows, marks, deltas and live events', async () => {
    const token = candidate('everywhere');
    await dataOf(server.ask('{ viewer { id } }', {}, token));
    await inGerman(token);
    const stream = await follow(server, token);
    const id = await send(server, 'everywhere', paid('everywhere'));
    await stream.reaches(2);
    expect(stream.events[1]!.inboxChanges.upserted).toMatchObject([GERMAN]);
    const single = await server.ask(`{ notification(id: "${id}") { title message url } }`, {}, token);
    expect(single.data).toEqual({ notification: GERMAN });
    const node = await server.ask(
      `{ node(id: "${id}") { ... on Notification { title message url } } }`,
      {},
      token,
    );
    expect(node.data).toEqual({ node: GERMAN });
    expect((await markRead(server, token, id)).data).toMatchObject({ markAsRead: { notification: GERMAN } });
    const delta = await server.ask(
      '{ inboxChanges(afterSeq: 0) { upserted { title message url } } }',
      {},
      token,
    );
    expect(delta.data).toEqual({ inboxChanges: { upserted: [GERMAN] } });
  });

  test('says who did it and what it is about', async () => {
    await declareType(server, {
      ...{ name: 'assigned', category: 'general' },
      wording: [{ language: 'EN', title: '{actor_name}: {subject_label} ({count, number})', message: '-' }],
    });
    const about = { actor: { name: 'Kim' }, subject: { type: 'order', id: '7', label: 'Order 7' } };
    await send(server, 'assignee', { type: 'assigned', ...WITHOUT_TEXT, ...about });
    expect((await listOf(server, candidate('assignee')))[0]!.title).toBe('Kim: Order 7 (1)');
    for (const [missing, less] of [
      ['actor_name', { subject: about.subject, data: { actor_name: 'Kim' } }],
      ['subject_label', { actor: about.actor, subject: { type: 'order', id: '7' } }],
    ] as const) {
      const { code, errors } = await create({
        recipientId: 'assignee',
        type: 'assigned',
        ...WITHOUT_TEXT,
        ...less,
      });
      expect({ code, field: errors![0]!.extensions.field }).toEqual({
        code: 'BAD_USER_INPUT',
        field: missing,
      });
    }
  });

  test('may lead where its sender says', async () => {
    await send(server, 'led', paid('led', { url: '/elsewhere' }));
    expect((await listOf(server, candidate('led')))[0]!.url).toBe('/elsewhere');
  });

  test('comes to many', async () => {
    const { data } = await createMany(
      { ...paid('?'), recipientId: undefined, recipientIds: ['many 1', 'many 2'] },
      host(),
    );
    expect(data).toEqual({ createNotifications: { createdCount: 2 } });
    expect(await listOf(server, candidate('many 2'))).toMatchObject([ENGLISH]);
  });

  test('is the same when it is repeated, also after its words have changed', async () => {
    const once = paid('repeats', { idempotencyKey: 'once' });
    await create(once);
    await declareType(server, {
      ...PAID,
      wording: [{ language: 'EN', title: 'New words', message: '-' }],
      severity: 'HIGH',
    });
    expect((await create(once)).data.createNotification.created).toBe(false);
    expect((await create({ ...once, data: { ...PAID_DATA, n: 3 } })).code).toBe('CONFLICT');
    await declareType(server, { ...PAID, severity: 'HIGH' });
  });
});

describe('what is older than a declaration', () => {
  test('keeps the words of its time, also when the type and its category are gone', async () => {
    const token = candidate('historian');
    const type = { ...PAID, name: 'short_lived', category: 'fleeting' };
    await declareCategory(server, { ...BILLING, name: 'fleeting' });
    await declareType(server, type);
    await send(server, 'historian', paid('historian', { type: type.name }));
    await declareType(server, {
      ...type,
      wording: [{ language: 'EN', title: 'Second words', message: '-' }],
    });
    await send(server, 'historian', paid('historian', { type: type.name }));
    const titles = ['Second words', ENGLISH.title];
    expect((await listOf(server, token)).map(({ title }) => title)).toEqual(titles);
    await removeType(server, type.name);
    await removeCategory(server, 'fleeting');
    expect((await listOf(server, token)).map(({ title }) => title)).toEqual(titles);
    expect((await create(paid('historian', { type: type.name }))).code).toBe('BAD_USER_INPUT');
  });

  test('on a replica that has just started, too', async () => {
    const token = candidate('moves');
    await send(server, 'moves', paid('moves'));
    const other = await startServer({}, server.databaseUrl);
    expect(await listOf(other, token)).toMatchObject([ENGLISH]);
    await other.app.close();
  });
});

test('another replica sends at once what was declared here a moment ago', async () => {
  const other = await startServer({}, server.databaseUrl);
  for (let round = 0; round < 5; round++) {
    const name = `declared_${round}`;
    await declareType(server, { ...PAID, name });
    await send(other, 'quick', paid('quick', { type: name }));
    await send(server, 'quick', paid('quick', { type: name }));
  }
  await other.app.close();
  expect(await listOf(server, candidate('quick'))).toHaveLength(10);
});

test('text that is sent wins, and is not translated', async () => {
  const token = candidate('literal');
  await send(server, 'literal', { type: PAID.name, title: 'Own', message: 'Words', data: PAID_DATA });
  await inGerman(token);
  expect(await listOf(server, token)).toMatchObject([{ title: 'Own', message: 'Words', url: null }]);
});

describe('is refused', () => {
  test.each([
    ['a title alone', { title: 'Title' }, 'message'],
    ['a message alone', { message: 'Message' }, 'title'],
    ['no text of an undeclared type', { type: 'unheard_of' }, 'title'],
    ['a missing argument', { data: { ...PAID_DATA, who: undefined } }, 'who'],
    ['no data at all', { data: null }, 'at'],
    ['a null', { data: { ...PAID_DATA, who: null } }, 'who'],
    ['an object for a text', { data: { ...PAID_DATA, who: {} } }, 'who'],
    ['a text for a number', { data: { ...PAID_DATA, n: '2' } }, 'n'],
    ['a text for a moment', { data: { ...PAID_DATA, at: 'soon' } }, 'at'],
  ])('%s', async (_what, more, field) => {
    const before = await server.sql('select count(*)::int from notifications');
    for (const answer of [
      await create(paid('refused', more)),
      await createMany({ ...paid('?', more), recipientId: undefined, recipientIds: ['refused'] }),
    ])
      expect({ code: answer.code, field: answer.errors![0]!.extensions.field }).toEqual({
        code: 'BAD_USER_INPUT',
        field,
      });
    expect(await server.sql('select count(*)::int from notifications')).toEqual(before);
  });
});

test('hostile arguments are text, of a bounded length', async () => {
  const who = '<img src=x onerror=alert(1)>{n, plural, other {#}}'.repeat(120);
  await send(server, 'target', paid('target', { data: { ...PAID_DATA, who, id: '../../admin' } }));
  const [row] = await listOf(server, candidate('target'));
  expect(row!.message.startsWith('By <img src=x onerror=alert(1)>{n, plural, other {#}}<img')).toBe(true);
  expect([...row!.message]).toHaveLength(4_000);
  expect(row!.url).toBe('/invoices/..%2F..%2Fadmin');
});
