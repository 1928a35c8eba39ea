import type { Personal } from '../platform/personal.ts';
import { namelessSender, theirSender } from '../users/nameless.ts';

// Messages name up to 500 notifications, whose recipients may be many.
const NAMES_THEM = `data @> jsonb_build_object('notifications',
  jsonb_build_array(jsonb_build_object('recipientId', $1::text)))`;
const OTHERS = `jsonb_array_elements(data -> 'notifications') one where one ->> 'recipientId' <> $1`;
const IS_BY_THEM = `data -> 'by' ->> 'id' = $1`;
const BY_SOMEBODY = `'{"by": {"id": null, "name": ""}, "comment": null}'::jsonb`;

/** What webhooks were told of somebody, and are to be told; and whose webhooks they are. */
export const personalInWebhooks: readonly Personal[] = [
  {
    table: 'webhook_messages',
    of: `(data ->> 'recipientId' = $1 or ${NAMES_THEM} and not exists (select from ${OTHERS}))`,
    exported: ['event', 'data', 'state', 'created_at', 'sent_at'],
    erased: 'deleted',
  },
  {
    table: 'webhook_messages',
    of: `(${NAMES_THEM} or ${IS_BY_THEM})`,
    exported: ['event', 'created_at', 'sent_at'],
    erased: {
      overwritten: {
        data: `data || jsonb_build_object('notifications', (select coalesce(jsonb_agg(one), '[]') from ${OTHERS}))
          || case when ${IS_BY_THEM} then ${BY_SOMEBODY} else '{}' end`,
      },
    },
  },
  {
    table: 'webhooks',
    of: `service = ${theirSender}`,
    exported: ['url', 'events', 'created_at'],
    erased: { overwritten: { service: namelessSender } },
  },
];
