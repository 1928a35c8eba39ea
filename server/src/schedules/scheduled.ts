/** What becomes of something that is to be sent at a moment to come. */
export enum ScheduledState {
  WAITING = 'WAITING',
  SENT = 'SENT',
  CANCELLED = 'CANCELLED',
  FAILED = 'FAILED',
}

/** As its sender is told. Moments are ISO 8601 strings in UTC. */
export interface Scheduled {
  readonly id: string;
  readonly at: string;
  readonly state: ScheduledState;
  readonly recipientId: string;
  /** What came of it; null: nothing yet. */
  readonly notificationId: string | null;
  /** Why it was not sent. */
  readonly failure: string | null;
  readonly createdAt: string;
}

/** A select list of Scheduled from `scheduled_sends`. */
export const scheduledColumns = `id, at, state, recipient_id as "recipientId", notification_id as "notificationId",
  failure, created_at as "createdAt"`;
