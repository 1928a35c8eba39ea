import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { conflict, notFound } from '../platform/errors.ts';
import type { Cursors } from '../platform/graphql/cursor.ts';
import { newestFirst } from '../platform/graphql/newest-first.ts';
import { isUuid } from '../platform/input.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { FailedWebhookMessage, FailedWebhookMessageConnection } from './failed-message.type.ts';
import { sendMessageAt } from './jobs.ts';
import { WebhookEntity } from './webhook.entity.ts';
import { WebhookMessageEntity } from './webhook-message.entity.ts';

/** What could not be sent: what an operator sees of it, and sends again. */
export class FailedMessageService {
  constructor(
    private readonly database: Database,
    private readonly cursors: Cursors,
  ) {}

  /** Newest first. @throws BAD_USER_INPUT for a cursor of another list or reader */
  page(readerId: string, size: number, after: string | null): Promise<FailedWebhookMessageConnection> {
    const asked = { list: 'failedWebhookMessages', readerId, size, after };
    return newestFirst(this.cursors, asked, {
      rows: (olderThan, limit) =>
        this.database.query<FailedWebhookMessage>(
          `select m.id, m.webhook_id as "webhookId", w.service, w.url, m.event, m.attempts, m.answer,
             m.created_at as "createdAt"
           from webhook_messages m join webhooks w on w.id = m.webhook_id
           where m.state = 'DEAD' and ($1::uuid is null or m.id < $1)
           order by m.id desc limit $2`,
          [olderThan, limit],
        ),
      countFrom: (id) =>
        this.database.entities.count(WebhookMessageEntity, { state: 'DEAD', id: { $gte: id } }),
    });
  }

  /**
   * With as many tries as at first.
   * @throws NOT_FOUND unless it has failed, CONFLICT when its webhook is disabled
   */
  async sendAgain(by: AuditActor, id: string): Promise<void> {
    if (!isUuid(id)) throw notFound('Failed message');
    await this.database.transaction(async (sql) => {
      const { entities } = sql;
      const message = await entities.findOne(WebhookMessageEntity, { id, state: 'DEAD' });
      const webhook = message && (await entities.findOne(WebhookEntity, { id: message.webhookId }));
      if (!webhook) throw notFound('Failed message');
      if (!webhook.isEnabled) throw conflict('The webhook has said that it is gone, and is disabled');
      const failed = { id, state: 'DEAD' };
      const changed = await entities.nativeUpdate(WebhookMessageEntity, failed, {
        state: 'SENDING',
        attempts: 0,
      });
      if (changed === 0) return;
      await sendMessageAt(sql, message, null);
      await audit(sql, by, 'sendWebhookMessageAgain', [id]);
    });
  }
}
