import { LockMode } from '@mikro-orm/postgresql';
import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { Channel } from '../catalogue/category.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import type { Database } from '../platform/postgres/database.ts';
import { checkNumber, isUuid } from '../platform/input.ts';
import { EmailEntity } from './email.entity.ts';
import type { FailedEmailConnection } from '../delivery/delivery.type.ts';
import { sendAt } from '../delivery/jobs.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';

const MAX_AT_ONCE = 200;
/** Those that are dead, of all messages. */
const FAILED = { channel: Channel.EMAIL, state: 'DEAD' };

/** The dead letters: what an operator sees of them, and sends again. */
export class FailedEmailService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. @throws BAD_USER_INPUT for a cursor of another list or reader */
  page(readerId: string, size: number, after: string | null): Promise<FailedEmailConnection> {
    const { entities } = this.database;
    const asked = { list: 'failedEmails', readerId, size, after };
    return newestFirst(this.cursors, asked, {
      rows: async (olderThan, limit) => {
        const older = olderThan === null ? {} : { id: { $lt: olderThan } };
        const rows = await entities.find(
          EmailEntity,
          { ...FAILED, ...older },
          { orderBy: { id: 'desc' }, limit },
        );
        return rows.map((row) => ({
          ...row,
          answer: row.answer ?? null,
          createdAt: row.createdAt.toISOString(),
        }));
      },
      countFrom: (id) => entities.count(EmailEntity, { ...FAILED, id: { $gte: id } }),
    });
  }

  /**
   * Has failed e-mails sent again, with as many tries as at first; each is looked at again before.
   * @returns how many there were; ids of others change nothing
   * @throws BAD_USER_INPUT unless there are 1 to 200 ids
   */
  async retry(by: AuditActor, ids: readonly string[]): Promise<number> {
    checkNumber('ids', ids.length, 1, MAX_AT_ONCE);
    return this.database.transaction(async (sql) => {
      const { entities } = sql;
      const failed = { ...FAILED, id: { $in: ids.filter(isUuid) } };
      const emails = await entities.find(EmailEntity, failed, { lockMode: LockMode.PESSIMISTIC_WRITE });
      await entities.nativeUpdate(EmailEntity, failed, { state: 'SENDING', attempts: 0 });
      await lockInboxes(
        sql,
        emails.map(({ userId }) => userId),
      );
      await sql.query(
        `update deliveries set state = 'SENDING', reason = 'RETRYING', due_at = now() where message_id = any($1::uuid[])`,
        [emails.map(({ id }) => id)],
      );
      for (const { id } of emails) await sendAt(sql, Channel.EMAIL, id, null);
      await audit(
        sql,
        by,
        'retryFailedEmails',
        emails.map(({ id }) => id),
      );
      return emails.length;
    });
  }
}
