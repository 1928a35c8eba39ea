import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { persistently } from '../platform/postgres/persistently.ts';
import { DeliveryReason } from './rules.ts';
import { takeUp, type MessageDraft } from './take-up.ts';
import { sendAt } from './jobs.ts';
import type { OutgoingChannel } from './outgoing-channel.ts';
import type { Answer, Sender } from './sender.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import { tellDeliveryFailed } from '../webhooks/tell.ts';

/** What became of a try. */
export type Outcome = 'sent' | 'retrying' | 'refused' | 'gave_up' | 'cancelled';

export interface SendOptions {
  readonly channel: OutgoingChannel;
  readonly sender: Sender;
  readonly catalogue: Catalogue;
  readonly now: () => Date;
  readonly count: (outcome: Outcome) => void;
}

export const MAX_TRIES = 10;

/**
 * Sends a message, or tries again. A try is counted before it is made and its answer noted after, so whoever is killed
 * in between leads to another try, with the same message id.
 */
export const sendMessage =
  (database: Database, { channel, sender, catalogue, now, count }: SendOptions) =>
  // Replicas of earlier versions called it so.
  async ({ messageId, emailId }: { messageId?: string; emailId?: string }): Promise<void> => {
    const id = (messageId ?? emailId)!;
    const look = (sql: Sql) => takeUp(sql, id, { channel, catalogue, now: now() });
    const draft = await database.transaction(look);
    if (draft === 'cancelled') count(draft);
    if (!draft || draft === 'cancelled') return;
    const answer = await sender.send(draft);
    await persistently(() =>
      database.transaction((sql) => note(sql, { channel, draft, answer, now: now() })),
    );
    count(outcomeOf(draft, answer));
  };

function outcomeOf({ attempt }: MessageDraft, answer: Answer): Outcome {
  if (answer.isSent) return 'sent';
  if (answer.isFinal) return 'refused';
  return attempt < MAX_TRIES ? 'retrying' : 'gave_up';
}

interface Tried {
  readonly channel: OutgoingChannel;
  readonly draft: MessageDraft;
  readonly answer: Answer;
  readonly now: Date;
}

async function note(sql: Sql, { channel, draft, answer, now }: Tried): Promise<void> {
  const outcome = outcomeOf(draft, answer);
  const state = {
    sent: 'SENT',
    retrying: 'SENDING',
    refused: 'DEAD',
    gave_up: 'DEAD',
    cancelled: 'CANCELLED',
  }[outcome];
  const [message] = await sql.query(
    `update messages set state = $2, answer = $3, sent_at = case when $2 = 'SENT' then $4::timestamptz end
     where id = $1 and state = 'SENDING' returning id`,
    [draft.id, state, answer.answer, now],
  );
  if (!message) return;
  await lockInboxes(sql, [draft.userId]);
  const again = outcome === 'retrying' ? nextTry(draft.attempt, answer, now) : null;
  const deliveries = await sql.query<{ id: string }>(
    `update deliveries set state = $2, reason = $3, decided_at = $4, due_at = coalesce($5, due_at) where message_id = $1
     returning notification_id as id`,
    [draft.id, deliveryState[outcome], reason[outcome], now, again],
  );
  if (again) await sendAt(sql, channel.name, draft.id, again);
  if (outcome !== 'refused' && outcome !== 'gave_up') return;
  const ids = deliveries.map(({ id }) => id);
  await tellDeliveryFailed(sql, ids, { channel: channel.name, reason: reason[outcome] });
}

const deliveryState = {
  sent: 'SENT',
  retrying: 'SENDING',
  refused: 'FAILED',
  gave_up: 'FAILED',
  cancelled: 'SKIPPED',
};
const reason = {
  sent: null,
  retrying: DeliveryReason.RETRYING,
  refused: DeliveryReason.REFUSED,
  gave_up: DeliveryReason.GAVE_UP,
  cancelled: null,
};

/** After 3, 7, 20, 55 seconds, 2.5, 7, 18, 50 minutes, 2.3 hours; later where the other side says so. */
function nextTry(attempt: number, answer: Answer, now: Date): Date {
  const waitMs = answer.isSent ? 0 : (answer.waitMs ?? 0);
  return new Date(now.getTime() + Math.max(1_000 * Math.exp(attempt), waitMs));
}
