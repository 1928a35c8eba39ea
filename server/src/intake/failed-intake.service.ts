import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { notFound } from '../platform/errors.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import { isUuid } from '../platform/input.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { FailedIntake, FailedIntakeConnection } from './failed-intake.type.ts';
import { takeBack } from './failed.ts';

/** What could not be sent: what an operator sees of it, and has tried again. */
export class FailedIntakeService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. @throws BAD_USER_INPUT for a cursor of another list or reader */
  page(readerId: string, size: number, after: string | null): Promise<FailedIntakeConnection> {
    const asked = { list: 'failedIntakes', readerId, size, after };
    return newestFirst(this.cursors, asked, {
      rows: (olderThan, limit) =>
        this.database.query<FailedIntake>(
          `select id, intake_id as "intakeId", service, recipient_id as "recipientId", input ->> 'type' as type,
             code, reason, created_at as "createdAt", failed_at as "failedAt"
           from failed_intakes where $1::uuid is null or id < $1 order by id desc limit $2`,
          [olderThan, limit],
        ),
      countFrom: async (id) => {
        const newer = await this.database.query('select from failed_intakes where id >= $1 limit 1', [id]);
        return newer.length;
      },
    });
  }

  /** @throws NOT_FOUND unless it has failed. @returns what its host knows it by */
  async sendAgain(id: string, by: AuditActor): Promise<string> {
    const intakeId = isUuid(id)
      ? await this.database.transaction(async (sql) => {
          const taken = await takeBack(sql, id);
          if (taken !== undefined) await audit(sql, by, 'sendIntakeAgain', [id]);
          return taken;
        })
      : undefined;
    if (intakeId === undefined) throw notFound('Failed intake');
    return intakeId;
  }
}
