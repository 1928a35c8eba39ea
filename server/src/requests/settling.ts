import { actOnAll, type Acted } from '../inbox/acts/acting.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import type { Outcome } from '../inbox/action.ts';
import type { Announce, Delta } from '../inbox/delta.ts';
import type { ChangedMany } from '../inbox/inbox.service.ts';
import { Parameters } from '../inbox/parameters.ts';
import { subjectCondition, type SubjectRef } from '../inbox/subject.ts';
import { DeliveryReason } from '../delivery/rules.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';

const INBOXES_A_TRANSACTION = 500;

/** The task that settles what one transaction could not: `{ asked, outcome }`. */
export const SETTLE_REST = 'settle_rest';

/** Which notifications ask for what was settled. Plain data, since a job may go on with it. */
export type Asked =
  /** Whoever sent them. */
  | { readonly subject: SubjectRef; readonly type: string }
  | {
      readonly requestIds: readonly string[];
      /** What a service tells about a subject outside of all requests, besides. */
      readonly besides?: { readonly subject: SubjectRef; readonly service: string };
    };

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
    return this.database.transaction(async (sql) => {
      await lockInboxes(sql, [userId]);
      const [acted] = await actOnAll(
        sql,
        'settle',
        [userId],
        (parameters) =>
          `${subjectCondition(subject, parameters)} and (n.read_at is null or n.settled_at is null)`,
      );
      await this.tell(sql, [acted!]);
      return acted!;
    });
  }

  /**
   * It was decided: whoever was asked is told what became of it, and asked no more. Rows that were settled before
   * change too, so that every device hears it. 500 inboxes in this transaction, the others by a job. Belongs into the
   * transaction that decided it, after the locks on the business row and the request.
   * @param outcome null: it was decided, and nothing is known of how
   * @param others whose inboxes the transaction changes afterwards: all are locked before any is changed
   */
  async end(
    sql: Transaction,
    asked: Asked,
    outcome: Outcome | null,
    others: readonly string[] = [],
  ): Promise<void> {
    const isDone = await this.endSome(sql, asked, outcome, others);
    if (!isDone) await settleLater(sql, asked, outcome);
  }

  /** What a job does with the others. Whoever it has come to is not met again, so it may be cut off at any time. */
  readonly endRest = async ({ asked, outcome }: { asked: Asked; outcome: Outcome | null }): Promise<void> => {
    for (let isDone = false; !isDone;)
      isDone = await this.database.transaction((sql) => this.endSome(sql, asked, outcome, []));
  };

  /** As many as belong into one transaction. Returns whether these were all. */
  private async endSome(
    sql: Transaction,
    asked: Asked,
    outcome: Outcome | null,
    others: readonly string[],
  ): Promise<boolean> {
    const open = await openInboxes(sql, asked, outcome);
    const userIds = open.slice(0, INBOXES_A_TRANSACTION);
    await lockInboxes(sql, [...userIds, ...others]);
    const condition = (parameters: Parameters) => openCondition(asked, outcome, parameters);
    if (userIds.length > 0)
      await this.tell(sql, await actOnAll(sql, 'decide', userIds, condition, [outcome]));
    return open.length === userIds.length;
  }

  /**
   * For those who are added to a request after it was decided, in the transaction that added them.
   * @param added what came into their inboxes; not yet announced
   * @returns what is to be announced instead: they come settled, and nobody hears of them as open
   */
  async settleLate(
    sql: Transaction,
    { id, outcome }: { readonly id: string; readonly outcome: Outcome | null },
    added: readonly Delta[],
  ): Promise<Delta[]> {
    const userIds = added.map(({ inbox }) => inbox.userId);
    const condition = (parameters: Parameters) => openCondition({ requestIds: [id] }, outcome, parameters);
    const acted = await actOnAll(sql, 'decide', userIds, condition, [outcome]);
    await skipSettled(sql, userIds);
    const settled = new Map(acted.map(({ inbox, delta }) => [inbox.userId, delta]));
    return added.map((delta) => {
      const after = settled.get(delta.inbox.userId);
      return after ? { ...after, fromSeq: delta.fromSeq } : delta;
    });
  }

  private async tell(sql: Transaction, inboxes: readonly Acted[]): Promise<void> {
    const deltas = inboxes.flatMap(({ delta }) => delta ?? []);
    if (deltas.length === 0) return;
    await skipSettled(
      sql,
      deltas.map(({ inbox }) => inbox.userId),
    );
    sql.afterCommit(() => deltas.forEach(this.announce));
  }
}

/** What is asked, and not yet settled with this outcome, as a condition on `notifications n`. */
function openCondition(asked: Asked, outcome: Outcome | null, parameters: Parameters): string {
  const open = outcome === null ? '(n.settled_at is null or n.actions is not null)' : 'n.outcome is null';
  return `${askedCondition(asked, parameters)} and ${open}`;
}

function askedCondition(asked: Asked, parameters: Parameters): string {
  if ('type' in asked)
    return `${subjectCondition(asked.subject, parameters)} and n.type = ${parameters.add(asked.type)}`;
  const { requestIds, besides } = asked;
  const isOfRequest = `n.request_id = any(${parameters.add(requestIds)}::uuid[])`;
  if (!besides) return isOfRequest;
  const isAbout = `${subjectCondition(besides.subject, parameters)} and n.service = ${parameters.add(besides.service)}`;
  return `(${isOfRequest} or ${isAbout} and n.request_id is null)`;
}

/**
 * Those with what is deleted too: it may come back. In the order of their locks; one more than belong into a transaction, to see whether there are more. */
async function openInboxes(sql: Sql, asked: Asked, outcome: Outcome | null): Promise<string[]> {
  const parameters = new Parameters([]);
  const open = await sql.query<{ userId: string }>(
    `select distinct n.user_id as "userId" from all_notifications n
     where ${openCondition(asked, outcome, parameters)} order by n.user_id limit ${INBOXES_A_TRANSACTION + 1}`,
    parameters.values,
  );
  return open.map(({ userId }) => userId);
}

/** How many notifications ask for it still. */
export async function countOpen(sql: Sql, asked: Asked, outcome: Outcome | null): Promise<number> {
  const parameters = new Parameters([]);
  const [counted] = await sql.query<{ count: number }>(
    `select count(*)::int as count from notifications n where ${openCondition(asked, outcome, parameters)}`,
    parameters.values,
  );
  return counted!.count;
}

async function settleLater(sql: Sql, asked: Asked, outcome: Outcome | null): Promise<void> {
  await sql.query('select graphile_worker.add_job($1, $2::json)', [
    SETTLE_REST,
    JSON.stringify({ asked, outcome }),
  ]);
}

/** What is in a message already is looked at again when that is sent. The inboxes are locked. */
async function skipSettled(sql: Sql, userIds: readonly string[]): Promise<void> {
  await sql.query(
    `update deliveries d set state = 'SKIPPED', reason = $2, decided_at = now()
     from notifications n
     where d.user_id = any($1::text[]) and d.state in ('WAITING', 'HELD') and d.message_id is null
       and n.id = d.notification_id and n.settled_at is not null`,
    [userIds, DeliveryReason.SETTLED],
  );
}
