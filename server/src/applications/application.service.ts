import { v7 as uuidv7 } from 'uuid';
import type { TypeDeclaration } from '../catalogue/declared-type.ts';
import type { Settling } from '../delivery/settling.ts';
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

type Decision = ApplicationStatus.APPROVED | ApplicationStatus.REJECTED;

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
    const question = { type: applicationSubmitted.name, applicationId: id };
    const outcome = await this.database.transaction(async (sql) => {
      // The condition on the status decides between two at the same moment: the second waits, and finds it decided.
      const [decided] = await sql.query<{ candidateId: string }>(
        `update applications set status = $3, reason = $4, decided_by_id = $2, decided_at = now()
         where id = $1 and instructor_id = $2 and status = 'SUBMITTED'
         returning candidate_id as "candidateId"`,
        [id, instructorId, decision, words],
      );
      if (!decided) return undefined;
      const lastAsked = await this.settling.settleDecided(sql, question, [decided.candidateId]);
      const type = decision === ApplicationStatus.APPROVED ? applicationApproved : applicationRejected;
      await this.send(sql, decided.candidateId, instructorId, type, id);
      return { lastAsked };
    });
    if (!outcome) throw await this.whyNot(instructorId, id);
    await this.settling.settleRest(question, outcome.lastAsked);
    return this.get(id);
  }

  private async whyNot(instructorId: string, id: string): Promise<Error> {
    const application = await this.database.entities.findOne(ApplicationEntity, { id, instructorId });
    if (!application?.decidedById) return notFound('Application');
    const [decider] = await this.users.byIds([application.decidedById]);
    const verb = application.status.toLowerCase();
    return conflict(`Already ${verb} by ${decider?.name}`, {
      decidedBy: { id: decider?.id, name: decider?.name },
      decidedAt: application.decidedAt,
      status: application.status,
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
