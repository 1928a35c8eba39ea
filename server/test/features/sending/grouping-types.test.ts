import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dataOf } from '../../support/acts.ts';
import { BILLING, declareCategory, declareType, host } from '../../support/declaring.ts';
import { groupedOf, subject } from '../../support/grouping.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

/** Somebody of whom nobody has heard. */
const newReader = () => {
  const id = `reader-${randomBytes(4).toString('hex')}`;
  return { id, token: candidate(id) };
};
const by = (name: string) => ({ actor: { id: name, name } });

beforeAll(async () => {
  server = await startServer();
  await dataOf(declareCategory(server, BILLING));
  const wording = [
    {
      language: 'EN',
      title: '{count, plural, one {A comment} other {# comments}} on {subject_label}',
      message:
        '{actor_count, plural, offset:2 =1 {{actor_name}} =2 {{actor_name} and {second_actor_name}} one {{actor_name}, {second_actor_name} and one other} other {{actor_name}, {second_actor_name} and # others}} commented.',
    },
    {
      language: 'DE',
      title: '{count, plural, one {Ein Kommentar} other {# Kommentare}} zu {subject_label}',
      message: 'Zuletzt von {actor_name}.',
    },
  ];
  const type = { category: 'billing', wording };
  await dataOf(declareType(server, { ...type, name: 'post_commented', groupMinutes: 30 }));
  await dataOf(declareType(server, { ...type, name: 'post_commented_alone' }));
});

afterAll(() => server.close());

const CREATE = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created }
}`;

const declared = (more: object = {}) => ({
  ...{ type: 'post_commented', title: null, message: null, subject: subject('7') },
  ...by('Ana'),
  ...more,
});

describe('a declared type with a window', () => {
  test('groups by its subject, and words what has grown', async () => {
    const { id: reader, token } = newReader();
    const say = async (name: string) => {
      await dataOf(server.ask(CREATE, { input: { recipientId: reader, ...declared(by(name)) } }, host()));
      const [row] = await groupedOf(server, token);
      return `${row!.title}: ${row!.message}`;
    };
    expect(await say('Ana')).toBe('A comment on Post 7: Ana commented.');
    expect(await say('Ben')).toBe('2 comments on Post 7: Ben and Ana commented.');
    expect(await say('Cleo')).toBe('3 comments on Post 7: Cleo, Ben and one other commented.');
    expect(await say('Dan')).toBe('4 comments on Post 7: Dan, Cleo and 2 others commented.');
    await dataOf(server.ask('mutation { setLanguage(language: DE) { preferences { id } } }', {}, token));
    expect(await say('Ana')).toBe('5 Kommentare zu Post 7: Zuletzt von Ana.');
  });

  test.each([
    ['about another thing', { subject: subject('8') }, 2],
    ['about nothing', { subject: null, title: 'T', message: 'M' }, 2],
    ['of a key of its own', { groupKey: 'own' }, 2],
    ['that asks for something', { actions: [{ id: 'ok', label: 'OK' }] }, 2],
    ['about the same', {}, 1],
    ['of a type without a window', { type: 'post_commented_alone' }, 2],
  ])('an event %s', async (_, more, rows) => {
    const { id: reader, token } = newReader();
    for (const input of [declared(), declared(more)])
      await dataOf(server.ask(CREATE, { input: { recipientId: reader, ...input } }, host()));
    expect(await groupedOf(server, token)).toHaveLength(rows);
  });

  test.each([0, -1, 10_081])('of %s minutes is refused', async (groupMinutes) => {
    const wording = [{ language: 'EN', title: 't', message: 'm' }];
    const { code, errors } = await declareType(server, {
      name: 't',
      category: 'general',
      wording,
      groupMinutes,
    });
    expect(code).toBe('BAD_USER_INPUT');
    expect(JSON.stringify(errors)).toContain('groupMinutes');
  });
});
