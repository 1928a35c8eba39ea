import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { persistently } from '../platform/postgres/persistently.ts';
import { DeliveryReason } from '../delivery/rules.ts';
import { takeUp, type EmailDraft } from './draft.ts';
import { sendAt } from '../delivery/jobs.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import { Channel } from '../catalogue/category.ts';
import { tellDeliveryFailed } from '../webhooks/tell.ts';
import type { Answer, Mailer, OutgoingEmail } from './mailer.ts';

/** What became of a try. */
export type EmailOutcome = 'sent' | 'retrying' | 'refused' | 'gave_up' | 'cancelled';

export interface SendOptions {
  readonly catalogue: Catalogue;
  readonly mailer: Mailer;
  readonly compose: (draft: EmailDraft) => Promise<OutgoingEmail>;
  readonly now: () => Date;
  readonly count: (outcome: EmailOutcome) => void;
}

const MAX_TRIES = 10;

/**
 * Sends an e-mail, or tries again. A try is counted before it is made and its answer noted after, so whoever is killed
 * in between leads to another try, with the same message id.
 */
export const sendEmail =
  (database: Database, options: SendOptions) =>
  async ({ emailId }: { emailId: string }): Promise<void> => {
    const { catalogue, compose, mailer, now, count } = options;
    const draft = await database.transaction((sql) => takeUp(sql, emailId, catalogue, now()));
    if (draft === 'cancelled') count(draft);
    if (!draft || draft === 'cancelled') return;
    const answer = await mailer.send(await compose(draft));
    await persistently(() => database.transaction((sql) => note(sql, draft, answer, now())));
    count(outcomeOf(draft, answer));
  };

function outcomeOf({ attempt }: EmailDraft, answer: Answer): EmailOutcome {
  if (answer.isSent) return 'sent';
  if (answer.isFinal) return 'refused';
  return attempt < MAX_TRIES ? 'retrying' : 'gave_up';
}

async function note(sql: Sql, draft: EmailDraft, answer: Answer, now: Date): Promise<void> {
  const outcome = outcomeOf(draft, answer);
  const state = {
    sent: 'SENT',
    retrying: 'SENDING',
    refused: 'DEAD',
    gave_up: 'DEAD',
    cancelled: 'CANCELLED',
  }[outcome];
  const [email] = await sql.query(
    `update emails set state = $2, answer = $3, sent_at = case when $2 = 'SENT' then $4::timestamptz end
     where id = $1 and state = 'SENDING' returning id`,
    [draft.id, state, answer.answer, now],
  );
  if (!email) return;
  await lockInboxes(sql, [draft.userId]);
  const again = outcome === 'retrying' ? nextTry(draft.attempt, now) : null;
  const deliveries = await sql.query<{ id: string }>(
    `update deliveries set state = $2, reason = $3, decided_at = $4, due_at = coalesce($5, due_at) where email_id = $1
     returning notification_id as id`,
    [draft.id, deliveryState[outcome], reason[outcome], now, again],
  );
  if (again) await sendAt(sql, draft.id, again);
  if (outcome !== 'refused' && outcome !== 'gave_up') return;
  const ids = deliveries.map(({ id }) => id);
  await tellDeliveryFailed(sql, ids, { channel: Channel.EMAIL, reason: reason[outcome] });
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

/** After 3, 7, 20, 55 seconds, 2.5, 7, 18, 50 minutes, 2.3 hours. */
const nextTry = (attempt: number, now: Date) => new Date(now.getTime() + 1_000 * Math.exp(attempt));
