import type { Sql } from '../platform/postgres/database.ts';
import { sendingSql } from './jobs.ts';
import { WebhookEvent } from './webhook-event.ts';

/** How many notifications one message names. */
const MAX_NAMED = 500;

/** A UUID that begins with the time, so that ids are in order; PostgreSQL has its own only from 18 on. */
const newId = `encode(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 'hex')::uuid`;

/**
 * Two CTEs that tell the webhooks of the services whose notifications stand in the CTE or table `changed` (id, user_id,
 * service): one message and one job for each 500 of them and webhook. Where there are no webhooks it costs a look at an
 * empty table. The statement must end with `where ${HAS_TOLD}`, since PostgreSQL runs only what is asked for.
 * @param more what else the messages say, as jsonb
 */
export const tellingSql = (event: WebhookEvent, more = `'{}'::jsonb`): string => `told as (
    insert into webhook_messages (id, webhook_id, event, data)
    select ${newId}, webhook_id, '${event}', ${more} || jsonb_build_object('notifications',
      jsonb_agg(jsonb_build_object('id', id, 'recipientId', user_id)))
    from (
      select w.id as webhook_id, c.id, c.user_id,
        (row_number() over (partition by w.id) - 1) / ${MAX_NAMED} as part
      from webhooks w join changed c on c.service = w.service
      where w.is_enabled and w.events @> '{${event}}'
    ) named
    group by webhook_id, part
    returning id, webhook_id
  ), told_job as (select ${sendingSql('told.id', 'told.webhook_id')} from told)`;

/** For the end of a statement with `tellingSql`: it is always so. */
export const HAS_TOLD = '(select count(*) from told_job) >= 0';

/** What was answered to a notification's question, and by whom. */
export interface TakenAction {
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly requestKey: string | null;
  readonly action: { readonly id: string; readonly label: string };
  readonly by: { readonly id: string | null; readonly name: string };
  readonly comment: string | null;
}

/** Tells the services that sent them of an action. In the transaction of the action. */
export const tellActed = (
  sql: Sql,
  notificationIds: readonly string[],
  { subject, requestKey, action, by, comment }: TakenAction,
): Promise<void> =>
  tellAbout(sql, WebhookEvent.NOTIFICATION_ACTED, notificationIds, {
    subject: subject && { type: subject.type, id: subject.id },
    requestKey,
    action: { id: action.id, label: action.label },
    by: { id: by.id, name: by.name },
    comment,
  });

/** Tells the services that sent them of notifications that a channel could not deliver. In the transaction of that. */
export const tellDeliveryFailed = (
  sql: Sql,
  notificationIds: readonly string[],
  failure: { readonly channel: string; readonly reason: string },
): Promise<void> => tellAbout(sql, WebhookEvent.DELIVERY_FAILED, notificationIds, failure);

/** Tells admins' webhooks of a user who changed their preferences. In the transaction of the change. */
export async function tellPreferencesChanged(sql: Sql, userId: string): Promise<void> {
  await sql.query(
    `with told as (
       insert into webhook_messages (id, webhook_id, event, data)
       select ${newId}, id, '${WebhookEvent.PREFERENCES_CHANGED}', jsonb_build_object('recipientId', $1::text)
       from webhooks where is_enabled and is_admins and events @> '{${WebhookEvent.PREFERENCES_CHANGED}}'
       returning id, webhook_id
     )
     select ${sendingSql('told.id', 'told.webhook_id')} from told`,
    [userId],
  );
}

async function tellAbout(
  sql: Sql,
  event: WebhookEvent,
  notificationIds: readonly string[],
  more: object,
): Promise<void> {
  await sql.query(
    `with changed as (select id, user_id, service from notifications where id = any($1::uuid[])),
       ${tellingSql(event, '$2::jsonb')}
     select where ${HAS_TOLD}`,
    [notificationIds, JSON.stringify(more)],
  );
}
