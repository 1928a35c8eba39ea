import type { Cursors } from '../platform/graphql/cursor.ts';
import type { Database } from '../platform/postgres/database.ts';
import { badInput } from '../platform/errors.ts';
import { checkNumber, isUuid } from '../platform/input.ts';
import type { FailedEmailConnection, FailedEmailType } from '../delivery/delivery.type.ts';
import { sendAt } from '../delivery/jobs.ts';
import { lockInboxes } from '../inbox/lock-inboxes.ts';

const LIST = 'failedEmails';
const MAX_AT_ONCE = 200;

/** The dead letters: what an operator sees of them, and sends again. */
export class FailedEmailService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. @throws BAD_USER_INPUT for a cursor of another list or reader */
  async page(readerId: string, size: number, after: string | null): Promise<FailedEmailConnection> {
    const place = after === null ? null : this.cursors.decode(LIST, readerId, after);
    if (place !== null && !isUuid(place)) throw badInput('The cursor is not one of this list');
    const rows = await this.database.query<FailedEmailType & { hasNewer: boolean }>(
      `select e.id, e.user_id as "userId", e.attempts, e.answer, e.created_at as "createdAt",
         (select count(*)::int from deliveries d where d.email_id = e.id) as "notificationCount",
         $1::uuid is not null and exists (select from emails n where n.state = 'DEAD' and n.id >= $1) as "hasNewer"
       from emails e where e.state = 'DEAD' and ($1::uuid is null or e.id < $1)
       order by e.id desc limit $2`,
      [place, size + 1],
    );
    const edges = rows
      .slice(0, size)
      .map((node) => ({ node, cursor: this.cursors.encode(LIST, readerId, node.id) }));
    return {
      edges,
      pageInfo: {
        hasNextPage: rows.length > size,
        hasPreviousPage: rows[0]?.hasNewer ?? place !== null,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
    };
  }

  /**
   * Has failed e-mails sent again, with as many tries as at first; each is looked at again before.
   * @returns how many there were; ids of others change nothing
   * @throws BAD_USER_INPUT unless there are 1 to 200 ids
   */
  async retry(ids: readonly string[]): Promise<number> {
    checkNumber('ids', ids.length, 1, MAX_AT_ONCE);
    return this.database.transaction(async (sql) => {
      const emails = await sql.query<{ id: string; userId: string }>(
        `update emails set state = 'SENDING', attempts = 0 where id = any($1::uuid[]) and state = 'DEAD'
         returning id, user_id as "userId"`,
        [ids.filter(isUuid)],
      );
      await lockInboxes(
        sql,
        emails.map(({ userId }) => userId),
      );
      await sql.query(
        `update deliveries set state = 'SENDING', reason = 'RETRYING', due_at = now() where email_id = any($1::uuid[])`,
        [emails.map(({ id }) => id)],
      );
      for (const { id } of emails) await sendAt(sql, id, null);
      return emails.length;
    });
  }
}
