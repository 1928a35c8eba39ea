import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COUNTS, countsOf, dataOf, listOf, submit } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, instructor, mint } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const casey = candidate('casey', { name: 'Casey Morgan' });
const iris = instructor('iris', { name: 'Iris Lindqvist' });
const tomas = instructor('tomas', { name: 'Tomas Ferreira' });

const SUBMIT = `mutation ($input: SubmitApplicationInput!) {
  submitApplication(input: $input) { application { id title status candidate { id } instructor { id name } } }
}`;
const DECIDED = `application { id status reason decidedAt decidedBy { id name } }`;
const APPROVE = `mutation ($id: ID!, $reason: String) { approveApplication(id: $id, reason: $reason) { ${DECIDED} } }`;
const REJECT = `mutation ($id: ID!, $reason: String) { rejectApplication(id: $id, reason: $reason) { ${DECIDED} } }`;

describe('submitting', () => {
  test('rings the bell of the instructor, and of nobody else', async () => {
    await dataOf(server.ask('{ viewer { id } }', {}, casey));
    const id = await submit(server, 'casey', 'ring-1', 'Compilers');

    const bell = await listOf(server, instructor('ring-1'));
    expect(bell).toMatchObject([
      {
        type: 'application_submitted',
        title: 'New application from Casey Morgan',
        url: `/applications/${id}`,
        isRead: false,
      },
    ]);
    expect(bell[0]!.message).toContain('Compilers');
    expect(await countsOf(server, instructor('ring-1'))).toEqual({ seq: 1, unread: 1, unseen: 1 });
    expect(await listOf(server, casey)).toEqual([]);
    expect(await listOf(server, tomas)).toEqual([]);
  });

  test('is for candidates', async () => {
    await dataOf(server.ask('{ viewer { id } }', {}, iris));
    for (const token of [iris, mint({ sub: 'ada', role: 'ADMIN' })]) {
      const answer = await server.ask(SUBMIT, { input: { title: 'Mine', instructorId: 'iris' } }, token);
      expect(answer.code).toBe('FORBIDDEN');
    }
    expect(await server.sql(`select from applications where title = 'Mine'`)).toEqual([]);
  });

  test('takes nobody but an instructor for an instructor', async () => {
    for (const instructorId of ['nobody-knows-her', 'casey', '', 'a\nb']) {
      const answer = await server.ask(SUBMIT, { input: { title: 'To whom?', instructorId } }, casey);
      expect(answer).toMatchObject({ code: 'BAD_USER_INPUT', data: { submitApplication: null } });
      expect(answer.errors![0]!.extensions.field).toBe('instructorId');
    }
    expect(await server.sql(`select from applications where title = 'To whom?'`)).toEqual([]);
  });

  test.each([
    ['of 10,000 characters', 'x'.repeat(10_000)],
    ['of 201 characters', 'x'.repeat(201)],
    ['that is blank', ' \n '],
    ['with a NUL', 'a\0b'],
    ['with half a character', 'a\ud800b'],
  ])('refuses a title %s, and leaves nothing behind', async (_what, title) => {
    const before = await server.sql('select count(*) from applications');
    const answer = await server.ask(SUBMIT, { input: { title, instructorId: 'iris' } }, casey);
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(await server.sql('select count(*) from applications')).toEqual(before);
    expect(await listOf(server, iris)).toEqual([]);
  });

  test.each([
    ['HTML', '<img src=x onerror=alert(1)> <b>bold</b> &amp;'],
    ['emoji', '👩🏽‍🚀 ready for 🚀'],
    ['text from right to left', 'טופס בקשה \u202eabc\u202c نموذج'],
    ['200 emoji', '🎓'.repeat(200)],
  ])('keeps %s as it was written', async (what, title) => {
    const to = `verbatim ${what}`;
    const id = await submit(server, 'casey', to, title);
    const { data } = await server.ask('query ($id: ID!) { application(id: $id) { title } }', { id }, casey);
    expect(data).toEqual({ application: { title } });
    const [bell] = await listOf(server, instructor(to));
    expect(bell!.message).toContain(title);
  });
});

describe('deciding', () => {
  test.each([
    ['approves', APPROVE, 'approveApplication', 'APPROVED', 'application_approved'],
    ['rejects', REJECT, 'rejectApplication', 'REJECTED', 'application_rejected'],
  ])('%s, and tells the candidate why', async (_verb, mutation, field, status, type) => {
    const token = candidate(`hopes for ${status}`);
    const id = await submit(server, `hopes for ${status}`, 'iris');
    const answer = await server.ask(mutation, { id, reason: 'You know your <Vec<T>>' }, iris);
    expect(answer.data).toMatchObject({
      [field]: {
        application: { id, status, reason: 'You know your <Vec<T>>', decidedBy: { name: 'Iris Lindqvist' } },
      },
    });

    const [bell] = await listOf(server, token);
    expect(bell).toMatchObject({ type, url: `/applications/${id}` });
    expect(bell!.message).toContain('You know your <Vec<T>>');
    expect(await countsOf(server, token)).toEqual({ seq: 1, unread: 1, unseen: 1 });
  });

  test('does not ring the bell of the one who decides', async () => {
    const id = await submit(server, 'casey', 'decides');
    await dataOf(server.ask(APPROVE, { id }, instructor('decides')));
    const [asked, ...others] = await listOf(server, instructor('decides'));
    expect(asked).toMatchObject({ type: 'application_submitted', isRead: true });
    expect(others).toEqual([]);
  });

  test('is for its own instructor; to another it does not exist, and a candidate may not at all', async () => {
    const id = await submit(server, 'casey', 'iris');
    const random = '01890000-0000-7000-8000-000000000000';
    const ofAnother = await server.ask(APPROVE, { id }, tomas);
    const ofNobody = await server.ask(APPROVE, { id: random }, tomas);
    expect(ofAnother).toMatchObject({ code: 'NOT_FOUND', data: { approveApplication: null } });
    expect(ofNobody).toMatchObject({ code: 'NOT_FOUND' });
    expect(ofAnother.errors![0]!.message).toBe(ofNobody.errors![0]!.message);
    expect(await server.ask(REJECT, { id: 'no uuid' }, tomas)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await server.ask(APPROVE, { id }, casey)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await server.sql('select status from applications where id = $1', [id])).toEqual([
      { status: 'SUBMITTED' },
    ]);
  });

  test('happens once: the second decision is a conflict that says who decided', async () => {
    const id = await submit(server, 'once', 'iris');
    await dataOf(server.ask(APPROVE, { id }, iris));
    const { code, errors } = await server.ask(REJECT, { id, reason: 'Changed my mind' }, iris);
    expect(code).toBe('CONFLICT');
    expect(errors![0]!.message).toContain('Iris Lindqvist');
    expect(errors![0]!.extensions).toMatchObject({
      decidedBy: { id: 'iris', name: 'Iris Lindqvist' },
      status: 'APPROVED',
    });
    expect(await countsOf(server, candidate('once'))).toEqual({ seq: 1, unread: 1, unseen: 1 });
  });

  test('of ten decisions at the same moment one wins, and rings once', async () => {
    const id = await submit(server, 'raced', 'iris');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => server.ask(index % 2 ? APPROVE : REJECT, { id }, iris)),
    );
    const codes = answers.map(({ code }) => code ?? 'done').sort();
    expect(codes).toEqual([...Array<string>(9).fill('CONFLICT'), 'done']);

    const [{ status } = { status: '' }] = await server.sql<{ status: string }>(
      'select status from applications where id = $1',
      [id],
    );
    const bell = await listOf(server, candidate('raced'));
    expect(bell.map(({ type }) => type)).toEqual([`application_${status.toLowerCase()}`]);
  });

  test('refuses a reason of over 2,000 characters, and decides nothing', async () => {
    const id = await submit(server, 'long', 'iris');
    const answer = await server.ask(REJECT, { id, reason: 'x'.repeat(2_001) }, iris);
    expect(answer.code).toBe('BAD_USER_INPUT');
    expect(await listOf(server, candidate('long'))).toEqual([]);
    await dataOf(server.ask(REJECT, { id, reason: '🙂'.repeat(2_000) }, iris));
  });
});

describe('reading', () => {
  test('gives an application to its two parties and to nobody else, also behind a notification', async () => {
    const id = await submit(server, 'party', 'iris');
    const QUERY = 'query ($id: ID!) { application(id: $id) { id } node(id: $id) { __typename } }';
    for (const token of [candidate('party'), iris]) {
      expect(await dataOf(server.ask(QUERY, { id }, token))).toMatchObject({ application: { id } });
    }
    for (const token of [candidate('stranger'), tomas]) {
      expect(await dataOf(server.ask(QUERY, { id }, token))).toEqual({ application: null, node: null });
    }

    await dataOf(
      server.ask(
        `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }`,
        { input: { recipientId: 'stranger', type: 't', title: 't', message: 'm', applicationId: id } },
        mint({ sub: 'grading', scope: 'notifications:create' }),
      ),
    );
    const behind = await server.ask(
      `{ notifications { edges { node { title application { id } } } } inbox { ${COUNTS} } }`,
      {},
      candidate('stranger'),
    );
    expect(behind.data).toMatchObject({ notifications: { edges: [{ node: { application: null } }] } });
  });

  test('lists them newest first, page by page, and by status', async () => {
    const ids: string[] = [];
    for (let count = 0; count < 5; count++)
      ids.unshift(await submit(server, 'lists', 'iris', `No. ${count}`));
    await dataOf(server.ask(APPROVE, { id: ids[1] }, iris));
    const token = candidate('lists');
    interface Page {
      applications: {
        edges: { node: { id: string }; cursor: string }[];
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      };
    }
    const page = async (variables: object) => {
      const { applications } = await dataOf(
        server.ask<Page>(
          `query ($first: Int, $after: String, $status: ApplicationStatus) {
            applications(first: $first, after: $after, status: $status) {
              edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
            }
          }`,
          variables,
          token,
        ),
      );
      return { ids: applications.edges.map(({ node }) => node.id), ...applications.pageInfo };
    };

    const first = await page({ first: 2 });
    expect(first).toMatchObject({ ids: ids.slice(0, 2), hasNextPage: true, hasPreviousPage: false });
    const second = await page({ first: 2, after: first.endCursor });
    expect(second).toMatchObject({ ids: ids.slice(2, 4), hasNextPage: true, hasPreviousPage: true });
    const last = await page({ first: 2, after: second.endCursor });
    expect(last).toMatchObject({ ids: ids.slice(4), hasNextPage: false, hasPreviousPage: true });
    expect((await page({ status: 'APPROVED' })).ids).toEqual([ids[1]]);
    expect((await page({ status: 'REJECTED' })).ids).toEqual([]);
    expect((await page({ status: 'SUBMITTED' })).ids).toHaveLength(4);
  });
});
