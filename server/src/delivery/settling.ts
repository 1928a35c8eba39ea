import { actOnAll, type Acted } from '../inbox/acts/act.ts';
import type { Announce } from '../inbox/delta.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import type { ChangedMany } from '../inbox/inbox.service.ts';
import type { Parameters } from '../inbox/parameters.ts';
import { subjectCondition, type SubjectRef } from '../inbox/subject.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';
import { DeliveryReason } from './rules.ts';

const INBOXES_A_TRANSACTION = 500;

/** What was asked: by notifications of this type, about this application. */
export interface Question {
  readonly type: string;
  readonly applicationId: string;
}

/**
 * Settled is settled everywhere: once a thing was decided, or its reader has it before them, its notifications are
 * read, and no channel asks for it any more.
 */
export class Settling {
  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
  ) {}

  /**
   * The reader has opened the thing itself: all of their own notifications about it are settled. Twice is once.
   * @throws BAD_USER_INPUT for a subject that cannot be
   */
  async settleOpened(userId: string, subject: SubjectRef): Promise<ChangedMany> {
    const [acted] = await this.database.transaction((sql) =>
      this.settle(
        sql,
        [userId],
        (parameters) =>
          `${subjectCondition(subject, parameters)} and (n.read_at is null or n.settled_at is null)`,
      ),
    );
    return acted!;
  }

  /**
   * It was decided: whoever was asked is asked no more. Rows that were settled before change too, so that every device
   * hears what became of it. Belongs into the transaction that decided it, after the lock on its own row.
   * @param others whose inboxes the transaction changes afterwards: all are locked before any is changed
   * @param after who came last, where more were asked than belong into one transaction
   * @returns who came last, for `settleRest`; undefined when nobody is left
   */
  async settleDecided(
    sql: Transaction,
    { type, applicationId }: Question,
    others: readonly string[],
    after = '',
  ): Promise<string | undefined> {
    const asked = await sql.query<{ userId: string }>(
      `select distinct user_id as "userId" from notifications
       where application_id = $1 and type = $2 and user_id > $3 order by user_id limit ${INBOXES_A_TRANSACTION}`,
      [applicationId, type, after],
    );
    const userIds = [...asked.map(({ userId }) => userId), ...others];
    await this.settle(
      sql,
      userIds,
      (parameters) =>
        `n.application_id = ${parameters.add(applicationId)} and n.type = ${parameters.add(type)}`,
    );
    return asked[INBOXES_A_TRANSACTION - 1]?.userId;
  }

  /** The same for those who come after, once it is committed. */
  async settleRest(question: Question, after: string | undefined): Promise<void> {
    for (let last = after; last !== undefined;) {
      const from = last;
      last = await this.database.transaction((sql) => this.settleDecided(sql, question, [], from));
    }
  }

  private async settle(
    sql: Transaction,
    userIds: readonly string[],
    condition: (parameters: Parameters) => string,
  ): Promise<Acted[]> {
    await lockInboxes(sql, userIds);
    const inboxes = await actOnAll(sql, 'settle', userIds, condition);
    const deltas = inboxes.flatMap(({ delta }) => delta ?? []);
    if (deltas.length > 0) await skipSettled(sql, userIds);
    sql.afterCommit(() => deltas.forEach(this.announce));
    return inboxes;
  }
}

/** What is in an e-mail already is looked at again when that is sent. The inboxes are locked. */
async function skipSettled(sql: Sql, userIds: readonly string[]): Promise<void> {
  await sql.query(
    `update deliveries d set state = 'SKIPPED', reason = $2, decided_at = now()
     from notifications n
     where d.user_id = any($1::text[]) and d.state in ('WAITING', 'HELD') and d.email_id is null
       and n.id = d.notification_id and n.settled_at is not null`,
    [userIds, DeliveryReason.SETTLED],
  );
}
