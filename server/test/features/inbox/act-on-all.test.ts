// One act upon all that a filter lets through: `markAllAsRead` is one of them, and tested in inbox.test.ts.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { actOnAll, countsOf, dataOf, follow, listOf, send, sendMany } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const affected = async (token: string, variables: object) =>
  (await dataOf(actOnAll(server, token, variables))).actOnAll.affectedCount;

describe('all about one thing', () => {
  const course = { type: 'course', id: '1' };

  test('is archived, taken back, marked and removed, and the rest stays', async () => {
    const token = candidate('thorough');
    for (const id of ['1', '2', '1']) await send(server, 'thorough', { subject: { type: 'course', id } });
    const about = (act: string, state: string) =>
      affected(token, { act, upToSeq: 3, filter: { state, subject: course } });
    expect(await about('ARCHIVE', 'INBOX')).toBe(2);
    expect(await countsOf(server, token)).toEqual({ seq: 4, unread: 1, unseen: 1 });
    expect(await about('READ', 'ARCHIVED')).toBe(2);
    expect(await about('UNARCHIVE', 'ARCHIVED')).toBe(2);
    expect(await countsOf(server, token)).toEqual({ seq: 6, unread: 1, unseen: 1 });
    expect(await about('UNREAD', 'READ')).toBe(2);
    expect(await countsOf(server, token)).toEqual({ seq: 7, unread: 3, unseen: 3 });
    expect(await about('DELETE', 'ALL')).toBe(2);
    expect(await countsOf(server, token)).toEqual({ seq: 8, unread: 1, unseen: 1 });
    expect(await listOf(server, token, { state: 'ALL' })).toHaveLength(1);
  });

  test('spares what came after the reader looked, and what is somebody else’s', async () => {
    const token = candidate('looking');
    const subject = { ...course, id: 'shared' };
    await sendMany(server, 'looking', 2, { subject });
    const late = await send(server, 'looking', { subject });
    await send(server, 'bystander', { subject });
    expect(await affected(token, { act: 'DELETE', upToSeq: 2, filter: { subject } })).toBe(2);
    expect(await listOf(server, token)).toMatchObject([{ id: late }]);
    expect(await listOf(server, candidate('bystander'))).toHaveLength(1);
  });
});

test.each(['ARCHIVE', 'DELETE'])(
  '%s of 10,000 is one answer, one seq, and one delta for those who follow',
  async (act) => {
    const user = `vast-${act}`;
    const token = candidate(user);
    await send(server, user);
    await server.sql(
      `insert into notifications (id, user_id, seq, change_seq, type, category, title, message)
       select gen_random_uuid(), $1, 1 + n, 1 + n, 'graded', 'general', 'No. ' || n, 'See.'
       from generate_series(1, 9999) n`,
      [user],
    );
    await server.sql('update inbox set seq = 10000, unread = 10000, unseen = 10000 where user_id = $1', [
      user,
    ]);
    const stream = await follow(server, token);
    const answer = await dataOf(actOnAll(server, token, { act, upToSeq: 10_000 }));
    const counts = { seq: 10_001, unread: 0, unseen: 0 };
    expect(answer.actOnAll).toEqual({ affectedCount: 10_000, inbox: { counts } });
    await stream.reaches(2);
    const delta = stream.events[1]!.inboxChanges;
    expect(delta).toMatchObject({ resync: true, toSeq: 10_001, upserted: [], counts });
  },
  60_000,
);

test('bad input is refused by its name, and changes nothing', async () => {
  const token = candidate('careless');
  await send(server, 'careless');
  const refused = async (variables: object) => (await actOnAll(server, token, variables)).code;
  expect(await refused({ act: 'ARCHIVE', upToSeq: -1 })).toBe('BAD_USER_INPUT');
  const subject = { type: '', id: '1' };
  expect(await refused({ act: 'DELETE', upToSeq: 9, filter: { subject } })).toBe('BAD_USER_INPUT');
  expect(await countsOf(server, token)).toEqual({ seq: 1, unread: 1, unseen: 1 });
});
