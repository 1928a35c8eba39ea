import { UnsafeDestination, type Destinations } from '../platform/http/outgoing/destinations.ts';
import { post, type Reply } from '../platform/http/outgoing/post.ts';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { persistently } from '../platform/postgres/persistently.ts';
import { sendMessageAt } from './jobs.ts';
import { MAX_TRIES, nextTry } from './next-try.ts';
import { signedHeaders } from './secret.ts';
import { takeUp, type Message } from './take-up.ts';
import { messageType } from './webhook-event.ts';

/** What became of a try. */
export type WebhookOutcome = 'sent' | 'retrying' | 'gave_up' | 'gone';

export interface SendOptions {
  readonly destinations: Destinations;
  readonly count: (outcome: WebhookOutcome) => void;
  /** For one try, from the look for the address to the head of the answer. */
  readonly patienceMs: number;
}

/** One try: the answer in our words, for an operator, and the other side's. */
interface Try {
  readonly answer: string;
  readonly reply: Reply | undefined;
}

const GONE = 410;
/** Who says so means that a later try is welcome, and may say when. */
const COME_LATER = [429, 503];

/**
 * Sends a message to its webhook, or tries again. A try is counted before it is made and its answer noted after, so
 * whoever is killed in between leads to another try, with the same `webhook-id`.
 */
export const sendWebhook =
  (database: Database, options: SendOptions) =>
  async ({ messageId }: { messageId: string }): Promise<void> => {
    const message = await takeUp(database, messageId);
    if (!message) return;
    const made = await tryOnce(message, options);
    const outcome = outcomeOf(message, made);
    await persistently(() => database.transaction((sql) => note(sql, message, made, outcome, new Date())));
    options.count(outcome);
  };

async function tryOnce(message: Message, { destinations, patienceMs }: SendOptions): Promise<Try> {
  const signal = AbortSignal.timeout(patienceMs);
  try {
    const destination = await Promise.race([destinations.find(message.url), whenAborted(signal)]);
    const body = JSON.stringify({
      type: messageType[message.event],
      timestamp: message.createdAt,
      data: message.data,
    });
    const headers = {
      ...(await signedHeaders(message.id, message.secrets, body, new Date())),
      'content-type': 'application/json',
      'user-agent': 'Carillon',
    };
    const reply = await post(destination, { headers, body, signal });
    return { answer: `HTTP ${reply.status}`, reply };
  } catch (error) {
    return { answer: wordsFor(error as Error & { code?: string }), reply: undefined };
  }
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_resolve, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  );

/** Only codes: what else stands in an error may name addresses. */
function wordsFor(error: Error & { code?: string }): string {
  if (error instanceof UnsafeDestination) return error.message;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'No answer in time';
  return `No answer (${error.code ?? 'unknown'})`;
}

function outcomeOf({ attempt }: Message, { reply }: Try): WebhookOutcome {
  if (reply && reply.status >= 200 && reply.status < 300) return 'sent';
  if (reply?.status === GONE) return 'gone';
  return attempt < MAX_TRIES ? 'retrying' : 'gave_up';
}

const state = { sent: 'SENT', retrying: 'SENDING', gave_up: 'DEAD', gone: 'DEAD' };

async function note(
  sql: Sql,
  message: Message,
  { answer, reply }: Try,
  outcome: WebhookOutcome,
  now: Date,
): Promise<void> {
  // First the webhook, as by whoever removes it.
  if (outcome === 'gone') await disable(sql, message.webhookId, answer);
  const [noted] = await sql.query(
    `update webhook_messages set state = $2, answer = $3, sent_at = case when $2 = 'SENT' then $4::timestamptz end
     where id = $1 and state = 'SENDING' returning id`,
    [message.id, state[outcome], answer, now],
  );
  if (!noted || outcome !== 'retrying') return;
  const wish = reply && COME_LATER.includes(reply.status) ? reply.retryAfter : undefined;
  await sendMessageAt(sql, message, nextTry(message.attempt, wish, now));
}

/** Who is gone is not asked again: nothing new is told, and what waits ends. */
async function disable(sql: Sql, webhookId: string, answer: string): Promise<void> {
  await sql.query('update webhooks set is_enabled = false where id = $1', [webhookId]);
  await sql.query(
    `update webhook_messages set state = 'DEAD', answer = $2 where webhook_id = $1 and state = 'SENDING'`,
    [webhookId, answer],
  );
}
