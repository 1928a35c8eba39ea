import { LockMode } from '@mikro-orm/postgresql';
import { v7 as uuidv7 } from 'uuid';
import { audit } from '../audit/audit.ts';
import type { AuditActor } from '../audit/audit-actor.ts';
import { badInput, notFound } from '../platform/errors.ts';
import { UnsafeDestination, type Destinations } from '../platform/http/outgoing/destinations.ts';
import { checkWord, isUuid } from '../platform/input.ts';
import type { Database, Transaction } from '../platform/postgres/database.ts';
import { newSecret } from './secret.ts';
import { WebhookEvent } from './webhook-event.ts';
import { WebhookEntity } from './webhook.entity.ts';
import { WebhookMessageEntity } from './webhook-message.entity.ts';
import type { RegisterWebhookInput, RegisterWebhookPayload, WebhookType } from './webhook.type.ts';

export const MAX_WEBHOOKS = 20;
const MAX_URL = 2_000;
/** For how long the former secret signs too; the statement in take-up.ts says the same. */
const FORMER_MS = 24 * 60 * 60 * 1_000;

/** Whose webhooks: a sender, as `senderOf` says, and whether an admin is; and who changes them. */
export interface Owner {
  readonly service: string;
  readonly isAdmin: boolean;
  readonly by: AuditActor;
}

/** What services say about where they want to be told. Each sees and changes its own alone. */
export class WebhookService {
  constructor(
    private readonly database: Database,
    private readonly destinations: Destinations,
  ) {}

  /** The oldest first. */
  list(service: string): Promise<WebhookType[]> {
    return this.database.entities.find(
      WebhookEntity,
      { service },
      { orderBy: { id: 'asc' }, limit: MAX_WEBHOOKS },
    ) as Promise<WebhookType[]>;
  }

  /**
   * @throws BAD_USER_INPUT for an address that is not on the internet, no events, PREFERENCES_CHANGED for whoever is no
   *   admin, or when the service has 20 webhooks
   */
  async register(
    { service, isAdmin, by }: Owner,
    { url, events }: RegisterWebhookInput,
  ): Promise<RegisterWebhookPayload> {
    checkEvents(events, isAdmin);
    await this.checkAddress(url);
    const secret = newSecret();
    const webhook = {
      id: uuidv7(),
      service,
      isAdmins: isAdmin,
      url,
      events: [...new Set(events)],
      secrets: [secret],
      isEnabled: true,
    };
    await this.database.transaction(async (sql) => {
      // One after the other, so that the limit is exact.
      await sql.query(`select pg_advisory_xact_lock(hashtext('webhooks'), hashtext($1))`, [service]);
      if ((await sql.entities.count(WebhookEntity, { service })) >= MAX_WEBHOOKS)
        throw badInput(`There are ${MAX_WEBHOOKS} webhooks already, which is the most`);
      await sql.entities.insert(WebhookEntity, webhook);
      await audit(sql, by, 'registerWebhook', [webhook.id]);
    });
    return { webhook, secret };
  }

  /**
   * Makes a new secret; the one before it signs for a day too, any older one no more.
   * @throws NOT_FOUND unless it is the service's
   */
  rotate(
    { service, by }: Owner,
    id: string,
  ): Promise<{ webhook: WebhookType; secret: string; formerUntil: string }> {
    return this.database.transaction(async (sql) => {
      const webhook = await ownWebhook(sql, service, id);
      const secret = newSecret();
      const [rotated] = await sql.query<{ formerUntil: string }>(
        `update webhooks set secrets = array[$2, secrets[1]], rotated_at = now() where id = $1
         returning rotated_at as "formerUntil"`,
        [id, secret],
      );
      await audit(sql, by, 'rotateWebhookSecret', [id]);
      const formerUntil = new Date(Date.parse(rotated!.formerUntil) + FORMER_MS).toISOString();
      return { webhook, secret, formerUntil };
    });
  }

  /** With all that waits to be sent to it. @throws NOT_FOUND unless it is the service's */
  async remove({ service, by }: Owner, id: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      await ownWebhook(sql, service, id);
      await sql.entities.nativeDelete(WebhookEntity, { id });
      await sql.entities.nativeDelete(WebhookMessageEntity, { webhookId: id, state: { $ne: 'SENT' } });
      await audit(sql, by, 'removeWebhook', [id]);
    });
  }

  private async checkAddress(url: string): Promise<void> {
    checkWord('url', url, MAX_URL);
    try {
      await this.destinations.find(url);
    } catch (error) {
      if (!(error instanceof UnsafeDestination)) throw error;
      throw badInput('url must be an https address that leads to the internet', 'url');
    }
  }
}

async function ownWebhook({ entities }: Transaction, service: string, id: string): Promise<WebhookType> {
  const own = isUuid(id)
    ? await entities.findOne(WebhookEntity, { id, service }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!own) throw notFound('Webhook');
  return own as WebhookType;
}

function checkEvents(events: readonly WebhookEvent[], isAdmin: boolean): void {
  if (events.length === 0) throw badInput('events must have one entry at least', 'events');
  if (events.includes(WebhookEvent.PREFERENCES_CHANGED) && !isAdmin)
    throw badInput('PREFERENCES_CHANGED is for webhooks of admins', 'events');
}
