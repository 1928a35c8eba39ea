import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dataOf, submit } from '../../support/acts.ts';
import { askToChange, changePreferences, readPreferences } from '../../support/preferences.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, instructor } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const read = (token: string) => readPreferences(server, token);
const ask = (token: string, mutation: string) => askToChange(server, token, mutation);
const change = (token: string, mutation: string) => changePreferences(server, token, mutation);

const isMuted = async (id: string, token: string) =>
  (await dataOf(server.ask('query ($id: ID!) { application(id: $id) { isMuted } }', { id }, token)))
    .application;

test('is for each of its parties by themselves, and may be done twice', async () => {
  const [token, decides] = [candidate('mutes'), instructor('decides')];
  const first = await submit(server, 'mutes', 'decides', 'First');
  const second = await submit(server, 'mutes', 'decides', 'Second');
  for (const id of [first, second, first]) await change(token, `muteApplication(id: "${id}")`);
  expect((await read(token)).mutedApplications).toEqual([
    { id: second, title: 'Second', isMuted: true },
    { id: first, title: 'First', isMuted: true },
  ]);
  expect(await isMuted(first, token)).toEqual({ isMuted: true });
  expect(await isMuted(first, decides)).toEqual({ isMuted: false });
  expect((await read(decides)).mutedApplications).toEqual([]);

  for (const _twice of [1, 2]) {
    const { mutedApplications } = await change(token, `unmuteApplication(id: "${first}")`);
    expect(mutedApplications.map(({ title }) => title)).toEqual(['Second']);
  }
  expect((await change(decides, `muteApplication(id: "${first}")`)).mutedApplications).toHaveLength(1);
  expect(await isMuted(first, token)).toEqual({ isMuted: false });
});

test('a list says of each whether it is muted', async () => {
  const ids: string[] = [];
  for (const title of ['A', 'B', 'C']) ids.push(await submit(server, 'lists', 'decides', title));
  await change(candidate('lists'), `muteApplication(id: "${ids[1]}")`);
  const { data } = await server.ask(
    '{ applications { edges { node { title isMuted } } } }',
    {},
    candidate('lists'),
  );
  expect(data).toMatchObject({
    applications: {
      edges: [
        ['C', false],
        ['B', true],
        ['A', false],
      ].map(([title, muted]) => ({
        node: { title, isMuted: muted },
      })),
    },
  });
});

test('somebody else’s is answered as one that is not there', async () => {
  const id = await submit(server, 'owns', 'decides');
  const errors: unknown[] = [];
  for (const field of ['muteApplication', 'unmuteApplication']) {
    for (const which of [id, '01890000-0000-7000-8000-000000000000', 'no uuid']) {
      const answer = await ask(candidate('stranger'), `${field}(id: "${which}")`);
      expect(answer).toMatchObject({ code: 'NOT_FOUND', data: { [field]: null } });
      errors.push(answer.errors![0]!.message);
    }
  }
  expect(new Set(errors).size).toBe(1);
  expect(await server.sql(`select from muted_subjects where user_id = 'stranger'`)).toEqual([]);
});

test('1,000 can be muted', async () => {
  const token = candidate('mutes all');
  const [one, another] = [
    await submit(server, 'mutes all', 'decides'),
    await submit(server, 'mutes all', 'decides'),
  ];
  await server.sql(`
    with a as (
      insert into applications (id, title, candidate_id, instructor_id)
      select gen_random_uuid(), 'Bulk', 'mutes all', 'decides' from generate_series(1, 999) returning id
    ) insert into muted_subjects (user_id, subject_type, subject_id) select 'mutes all', 'application', id from a`);
  expect((await change(token, `muteApplication(id: "${one}")`)).mutedApplications).toHaveLength(1_000);
  const answer = await ask(token, `muteApplication(id: "${another}")`);
  expect(answer.code).toBe('BAD_USER_INPUT');
  expect(answer.errors![0]!.message).toContain('1000');
  expect((await change(token, `muteApplication(id: "${one}")`)).mutedApplications).toHaveLength(1_000);
});
