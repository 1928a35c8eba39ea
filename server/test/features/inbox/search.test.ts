import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actOnAll, dataOf, listOf, send } from '../../support/acts.ts';
import { declareCategory, declareType, BILLING, PAID, PAID_DATA } from '../../support/declaring.ts';
import { comment } from '../../support/grouping.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

let server: TestServer;

beforeAll(async () => (server = await startServer()));
afterAll(() => server.close());

const found = async (userId: string, search: string, more: object = {}): Promise<string[]> =>
  (await listOf(server, candidate(userId), { search, ...more })).map(({ title }) => title);

const unreadCount = async (userId: string, filter: object): Promise<number> => {
  const text = 'query ($filter: NotificationFilter) { unreadCount(filter: $filter) }';
  const data = await dataOf(server.ask<{ unreadCount: number }>(text, { filter }, candidate(userId)));
  return data.unreadCount;
};

/** Until the words of all that was sent are there. */
const taken = () =>
  until(async () => {
    const [left] = await server.sql<{ count: number }>(
      `select (select count(*) from stale_words)::int + count(*)::int as count from notifications n
       where not exists (select from notification_words w where w.notification_id = n.id)`,
    );
    return left!.count === 0;
  });

describe('a search finds', () => {
  beforeAll(async () => {
    await send(server, 'finder', {
      title: 'Crème brûlée für Straßen',
      message: 'The applications were rejected: 50% & more',
    });
    await send(server, 'finder', {
      title: 'Second',
      message: 'Applied for “it’s”',
      actor: { name: 'Zoë Ångström' },
      subject: { type: 'course', id: '1', label: 'Woodworking 4711-A' },
    });
    await send(server, 'finder', { title: 'مرحبا بالعالم', message: '通知中心 🎉' });
    await taken();
  });

  test.each([
    ['a word', 'second', 'Second'],
    ['its beginning', 'SEC', 'Second'],
    ['one letter', 'w', 'Crème brûlée für Straßen|Second'],
    ['another form of it', 'application', 'Crème brûlée für Straßen'],
    ['another form of it, by its stem', 'rejecting', 'Crème brûlée für Straßen'],
    ['what has accents, without', 'creme brulee', 'Crème brûlée für Straßen'],
    ['what has none, with them', 'Sécônd', 'Second'],
    ['a sharp s', 'STRASSEN', 'Crème brûlée für Straßen'],
    ['who did it', 'angstrom zoe', 'Second'],
    ['what it is about', '"wood" 4711', 'Second'],
    ['all words, wherever they are', 'it zo sec wood', 'Second'],
    ['not some of the words', 'second brulee', ''],
    ['numbers among signs', "50%&'!:*(|", 'Crème brûlée für Straßen'],
    ['what runs from right to left', 'بالعا', 'مرحبا بالعالم'],
    ['what has no spaces', '中心', 'مرحبا بالعالم'],
    ['a picture', '🎉', 'مرحبا بالعالم'],
    ['nothing by signs alone', "':*!&|()<->\\", ''],
    ['nothing by a long word', 'a'.repeat(200), ''],
    ['nothing by many words', 'q z '.repeat(50), ''],
    ['nothing that is inside a word', 'cond', ''],
    ['nothing by how words are kept', 'finder~appli', ''],
  ])('%s', async (_what, search, titles) => {
    expect((await found('finder', search)).toSorted().join('|')).toBe(titles);
  });

  test.each([
    ['nothing to see', ' '],
    ['nothing at all', ''],
    ['a NUL', 'a\0'],
    ['half a character', '\ud800'],
    ['201 characters', 'a'.repeat(201)],
  ])('and refuses %s', async (_what, search) => {
    const { errors } = await server.ask(
      'query ($s: String) { notifications(filter: { search: $s }) { edges { node { id } } } }',
      { s: search },
      candidate('finder'),
    );
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'search' } });
  });

  test('only what is the reader’s', async () => {
    await send(server, 'stranger', { title: 'Second of a stranger' });
    await taken();
    expect(await found('finder', 'second')).toEqual(['Second']);
    expect(await found('stranger', 'second')).toEqual(['Second of a stranger']);
  });
});

describe('what is found', () => {
  test('is there within seconds, is others once it has grown, and nothing once it is deleted', async () => {
    const id = await comment(server, 'grower', { title: 'Alpha' });
    await until(async () => (await found('grower', 'alpha')).length === 1, { timeoutMs: 5_000 });
    expect(await comment(server, 'grower', { title: 'Beta' })).toBe(id);
    await until(async () => (await found('grower', 'beta')).length === 1, { timeoutMs: 5_000 });
    expect(await found('grower', 'alpha')).toEqual([]);
    await server.ask(
      'mutation ($ids: [ID!]!) { deleteNotifications(ids: $ids) { affectedCount } }',
      { ids: [id] },
      candidate('grower'),
    );
    expect(await found('grower', 'beta')).toEqual([]);
  });

  test('is what a declared type says in the language of its reader', async () => {
    await declareCategory(server, BILLING);
    await declareType(server, PAID);
    await send(server, 'polyglot', { type: PAID.name, title: null, message: null, data: PAID_DATA });
    await taken();
    expect(await found('polyglot', 'invoice')).toHaveLength(1);
    await server.ask(
      'mutation { setLanguage(language: DE) { preferences { id } } }',
      {},
      candidate('polyglot'),
    );
    await until(async () => (await found('polyglot', 'rechnung')).length === 1);
    expect(await found('polyglot', 'invoice')).toEqual([]);
  });

  test('is narrowed by all the rest of a filter, counted, and acted upon', async () => {
    for (const [title, severity] of [
      ['Report one', 'HIGH'],
      ['Report two', 'NORMAL'],
      ['Other', 'HIGH'],
    ])
      await send(server, 'narrow', { title, severity });
    await taken();
    expect(await found('narrow', 'rep', { severities: ['HIGH'] })).toEqual(['Report one']);
    expect(await unreadCount('narrow', { search: 'report' })).toBe(2);
    const { data } = await actOnAll(server, candidate('narrow'), {
      act: 'ARCHIVE',
      filter: { search: 'report' },
      upToSeq: 3,
    });
    expect(data.actOnAll.affectedCount).toBe(2);
    expect(await found('narrow', 'report')).toEqual([]);
    expect(await found('narrow', 'report', { state: 'ARCHIVED' })).toEqual(['Report two', 'Report one']);
    expect(await found('narrow', 'other')).toEqual(['Other']);
  });

  test('is bounded by when it was saved', async () => {
    const before = new Date().toISOString();
    await send(server, 'timely', { title: 'Timely' });
    const list = (filter: object) => listOf(server, candidate('timely'), filter);
    expect(await list({ since: before })).toHaveLength(1);
    expect(await list({ until: before })).toEqual([]);
    expect(await list({ since: '9999-01-01T00:00:00Z' })).toEqual([]);
    expect(await unreadCount('timely', { until: before })).toBe(0);
  });
});

describe('pages of what is found', () => {
  const ROWS = 2_600;
  const PAGE = `query ($first: Int, $after: String, $last: Int, $before: String, $search: String) {
    notifications(first: $first, after: $after, last: $last, before: $before, filter: { search: $search }) {
      edges { node { seq } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    }
  }`;
  type Page = {
    notifications: {
      edges: { node: { seq: number } }[];
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
    };
  };
  const page = async (variables: object) => {
    const { notifications } = await dataOf(server.ask<Page>(PAGE, variables, candidate('pager')));
    return { seqs: notifications.edges.map(({ node }) => node.seq), ...notifications.pageInfo };
  };

  // More than are looked through row by row, with one word in all, one in the newest and one in some.
  beforeAll(async () => {
    const id = await send(server, 'pager', { title: 'Common rare', message: 'x' });
    await server.sql(
      `with n as materialized (select * from notifications where id = $1)
       insert into notifications (id, user_id, seq, change_seq, service, type, category, title, message)
       select (left(n.id::text, 24) || lpad(to_hex(s), 12, '0'))::uuid, n.user_id, s, s, n.service, n.type, n.category,
         'Common' || case when s % 100 = 0 then ' seldom' else '' end, 'x'
       from n, generate_series(2, ${ROWS}) s`,
      [id],
    );
    await server.sql(
      `update inbox set seq = ${ROWS}, unread = ${ROWS}, unseen = ${ROWS} where user_id = 'pager'`,
    );
    await taken();
  });

  test.each([
    ['common', 1],
    ['com', 1],
    ['seldom', 100],
    ['rare', ROWS],
  ])('are in order and whole in both directions: %s', async (search, step) => {
    const all = Array.from({ length: ROWS }, (_, index) => ROWS - index);
    const expected = search === 'rare' ? [1] : all.filter((seq) => seq % step === 0);
    const seen: number[] = [];
    let at = await page({ search, first: 100 });
    for (; ; at = await page({ search, first: 100, after: at.endCursor })) {
      seen.push(...at.seqs);
      if (!at.hasNextPage) break;
    }
    expect(seen).toEqual(expected);
    const back: number[] = [];
    for (
      at = await page({ search, last: 100 });
      ;
      at = await page({ search, last: 100, before: at.startCursor })
    ) {
      back.unshift(...at.seqs);
      if (!at.hasPreviousPage) break;
    }
    expect(back).toEqual(expected);
  });
});

test('a user whose words begin like another’s finds none of them', async () => {
  await send(server, 'twin', { title: 'Twin' });
  await taken();
  await server.sql(`update notification_words set words = (select words from notification_words where user_id = 'twin')
    where user_id = 'stranger'`);
  expect(await found('twin', 'twin')).toEqual(['Twin']);
  expect(await found('stranger', 'stranger')).toEqual([]);
});
