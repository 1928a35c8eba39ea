import type { Announce } from '../inbox/delta.ts';
import { PublicError } from '../platform/errors.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';
import { addNotifications, type SendSetup } from './add-notifications.ts';
import { refusingNotKept, type Content } from './content.ts';
import { isOver } from './expiry.ts';

/** At most so many at a time: the rest has its turn a few seconds later. */
const REQUESTS_A_SWEEP = 500;

export interface EscalatingNeeds {
  readonly setup: SendSetup;
  /** Tells followers of what came. */
  readonly announce: Announce;
  readonly onTrouble: (error: unknown) => void;
}

interface Due {
  readonly escalateTo: string;
  readonly content: string;
}

/**
 * What is asked, if its type says so, is told to somebody else where nobody has answered in time: once a request, from
 * when the first was asked. The answer cancels it (requests/request.ts). In the transaction that asks, after the request
 * and before any inbox is locked.
 */
export async function escalateLater(sql: Sql, content: Content): Promise<void> {
  const { escalation, requestId } = content;
  if (escalation === null || requestId === null) return;
  await sql.query(
    `insert into escalations (request_id, escalate_to, content, due_at)
     values ($1, $2, $3, now() + make_interval(mins => $4)) on conflict do nothing`,
    [requestId, escalation.to, JSON.stringify(content), escalation.afterMinutes],
  );
}

/** Tells what nobody has answered in time. Replicas that do it at the same moment do no harm. */
export async function escalateDue(database: Database, needs: EscalatingNeeds): Promise<void> {
  const due = await database.query<{ requestId: string }>(
    `select request_id as "requestId" from escalations where due_at <= now() order by due_at limit ${REQUESTS_A_SWEEP}`,
  );
  for (const { requestId } of due) {
    try {
      await database.transaction((sql) => escalate(sql, requestId, needs));
    } catch (error) {
      if (!(error instanceof PublicError)) throw error;
      // Nobody can be told: another try would end as this one did.
      await database.query('delete from escalations where request_id = $1', [requestId]);
      needs.onTrouble(error);
    }
  }
}

/** The request is locked first, as by whoever answers: either the answer was there before, or it comes after. */
async function escalate(
  sql: Transaction,
  requestId: string,
  { setup, announce }: EscalatingNeeds,
): Promise<void> {
  const [request] = await sql.query<{ isSettled: boolean }>(
    `select settled_at is not null as "isSettled" from requests where id = $1 for share`,
    [requestId],
  );
  const [due] = await sql.query<Due>(
    `delete from escalations where request_id = $1 and due_at <= now()
     returning escalate_to as "escalateTo", content`,
    [requestId],
  );
  if (!due || !request || request.isSettled) return;
  const { escalateTo } = due;
  const content = contentOf(due, requestId);
  if (isOver(content) || (await isAsked(sql, requestId, escalateTo))) return;
  const adding = addNotifications(sql, setup, [{ recipientId: escalateTo, content }]);
  const { deltas } = await refusingNotKept(adding);
  sql.afterCommit(() => deltas.forEach(announce));
}

/** As the others were asked; the request is there, and what is sent is known to its sender by no key. */
const contentOf = ({ content }: Due, requestId: string): Content => ({
  ...(JSON.parse(content) as Content),
  ...{
    requestId,
    requestKey: null,
    newRequestKey: null,
    idempotencyKey: null,
    escalation: null,
    isEscalated: true,
  },
});

async function isAsked(sql: Sql, requestId: string, userId: string): Promise<boolean> {
  const asked = await sql.query(
    'select from all_notifications where request_id = $1 and user_id = $2 limit 1',
    [requestId, userId],
  );
  return asked.length > 0;
}
