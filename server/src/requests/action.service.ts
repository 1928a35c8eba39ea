import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import type { Action, Outcome } from '../inbox/action.ts';
import type { InboxService, Marked } from '../inbox/inbox.service.ts';
import type { Actor } from '../inbox/notification.row.ts';
import { subjectIdColumn, subjectTypeColumn, type SubjectRef } from '../inbox/subject.ts';
import { badInput, conflict, notFound } from '../platform/errors.ts';
import { checkText, checkWord, isUuid } from '../platform/input.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { MAX_REASON } from '../platform/text/limits.ts';
import { isVisible } from '../platform/text/text.ts';
import { OWN_SERVICE } from '../users/viewer.ts';
import { tellActed } from '../webhooks/tell.ts';
import { decideRequest, lockRequests, settleRequests, type Request } from './request.ts';
import { countOpen, type Asked, type Settling } from './settling.ts';

/** What somebody does about a notification of theirs. */
export interface Performed {
  readonly readerId: string;
  readonly subjectId: string;
  readonly actionId: string;
  readonly comment: string | null;
}

/**
 * Does what an action of one of our own types means, in a transaction: locks its business row, decides, and has the
 * request settled. Throws where it cannot be done any more.
 */
export type ActionHandler = (sql: Transaction, performed: Performed) => Promise<void>;

interface Question {
  service: string | null;
  type: string;
  subjectType: string | null;
  subjectId: string | null;
  requestId: string | null;
  actions: readonly Action[] | null;
  outcome: Outcome | null;
}

/** Actions are answered once for all who were asked: whoever comes first. */
export class ActionService {
  private readonly handlers = new Map<string, ActionHandler>();

  constructor(
    private readonly database: Database,
    private readonly inboxes: InboxService,
    private readonly settling: Settling,
  ) {}

  /** Has the actions of one of our own types done by this. */
  handle(type: string, handler: ActionHandler): void {
    this.handlers.set(type, handler);
  }

  /**
   * @param by the reader, as all who were asked will be told
   * @throws NOT_FOUND unless the notification is theirs, BAD_USER_INPUT for an action that it does not have or a comment
   *   that cannot be, CONFLICT where somebody was first (says who)
   */
  async perform(
    by: Actor & { id: string },
    id: string,
    actionId: string,
    comment?: string | null,
  ): Promise<Marked> {
    const question = await this.find(by.id, id);
    const action = openAction(question, actionId);
    const words = comment && isVisible(comment) ? checkText('comment', comment, MAX_REASON) : null;
    if (words !== null && !action.asksForComment) throw badInput('This action takes no comment', 'comment');
    // Found without a lock: the business row is locked before the request, as by whoever decides on a page.
    const handler = question.service === OWN_SERVICE ? this.handlers.get(question.type) : undefined;
    await this.database.transaction(async (sql) => {
      const { subjectId, requestId } = question;
      if (handler && subjectId !== null)
        return handler(sql, { readerId: by.id, subjectId, actionId, comment: words });
      const outcome = { action, by, at: new Date().toISOString(), comment: words };
      const decided = await decideRequest(sql, requestId!, outcome);
      if ('earlier' in decided) throw alreadyDone(decided.earlier);
      await this.settling.end(sql, { requestIds: [requestId!] }, outcome);
      const subject = question.subjectType === null ? null : { type: question.subjectType, id: subjectId! };
      await tellActed(sql, [id], { subject, requestKey: decided.key, action, by, comment: words });
    });
    return this.inboxes.show(by.id, id);
  }

  /**
   * A service says that it was decided elsewhere. Twice is once.
   * @param asker the service, and who speaks for it
   * @param requestKey null: everything that the service asks about the subject
   * @param how what was done and by whom, for those who were asked; undefined: they are told only that it is settled
   * @returns how many notifications asked for it
   * @throws BAD_USER_INPUT for an action that none of them has
   */
  async settle(
    { service, by }: { readonly service: string; readonly by: AuditActor },
    subject: SubjectRef,
    requestKey: string | null,
    how?: { readonly actionId: string; readonly by: Actor; readonly comment: string | null },
  ): Promise<number> {
    return this.database.transaction(async (sql) => {
      const requests = await lockRequests(sql, { service, subject, key: requestKey });
      const outcome = how ? outcomeOf(requests, how) : null;
      const open = requests.filter(({ isSettled }) => !isSettled).map(({ id }) => id);
      await settleRequests(sql, open, outcome);
      const asked: Asked = {
        requestIds: open,
        ...(requestKey === null && { besides: { service, subject } }),
      };
      const count = await countOpen(sql, asked, outcome);
      await audit(sql, by, 'settleNotifications', [`${subject.type}/${subject.id}`]);
      await this.settling.end(sql, asked, outcome);
      return count;
    });
  }

  private async find(userId: string, id: string): Promise<Question> {
    if (!isUuid(id)) throw notFound('Notification');
    const [question] = await this.database.query<Question>(
      `select n.service, n.type, ${subjectTypeColumn} as "subjectType", ${subjectIdColumn} as "subjectId",
         n.request_id as "requestId", n.actions, n.outcome
       from notifications n where n.id = $1 and n.user_id = $2`,
      [id, userId],
    );
    if (!question) throw notFound('Notification');
    return question;
  }
}

function openAction({ actions, outcome, requestId }: Question, actionId: string): Action {
  checkWord('actionId', actionId, 100);
  if (outcome || (requestId !== null && actions === null)) throw alreadyDone(outcome);
  const action = actions?.find(({ id }) => id === actionId);
  if (!action) throw badInput('The notification has no such action', 'actionId');
  return action;
}

/** Says who was first, if that is known. */
function alreadyDone(outcome: Outcome | null): Error {
  if (!outcome) return conflict('It was decided elsewhere');
  const { action, by, at } = outcome;
  return conflict(`${by.name} was first: ${action.label}`, {
    by: { id: by.id, name: by.name },
    at,
    actionId: action.id,
  });
}

function outcomeOf(
  requests: readonly Request[],
  { actionId, by, comment }: { actionId: string; by: Actor; comment: string | null },
): Outcome {
  const action = requests.flatMap(({ actions }) => actions ?? []).find(({ id }) => id === actionId);
  if (!action) throw badInput('Nothing that is asked about it has such an action', 'actionId');
  return { action, by, at: new Date().toISOString(), comment };
}
