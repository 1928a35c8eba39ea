import { registerEnumType } from 'type-graphql';

/** What a webhook can be told of. */
export enum WebhookEvent {
  NOTIFICATION_READ = 'NOTIFICATION_READ',
  NOTIFICATION_ARCHIVED = 'NOTIFICATION_ARCHIVED',
  NOTIFICATION_ACTED = 'NOTIFICATION_ACTED',
  DELIVERY_FAILED = 'DELIVERY_FAILED',
  PREFERENCES_CHANGED = 'PREFERENCES_CHANGED',
}

/** As the messages name them. */
export const messageType: Readonly<Record<WebhookEvent, string>> = {
  NOTIFICATION_READ: 'notification.read',
  NOTIFICATION_ARCHIVED: 'notification.archived',
  NOTIFICATION_ACTED: 'notification.acted',
  DELIVERY_FAILED: 'delivery.failed',
  PREFERENCES_CHANGED: 'preferences.changed',
};

registerEnumType(WebhookEvent, {
  name: 'WebhookEvent',
  description: 'What a webhook can be told of: of notifications only those that its own service has sent.',
  valuesConfig: {
    NOTIFICATION_READ: { description: 'Readers marked notifications read.' },
    NOTIFICATION_ARCHIVED: { description: 'Readers archived notifications.' },
    NOTIFICATION_ACTED: { description: 'Somebody took an action that was offered.' },
    DELIVERY_FAILED: { description: 'An e-mail could not be sent, and is not tried again by itself.' },
    PREFERENCES_CHANGED: {
      description: 'A reader changed what they want to hear of. Only for webhooks of admins.',
    },
  },
});
