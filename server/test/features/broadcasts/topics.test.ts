import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import {
  addToTopic,
  declareTopic,
  herald,
  named,
  onlySending,
  removeFromTopic,
} from '../../support/broadcasting.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;
const anna = candidate('anna', { email: 'anna@example.com' });

beforeAll(async () => {
  server = await startServer();
  await dataOf(server.ask('{ viewer { id } }', {}, anna));
});

afterAll(() => server.close());

interface Members {
  topicMembers: {
    edges: { node: { userId: string; since: string }; cursor: string }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
const members = (topic: string, variables: object = {}, token = herald()) =>
  server.ask<Members>(
    `query ($topic: String!, $first: Int, $after: String) { topicMembers(topic: $topic, first: $first, after: $after) {
      edges { node { userId since } cursor } pageInfo { hasNextPage endCursor }
    } }`,
    { topic, ...variables },
    token,
  );
const membersOf = async (topic: string) =>
  (await dataOf(members(topic, { first: 100 }))).topicMembers.edges.map(({ node }) => node.userId);

describe('a service', () => {
  test('adds and removes, twice as once, also whom nobody has seen', async () => {
    const added = await dataOf(addToTopic(server, 'course', ['zoe', 'anna', 'zoe', 'ähm']));
    expect(added.addToTopic).toEqual({ topic: 'course', memberCount: 3 });
    expect((await dataOf(addToTopic(server, 'course', ['anna']))).addToTopic!.memberCount).toBe(3);
    expect(await membersOf('course')).toEqual(['anna', 'zoe', 'ähm']); // as bytes compare
    expect(await server.sql(`select user_id from inbox where user_id = 'zoe'`)).toHaveLength(1);
    const removed = await dataOf(removeFromTopic(server, 'course', ['zoe', 'nobody']));
    expect(removed.removeFromTopic).toEqual({ topic: 'course', memberCount: 2 });
    expect((await dataOf(removeFromTopic(server, 'course', ['zoe']))).removeFromTopic!.memberCount).toBe(2);
  });

  test('adds 10,000 at once, and no more', async () => {
    expect((await dataOf(addToTopic(server, 'many', named('many', 10_000)))).addToTopic!.memberCount).toBe(
      10_000,
    );
    expect((await addToTopic(server, 'many', named('many', 10_001))).code).toBe('BAD_USER_INPUT');
    expect((await removeFromTopic(server, 'many', named('many', 10_001))).code).toBe('BAD_USER_INPUT');
  });

  test.each([
    ['no ids', 'hostile', []],
    ['a blank id', 'hostile', ['a', ' ']],
    ['an id with a NUL', 'hostile', ['a', 'b\0']],
    ['an id with a lone surrogate', 'hostile', ['a', '\udc00']],
    ['an id that is too long', 'hostile', ['a', 'x'.repeat(256)]],
    ['an id that is the address of somebody', 'hostile', ['a', 'Anna@Example.com']],
    ['a blank topic', ' ', ['a']],
    ['a topic that is too long', 'x'.repeat(101), ['a']],
    ['a topic with a line break', 'a\nb', ['a']],
    ['a topic with a NUL', 'a\0', ['a']],
  ])('with %s is refused, and nothing has happened', async (_what, topic, userIds) => {
    expect((await addToTopic(server, topic, userIds)).code).toBe('BAD_USER_INPUT');
    expect(
      await server.sql(`select from topics where name in ('hostile', $1)`, [topic.replace('\0', '')]),
    ).toEqual([]);
    expect(await server.sql(`select from users where id = 'a'`)).toEqual([]);
  });

  test('names topics as it likes', async () => {
    for (const topic of ['__proto__', 'constructor', "'; drop table topics --", '通知 🔔', 'TEAM', 'team'])
      expect((await dataOf(addToTopic(server, topic, ['tess']))).addToTopic).toEqual({
        topic,
        memberCount: 1,
      });
    expect(await membersOf('TEAM')).toEqual(['tess']);
  });

  test('adds and removes the same ones from many sides without locking up, and the count is right', async () => {
    const some = named('busy', 300);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        (index % 3 === 2 ? removeFromTopic : addToTopic)(
          server,
          'busy',
          index % 2 ? some : [...some].reverse(),
        ),
      ).map((call) => call.then(({ code }) => expect([undefined, 'NOT_FOUND']).toContain(code))),
    );
    const { addToTopic: after } = await dataOf(addToTopic(server, 'busy', some));
    expect(after).toEqual({ topic: 'busy', memberCount: 300 });
  });

  test('pages through the members; a cursor is of one topic and one caller', async () => {
    await dataOf(addToTopic(server, 'paged', named('paged', 5)));
    const { topicMembers: first } = await dataOf(members('paged', { first: 3 }));
    const { topicMembers: second } = await dataOf(
      members('paged', { first: 3, after: first.pageInfo.endCursor }),
    );
    expect([...first.edges, ...second.edges].map(({ node }) => node.userId)).toEqual(named('paged', 5));
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const after = first.pageInfo.endCursor;
    expect((await members('course', { after })).code).toBe('BAD_USER_INPUT');
    expect((await members('paged', { after }, herald('another'))).code).toBe('BAD_USER_INPUT');
    expect((await members('paged', { first: 101 })).code).toBe('BAD_USER_INPUT');
    expect((await members('nowhere')).code).toBe('NOT_FOUND');
  });

  test('ends a topic', async () => {
    await dataOf(addToTopic(server, 'over', named('over', 3)));
    const remove = () => server.ask('mutation { removeTopic(topic: "over") { topic } }', {}, herald());
    expect((await remove()).data).toEqual({ removeTopic: { topic: 'over' } });
    expect((await remove()).code).toBe('NOT_FOUND');
    expect((await removeFromTopic(server, 'over', ['over-00000'])).code).toBe('NOT_FOUND');
    expect(await server.sql(`select from topic_members where topic = 'over'`)).toEqual([]);
  });
});

test('only services that may, and admins, change topics or see who is in them', async () => {
  for (const token of [anna, onlySending]) {
    expect((await addToTopic(server, 'course', ['a'], token)).code).toBe('FORBIDDEN');
    expect((await removeFromTopic(server, 'course', ['anna'], token)).code).toBe('FORBIDDEN');
    expect((await declareTopic(server, { name: 'course', title: [] }, token)).code).toBe('FORBIDDEN');
    expect((await members('course', {}, token)).code).toBe('FORBIDDEN');
  }
  expect((await members('course', {}, candidate('boss', { role: 'ADMIN' }))).code).toBeUndefined();
});

describe('a reader', () => {
  const TOPIC = 'name title isFollowed';
  const TITLE = [
    { language: 'EN', text: 'News' },
    { language: 'DE', text: 'Neues' },
  ];
  const open = async (token: string) =>
    (await dataOf(server.ask<{ openTopics: object[] }>(`{ openTopics { ${TOPIC} } }`, {}, token))).openTopics;
  const change = (how: 'follow' | 'unfollow', topic: string, token: string) =>
    server.ask<Record<string, { topic: object } | null>>(
      `mutation ($topic: String!) { ${how}Topic(topic: $topic) { topic { ${TOPIC} } } }`,
      { topic },
      token,
    );

  test('sees and follows what is open, in their language, and nothing else', async () => {
    await dataOf(declareTopic(server, { name: 'news', title: TITLE, isOpen: true }));
    await dataOf(declareTopic(server, { name: 'secret', title: TITLE }));
    const lena = candidate('lena');
    await dataOf(server.ask('mutation { setLanguage(language: DE) { preferences { id } } }', {}, lena));
    expect(await open(lena)).toEqual([{ name: 'news', title: 'Neues', isFollowed: false }]);
    expect(await open(anna)).toEqual([{ name: 'news', title: 'News', isFollowed: false }]);
    const followed = { topic: { name: 'news', title: 'Neues', isFollowed: true } };
    for (let count = 0; count < 2; count++)
      expect((await dataOf(change('follow', 'news', lena))).followTopic).toEqual(followed);
    expect(await open(lena)).toEqual([followed.topic]);
    expect(await open(anna)).toEqual([{ name: 'news', title: 'News', isFollowed: false }]);
    expect(await membersOf('news')).toEqual(['lena']);
    for (let count = 0; count < 2; count++)
      expect((await dataOf(change('unfollow', 'news', lena))).unfollowTopic).toEqual({
        topic: { ...followed.topic, isFollowed: false },
      });
    expect(await membersOf('news')).toEqual([]);
  });

  test.each(['secret', 'nowhere', '', 'a\0b', '\ud800', '__proto__', "news' or true --"])(
    'neither follows nor leaves %j: it is not there',
    async (topic) => {
      await dataOf(addToTopic(server, 'secret', ['anna']));
      expect((await change('follow', topic, anna)).code).toBe('NOT_FOUND');
      expect((await change('unfollow', topic, anna)).code).toBe('NOT_FOUND');
      expect(await membersOf('secret')).toEqual(['anna']);
    },
  );

  test('stays in what is closed, and is shown it no more', async () => {
    await dataOf(declareTopic(server, { name: 'closing', title: TITLE, isOpen: true }));
    await dataOf(change('follow', 'closing', anna));
    await dataOf(declareTopic(server, { name: 'closing', title: TITLE, isOpen: false }));
    expect(await membersOf('closing')).toEqual(['anna']);
    expect(JSON.stringify(await open(anna))).not.toContain('closing');
  });

  test('is not shown more than 200', async () => {
    const declare = (number: number) =>
      declareTopic(server, { name: `open ${number}`, title: TITLE, isOpen: true });
    await server.sql(
      `insert into topics (name, title, is_open) select 'before ' || n, $1::jsonb, true from generate_series(1, 190) n`,
      [JSON.stringify(TITLE)],
    );
    const answers = await Promise.all(Array.from({ length: 15 }, (_, number) => declare(number)));
    expect(answers.filter(({ code }) => code === 'BAD_USER_INPUT')).toHaveLength(6); // there was one
    expect(await open(anna)).toHaveLength(200);
    // One that is open already can be renamed.
    await dataOf(
      declareTopic(server, { name: 'news', title: [{ language: 'EN', text: 'Latest' }], isOpen: true }),
    );
  });

  test.each([
    ['no title', { title: [] }],
    ['a title twice in a language', { title: [TITLE[0], TITLE[0]] }],
    ['a blank title', { title: [{ language: 'EN', text: ' ' }] }],
    ['a title that is too long', { title: [{ language: 'EN', text: 'x'.repeat(101) }] }],
    ['a name with a control', { name: 'a\tb' }],
  ])('never meets a topic with %s', async (_what, more) => {
    expect((await declareTopic(server, { name: 'bad', title: TITLE, ...more })).code).toBe('BAD_USER_INPUT');
  });
});
