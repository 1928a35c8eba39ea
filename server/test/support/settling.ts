// What tests of settling do: somebody is asked, decides or looks, and every device of theirs is told.
import { expect } from '@jest/globals';
import { countedSql } from '../../src/inbox/counted.ts';
import { dataOf, listOf, submit } from './acts.ts';
import { newReader, type Reader } from './email/emails.ts';
import type { TestServer } from './server.ts';
import { subscribe } from './socket.ts';
import { instructor } from './token.ts';

export const isSettled = { isRead: true, settledAt: expect.any(String) };

/** Inboxes whose counters are not what they count: there must never be one. */
export const miscounted = (server: Pick<TestServer, 'sql'>) =>
  server.sql(`
    select * from (
      select i.user_id, i.unread, i.unseen, count(n.id)::int as counted,
        (count(n.id) filter (where n.seq > i.seen_seq))::int as new,
        i.categories_seq < i.seq or i.categories = count_categories(i.user_id) as "isRight"
      from inbox i left join notifications n
        on n.user_id = i.user_id and ${countedSql('n')}
      group by i.user_id
    ) i where unread <> counted or unseen <> new or not "isRight"`);

export interface Told {
  id: string;
  type: string;
  isRead: boolean;
  settledAt: string | null;
  archivedAt: string | null;
  application: { status: string; decidedBy: { id: string } | null } | null;
}

const TOLD = 'id type isRead settledAt archivedAt application { status decidedBy { id } }';

export async function toldTo(server: TestServer, token: string): Promise<Told[]> {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: Told }[] } }>(
      `{ notifications(first: 100, filter: { state: ALL }) { edges { node { ${TOLD} } } } }`,
      {},
      token,
    ),
  );
  return notifications.edges.map(({ node }) => node);
}

/** A submitted application and its two parties, who have addresses. */
export async function asked(
  server: TestServer,
): Promise<{ id: string; asks: Reader; answers: Reader; question: string }> {
  const [asks, answers] = [await newReader(server, 'asks'), await newReader(server, 'answers')];
  const id = await submit(server, asks.id, answers.id);
  answers.token = instructor(answers.id);
  const [question] = await listOf(server, answers.token);
  return { id, asks, answers, question: question!.id };
}

export interface Heard {
  inboxChanges: { upserted: Told[]; counts: { unread: number; unseen: number } };
}

/** What a second device of the reader hears. */
export async function listener(server: TestServer, token: string) {
  const stream = await subscribe<Heard>(
    server.url,
    token,
    `subscription { inboxChanges { upserted { ${TOLD} } counts { seq unread unseen } } }`,
  );
  await stream.reaches(1);
  stream.events.length = 0;
  return stream;
}
