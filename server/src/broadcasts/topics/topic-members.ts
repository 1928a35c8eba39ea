import { audit } from '../../audit/audit.ts';
import type { AuditActor } from '../../audit/audit-actor.ts';
import { MAX_NAME } from '../../catalogue/declarations.ts';
import { notFound } from '../../platform/errors.ts';
import type { Cursors } from '../../platform/graphql/cursor.ts';
import { checkWord } from '../../platform/input.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { unknownOf } from '../../sending/add-notifications.ts';
import { RECIPIENTS_A_TRANSACTION } from '../../sending/send.service.ts';
import { distinctUserIds } from '../../users/user-ids.ts';
import { ensureRecipients } from '../../users/user.service.ts';
import type { TopicMember, TopicMemberConnection } from './topic.type.ts';
import type { TopicService } from './topic.service.ts';

interface Asked {
  readonly topic: string;
  /** Whose list it is. */
  readonly readerId: string;
  readonly size: number;
  readonly after: string | null;
}

/** Who belongs to topics, as services say it. */
export class TopicMembers {
  constructor(
    private readonly database: Database,
    private readonly topics: Pick<TopicService, 'exists'>,
    private readonly cursors: Cursors,
  ) {}

  /**
   * Makes the topic, closed, if there is none. Whoever was never seen gets an inbox.
   * @param userIds 1 to 10,000; 500 in a transaction, so a call that was cut off is finished by repeating it
   * @throws BAD_USER_INPUT
   */
  async add(topic: string, userIds: readonly string[], by: AuditActor): Promise<void> {
    checkWord('topic', topic, MAX_NAME);
    const ids = await distinctUserIds(this.database, 'userIds', userIds);
    for (const some of inParts(ids))
      await this.database.transaction(async (sql) => {
        if (some[0] === ids[0]) await audit(sql, by, 'addToTopic', [topic]);
        await sql.query('insert into topics (name) values ($1) on conflict do nothing', [topic]);
        await ensureRecipients(sql, await unknownOf(sql, some));
        await sql.query(
          `insert into topic_members (topic, user_id)
           select $1, id from unnest($2::text[]) id order by id collate "C" on conflict do nothing`,
          [topic, some],
        );
      });
  }

  /** @throws BAD_USER_INPUT, NOT_FOUND for a topic that is not there */
  async remove(topic: string, userIds: readonly string[], by: AuditActor): Promise<void> {
    const ids = await distinctUserIds(this.database, 'userIds', userIds);
    if (!(await this.topics.exists(topic))) throw notFound('Topic');
    for (const some of inParts(ids))
      await this.database.transaction(async (sql) => {
        if (some[0] === ids[0]) await audit(sql, by, 'removeFromTopic', [topic]);
        await sql.query(
          `delete from topic_members where topic = $1 and user_id in (
             select user_id from topic_members where topic = $1 and user_id = any($2::text[]) order by user_id for update)`,
          [topic, some],
        );
      });
  }

  async count(topic: string): Promise<number> {
    const [counted] = await this.database.query<{ count: number }>(
      'select count(*)::int as count from topic_members where topic = $1',
      [topic],
    );
    return counted!.count;
  }

  /** By their ids. @throws NOT_FOUND for a topic that is not there, BAD_USER_INPUT for a cursor of another list or reader */
  async page({ topic, readerId, size, after }: Asked): Promise<TopicMemberConnection> {
    const list = `topicMembers ${topic}`;
    const place = after === null ? null : this.cursors.decode(list, readerId, after);
    if (!(await this.topics.exists(topic))) throw notFound('Topic');
    // One more than is shown tells whether there are any.
    const found = await this.database.query<TopicMember>(
      `select user_id as "userId", created_at as since from topic_members
       where topic = $1 and user_id > $2 order by user_id limit $3`,
      [topic, place ?? '', size + 1],
    );
    const edges = found
      .slice(0, size)
      .map((node) => ({ node, cursor: this.cursors.encode(list, readerId, node.userId) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: found.length > size,
        hasPreviousPage: place !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }
}

function* inParts(ids: readonly string[]): Generator<readonly string[]> {
  for (let begin = 0; begin < ids.length; begin += RECIPIENTS_A_TRANSACTION)
    yield ids.slice(begin, begin + RECIPIENTS_A_TRANSACTION);
}
