import { v7 as uuidv7 } from 'uuid';
import type { TypeDeclaration } from '../catalogue/declared-type.ts';
import type { ActionHandler } from '../requests/action.service.ts';
import { lockRequests, settleRequests } from '../requests/request.ts';
import type { Settling } from '../requests/settling.ts';
import { OWN_SERVICE } from '../users/viewer.ts';
import { actionOf, decisionActions, decisionOf, type Decision } from './application.actions.ts';
import type { SendService } from '../sending/send.service.ts';
import type { Database, Sql, Transaction } from '../platform/postgres/database.ts';
import { badInput, conflict, notFound } from '../platform/errors.ts';
import { checkText, checkWord, isUuid } from '../platform/input.ts';
import { MAX_REASON, MAX_TITLE } from '../platform/text/limits.ts';
import { isVisible } from '../platform/text/text.ts';
import type { UserService } from '../users/user.service.ts';
import { asSubject } from './application.subject.ts';
import { ApplicationEntity, type ApplicationRow } from './application.entity.ts';
import { ApplicationStatus } from './application-status.ts';
import {
  applicationApproved,
  applicationRejected,
  applicationSubmitted,
  type ApplicationFacts,
} from './application.notification-types.ts';

/** What all who are asked to decide about an application are asked. */
const DECISION = 'decision';

/** The workflow: a candidate submits, that application's instructor decides, once. Each act and its notification are one transaction. */
export class ApplicationService {
  constructor(
    private readonly database: Database,
    private readonly users: UserService,
    private readonly sender: SendService,
    private readonly settling: Settling,
  ) {}

  /** @throws BAD_USER_INPUT for a title that cannot be, or somebody who is no instructor */
  async submit(candidateId: string, title: string, instructorId: string): Promise<ApplicationRow> {
    checkText('title', title, MAX_TITLE);
    checkWord('instructorId', instructorId, 255);
    if (!(await this.users.isInstructor(instructorId)))
      throw badInput('There is no such instructor', 'instructorId');
    const id = uuidv7();
    await this.database.transaction(async (sql) => {
      await sql.query(
        `insert into applications (id, title, candidate_id, instructor_id) values ($1, $2, $3, $4)`,
        [id, title, candidateId, instructorId],
      );
      await this.send(sql, instructorId, candidateId, applicationSubmitted, id);
    });
    return this.get(id);
  }

  /**
   * @throws NOT_FOUND unless it was submitted to this instructor, CONFLICT when it is decided already (says by whom),
   *   BAD_USER_INPUT for a reason over 2,000 characters
   */
  async decide(
    instructorId: string,
    id: string,
    decision: Decision,
    reason?: string | null,
  ): Promise<ApplicationRow> {
    const words = reason && isVisible(reason) ? checkText('reason', reason, MAX_REASON) : null;
    if (!isUuid(id)) throw notFound('Application');
    await this.database.transaction((sql) => this.decideIn(sql, instructorId, id, decision, words));
    return this.get(id);
  }

  /** An action of the notification that asks for the decision: the same as deciding on the page. */
  readonly answer: ActionHandler = (sql, { readerId, subjectId, actionId, comment }) =>
    this.decideIn(sql, readerId, subjectId, decisionOf(actionId), comment);

  private async decideIn(
    sql: Transaction,
    instructorId: string,
    id: string,
    decision: Decision,
    reason: string | null,
  ): Promise<void> {
    // The condition on the status decides between two at the same moment: the second waits, and finds it decided.
    const [decided] = await sql.query<{ candidateId: string; title: string; instructorName: string }>(
      `update applications a set status = $3, reason = $4, decided_by_id = $2, decided_at = now()
       from users i where a.id = $1 and a.instructor_id = $2 and a.status = 'SUBMITTED' and i.id = a.instructor_id
       returning a.candidate_id as "candidateId", a.title, i.name as "instructorName"`,
      [id, instructorId, decision, reason],
    );
    if (!decided) throw await this.whyNot(sql, instructorId, id);
    const { candidateId, instructorName } = decided;
    const by = { id: instructorId, name: instructorName, imageUrl: null };
    const outcome = { action: actionOf(decision), by, at: new Date().toISOString(), comment: reason };
    const subject = asSubject({ id, title: decided.title });
    const open = await lockRequests(sql, { service: OWN_SERVICE, subject, key: DECISION });
    await settleRequests(
      sql,
      open.map((request) => request.id),
      outcome,
    );
    await this.settling.end(sql, { subject, type: applicationSubmitted.name }, outcome, [candidateId]);
    const type = decision === ApplicationStatus.APPROVED ? applicationApproved : applicationRejected;
    await this.send(sql, candidateId, instructorId, type, id);
  }

  private async whyNot(sql: Sql, instructorId: string, id: string): Promise<Error> {
    const [decided] = await sql.query<{ by: { id: string; name: string }; at: string; status: string }>(
      `select json_build_object('id', u.id, 'name', u.name) as by, a.decided_at as at, a.status
       from applications a join users u on u.id = a.decided_by_id where a.id = $1 and a.instructor_id = $2`,
      [id, instructorId],
    );
    if (!decided) return notFound('Application');
    const { by, at, status } = decided;
    return conflict(`Already ${status.toLowerCase()} by ${by.name}`, {
      decidedBy: by,
      decidedAt: at,
      status,
    });
  }

  /** Rings the recipient's bell, unless the act was their own. */
  private async send(
    sql: Transaction,
    recipientId: string,
    actorId: string,
    type: TypeDeclaration,
    id: string,
  ): Promise<void> {
    if (recipientId === actorId) return;
    const { title, reason, actor } = await factsOf(sql, id, actorId);
    const data: ApplicationFacts = { applicationId: id, reason: reason ?? '', hasReason: reason !== null };
    await this.sender.sendDeclared(sql, recipientId, type.name, data, {
      subject: asSubject({ id, title }),
      actor: { id: actorId, name: actor, imageUrl: null },
      ...(type === applicationSubmitted
        ? { actions: decisionActions, requestKey: DECISION }
        : { actions: null, requestKey: null }),
    });
  }

  private get(id: string): Promise<ApplicationRow> {
    return this.database.entities.findOneOrFail(ApplicationEntity, { id });
  }
}

async function factsOf(
  sql: Sql,
  id: string,
  actorId: string,
): Promise<{ title: string; reason: string | null; actor: string }> {
  const [facts] = await sql.query<{ title: string; reason: string | null; actor: string }>(
    `select a.title, a.reason, u.name as actor from applications a join users u on u.id = $2 where a.id = $1`,
    [id, actorId],
  );
  return facts!;
}
