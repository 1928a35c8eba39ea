import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { actOnAll, dataOf, openApplication, send } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate } from '../../support/token.ts';

const seed = Number(process.env.CARILLON_TEST_SEED ?? Date.now() % 2 ** 31);

const APPLICATIONS = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002'];

let server: TestServer;
let run = 0;

beforeAll(async () => {
  server = await startServer();
  await server.sql(`insert into users (id, name) values ('party', 'Party')`);
  await server.sql(
    `insert into applications (id, title, candidate_id, instructor_id)
     select id, 'Viola', 'party', 'party' from unnest($1::uuid[]) id`,
    [APPLICATIONS],
  );
});

afterAll(() => server.close());

interface Row {
  id: string;
  category: string;
  seq: number;
  application: string | null;
  isRead: boolean;
  isArchived: boolean;
  isSettled: boolean;
}

/** What an inbox is meant to be, in as few words as possible. */
class Model {
  rows: Row[] = [];
  seq = 0;
  private seenSeq = 0;

  readonly isShown: Record<string, (row: Row) => boolean> = {
    INBOX: (row) => !row.isArchived,
    UNREAD: (row) => !row.isArchived && !row.isRead,
    READ: (row) => !row.isArchived && row.isRead,
    ARCHIVED: (row) => row.isArchived,
    ALL: () => true,
  };

  add(id: string, category: string, application: string | null): void {
    const seq = ++this.seq;
    this.rows.push({ id, category, application, seq, isRead: false, isArchived: false, isSettled: false });
  }

  /** What is about it needs nobody any more. Returns how many there were. */
  open(application: string): number {
    const open = this.rows.filter((row) => row.application === application && !(row.isRead && row.isSettled));
    for (const row of open) [row.isRead, row.isSettled] = [true, true];
    if (open.length > 0) this.seq++;
    return open.length;
  }

  /** Changes those of the rows that are not so yet. Returns how many. */
  change(rows: Row[], field: 'isRead' | 'isArchived', value: boolean): number {
    const changed = rows.filter((row) => row[field] !== value);
    for (const row of changed) row[field] = value;
    if (changed.length > 0) this.seq++;
    return changed.length;
  }

  remove(rows: Row[]): number {
    this.rows = this.rows.filter((row) => !rows.includes(row));
    if (rows.length > 0) this.seq++;
    return rows.length;
  }

  act(act: string, rows: Row[]): number {
    if (act === 'DELETE') return this.remove(rows);
    const field = act.endsWith('READ') ? 'isRead' : 'isArchived';
    return this.change(rows, field, !act.startsWith('UN'));
  }

  see(upToSeq: number): void {
    const before = this.counts.unseen;
    this.seenSeq = Math.max(this.seenSeq, Math.min(upToSeq, this.seq));
    if (this.counts.unseen !== before) this.seq++;
  }

  /** Newest first. */
  ids(state: string): string[] {
    return this.rows
      .filter(this.isShown[state]!)
      .sort((a, b) => b.seq - a.seq)
      .map(({ id }) => id);
  }

  get counts() {
    const unread = this.rows.filter(this.isShown.UNREAD!);
    return {
      seq: this.seq,
      unread: unread.length,
      unseen: unread.filter(({ seq }) => seq > this.seenSeq).length,
    };
  }
}

const pick = fc.nat({ max: 1_000 });
const picks = fc.uniqueArray(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 });
const category = fc.constantFrom('a', 'b');
const application = fc.constantFrom(...APPLICATIONS);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('send' as const), category, about: fc.option(application) }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('openSubject' as const), application }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constantFrom('markAsRead' as const, 'markAsUnread' as const), pick }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('markAllAsRead' as const),
      pick,
      category: fc.option(category),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('actOnAll' as const),
      act: fc.constantFrom('READ', 'UNREAD', 'ARCHIVE', 'UNARCHIVE', 'DELETE'),
      pick,
      state: fc.constantFrom('INBOX', 'UNREAD', 'READ', 'ARCHIVED', 'ALL'),
      about: fc.option(application),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('markAllAsSeen' as const), pick }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'archiveNotifications' as const,
        'unarchiveNotifications' as const,
        'deleteNotifications' as const,
      ),
      picks,
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** Does it to both. Returns what the server says it affected, and what the model says. */
async function take(user: string, model: Model, one: Step): Promise<[number, number]> {
  const ask = <Data>(query: string, variables: object) =>
    dataOf(server.ask<Record<string, Data>>(query, variables, candidate(user)));
  const anyRow = (index: number) => model.rows[index % model.rows.length];
  if (one.does === 'send') {
    const { category, about } = one;
    model.add(await send(server, user, { category, applicationId: about }), category, about);
    return [1, 1];
  }
  if (one.does === 'openSubject') {
    const { openSubject } = await dataOf(openApplication(server, candidate(user), one.application));
    return [openSubject.affectedCount, model.open(one.application)];
  }
  if (one.does === 'markAllAsSeen') {
    const upToSeq = one.pick % (model.seq + 2);
    await ask('mutation ($upToSeq: Int!) { markAllAsSeen(upToSeq: $upToSeq) { inbox { id } } }', { upToSeq });
    model.see(upToSeq);
    return [0, 0];
  }
  if (one.does === 'markAllAsRead') {
    const upToSeq = one.pick % (model.seq + 2);
    const { markAllAsRead } = await ask<{ affectedCount: number }>(
      `mutation ($upToSeq: Int, $filter: NotificationFilter) {
        markAllAsRead(upToSeq: $upToSeq, filter: $filter) { affectedCount } }`,
      { upToSeq, filter: one.category ? { categories: [one.category] } : null },
    );
    const rows = model.rows.filter(
      (row) => !row.isArchived && row.seq <= upToSeq && (!one.category || row.category === one.category),
    );
    return [markAllAsRead!.affectedCount, model.change(rows, 'isRead', true)];
  }
  if (one.does === 'actOnAll') {
    const { act, state, about } = one;
    const upToSeq = one.pick % (model.seq + 2);
    const subject = about && { type: 'application', id: about };
    const { actOnAll: answer } = await dataOf(
      actOnAll(server, candidate(user), { act, upToSeq, filter: { state, subject } }),
    );
    const rows = model.rows.filter(
      (row) => model.isShown[state]!(row) && row.seq <= upToSeq && (!about || row.application === about),
    );
    return [answer.affectedCount, model.act(act, rows)];
  }
  if ('pick' in one) {
    const row = anyRow(one.pick);
    if (!row) return [0, 0];
    await ask(`mutation ($id: ID!) { ${one.does}(id: $id) { notification { id } } }`, { id: row.id });
    model.change([row], 'isRead', one.does === 'markAsRead');
    return [0, 0];
  }
  const rows = [...new Set(one.picks.map(anyRow))].filter((row) => row !== undefined);
  if (rows.length === 0) return [0, 0];
  const answer = await ask<{ affectedCount: number }>(
    `mutation ($ids: [ID!]!) { ${one.does}(ids: $ids) { affectedCount } }`,
    { ids: rows.map(({ id }) => id) },
  );
  const affected =
    one.does === 'deleteNotifications'
      ? model.remove(rows)
      : model.change(rows, 'isArchived', one.does === 'archiveNotifications');
  return [answer[one.does]!.affectedCount, affected];
}

const STATES = ['INBOX', 'UNREAD', 'READ', 'ARCHIVED', 'ALL'];
const EVERYTHING = `{
  inbox { counts { seq unread unseen } }
  ${STATES.map((state) => `${state}: notifications(first: 100, filter: { state: ${state} }) { edges { node { id } } }`).join('\n')}
  a: unreadCount(filter: { categories: ["a"] })
  everywhere: unreadCount(filter: { state: ALL })
  ${APPLICATIONS.map(
    (id, index) => `about${index}: notifications(first: 100, filter: {
      state: ALL, subject: { type: "application", id: "${id}" }
    }) { edges { node { id isRead settledAt } } }`,
  ).join('\n')}
}`;

async function compare(user: string, model: Model): Promise<void> {
  type Answer = Record<
    string,
    { edges: { node: { id: string; isRead: boolean; settledAt: string | null } }[] }
  > & {
    inbox: { counts: object };
  } & Record<'a' | 'everywhere', number>;
  const answer = await dataOf(server.ask<Answer>(EVERYTHING, {}, candidate(user)));
  expect(answer.inbox.counts).toEqual(model.counts);
  for (const state of STATES)
    expect([state, answer[state]!.edges.map(({ node }) => node.id)]).toEqual([state, model.ids(state)]);
  const unread = model.rows.filter(({ isRead }) => !isRead);
  expect(answer.everywhere).toBe(unread.length);
  for (const [index, id] of APPLICATIONS.entries()) {
    const about = model.rows.filter((row) => row.application === id).sort((a, b) => b.seq - a.seq);
    expect(
      answer[`about${index}`]!.edges.map(({ node }) => [node.id, node.isRead, node.settledAt !== null]),
    ).toEqual(about.map((row) => [row.id, row.isRead, row.isSettled]));
  }
  expect(answer.a).toBe(unread.filter(({ isArchived, category: of }) => !isArchived && of === 'a').length);
}

test(`an inbox does what a simple model of it does, step by step (seed ${seed})`, async () => {
  const steps = fc.array(step, { minLength: 5, maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(steps, async (list) => {
      const [user, model] = [`model-${run++}`, new Model()];
      for (const one of list) {
        const [affected, expected] = await take(user, model, one);
        expect([one.does, affected]).toEqual([one.does, expected]);
        await compare(user, model);
      }
    }),
    { numRuns: 12, seed, endOnFailure: true },
  );
}, 120_000);
