/**
 * What is kept in the audit log, by the names of the mutations: every act that takes a scope or an admin, but sending
 * itself, which is too much and leaves notifications with the name of their service.
 */
export const AUDITED_ACTS = [
  'addToTopic',
  'cancelBroadcast',
  'createBroadcast',
  'createServiceKey',
  'declareCategory',
  'declareTopic',
  'declareType',
  'eraseUser',
  'registerWebhook',
  'removeCategory',
  'removeFromTopic',
  'removeTopic',
  'removeType',
  'removeWebhook',
  'retractNotifications',
  'retryFailedEmails',
  'revokeServiceKey',
  'rotateWebhookSecret',
  'sendIntakeAgain',
  'sendWebhookMessageAgain',
  'settleNotifications',
] as const;

export type AuditedAct = (typeof AUDITED_ACTS)[number];
