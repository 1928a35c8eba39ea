import webPush from 'web-push';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import type { Answer, Sender } from '../delivery/sender.ts';
import { MAX_TRIES } from '../delivery/send.task.ts';
import type { MessageDraft } from '../delivery/take-up.ts';
import { Severity } from '../inbox/severity.ts';
import { UnsafeDestination, type Destinations } from '../platform/http/outgoing/destinations.ts';
import { post } from '../platform/http/outgoing/post.ts';
import type { Database } from '../platform/postgres/database.ts';
import { payloadOf, topicOf } from './payload.ts';
import { reachable } from './reachable.ts';
import type { VapidKeys } from './vapid-keys.ts';

export interface PushSettings {
  /** Whom push services may write to: `mailto:` or `https:`. */
  readonly contact: string;
  readonly keys: () => VapidKeys;
  readonly publicUrl: string;
}

export interface PushParts {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly wordings: Wordings;
  readonly destinations: Destinations;
}

interface Endpoint {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** What became of a try at one endpoint. */
type Outcome = 'taken' | 'gone' | 'refused' | { readonly waitMs: number };

const PATIENCE_MS = 15_000;
const GONE = [404, 410];
const COME_LATER = [408, 425, 429];
const DAY_SECONDS = 24 * 60 * 60;
const MAX_WAIT_MS = 60 * 60_000;

/** To each of the reader's browsers that has not got it yet; those that are gone are forgotten. */
export function pushSender(settings: PushSettings, parts: PushParts): Sender {
  const { database, catalogue, wordings, destinations } = parts;
  return {
    send: async (draft) => {
      const endpoints = await endpointsOf(database, draft);
      const [inbox] = await database.query<{ unread: number; showsContent: boolean | null }>(
        `select i.unread, p.pushes_content as "showsContent"
         from inbox i left join preferences p on p.user_id = i.user_id where i.user_id = $1`,
        [draft.userId],
      );
      const payload = payloadOf(draft, {
        catalogue,
        wordings: await wordings.findAll(draft.entries.flatMap(({ wording }) => wording ?? [])),
        publicUrl: settings.publicUrl,
        showsContent: inbox?.showsContent ?? true,
        unread: inbox?.unread ?? 0,
      });
      const outcomes = await Promise.all(
        endpoints.map(async (endpoint) => {
          const outcome = await push(endpoint, payload, draft, settings, destinations);
          await note(database, draft.id, endpoint.id, outcome);
          return outcome;
        }),
      );
      return answerOf(await takenCount(database, draft.id), outcomes, draft);
    },
  };
}

const endpointsOf = (database: Database, { id, userId }: MessageDraft): Promise<Endpoint[]> =>
  database.query<Endpoint>(
    `select p.id, p.endpoint, p.p256dh, p.auth
     from ${reachable} where p.user_id = $1
       and not exists (select from push_taken t where t.message_id = $2 and t.endpoint_id = p.id)`,
    [userId, id],
  );

async function push(
  { endpoint, p256dh, auth }: Endpoint,
  payload: string,
  draft: MessageDraft,
  { contact, keys }: PushSettings,
  destinations: Destinations,
): Promise<Outcome> {
  try {
    const { headers, body } = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, payload, {
      vapidDetails: { subject: contact, ...keys() },
      contentEncoding: 'aes128gcm',
      TTL: ttlOf(draft),
      urgency: urgencyOf(draft),
      topic: topicOf(draft),
    });
    const { 'Content-Length': _ours, ...sent } = headers;
    const { status, retryAfter } = await post(await destinations.find(endpoint), {
      headers: sent,
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (status >= 200 && status < 300) return 'taken';
    if (GONE.includes(status)) return 'gone';
    if (status >= 500 || COME_LATER.includes(status)) return { waitMs: waitOf(retryAfter) };
    return 'refused';
  } catch (error) {
    if (error instanceof UnsafeDestination) return 'gone';
    const isOurs = !(error as { code?: string }).code && (error as Error).name === 'Error';
    return isOurs ? 'refused' : { waitMs: 0 };
  }
}

/** In seconds or as a date (RFC 9110, section 10.2.3); an hour at most, after which we look ourselves. */
function waitOf(retryAfter: string | undefined): number {
  if (retryAfter === undefined) return 0;
  const ms = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Math.min(Math.max(ms || 0, 0), MAX_WAIT_MS);
}

async function note(
  database: Database,
  messageId: string,
  endpointId: string,
  outcome: Outcome,
): Promise<void> {
  if (outcome === 'taken')
    await database.query(
      `insert into push_taken (message_id, endpoint_id)
       select $1, id from push_endpoints where id = $2 on conflict do nothing`,
      [messageId, endpointId],
    );
  if (outcome === 'gone') await database.query('delete from push_endpoints where id = $1', [endpointId]);
}

async function takenCount(database: Database, messageId: string): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    'select count(*)::int as count from push_taken where message_id = $1',
    [messageId],
  );
  return row!.count;
}

/** As long as one may take it yet it is tried again; at the end it is sent if anybody has it. */
function answerOf(taken: number, outcomes: readonly Outcome[], { attempt }: MessageDraft): Answer {
  const waits = outcomes.flatMap((outcome) => (typeof outcome === 'object' ? outcome.waitMs : []));
  const answer = `Taken by ${taken} of ${taken + outcomes.filter((outcome) => outcome !== 'taken').length}`;
  if (waits.length > 0 && (taken === 0 || attempt < MAX_TRIES))
    return { isSent: false, answer, isFinal: false, waitMs: Math.max(...waits) };
  return taken > 0 ? { isSent: true, answer } : { isSent: false, answer, isFinal: true };
}

/** For how long a push service keeps it for a device that is off: what is urgent longer, what expires no longer. */
function ttlOf({ entries }: MessageDraft): number {
  const days = entries.some(({ severity }) => severity === Severity.URGENT) ? 7 : 3;
  const ends = entries.map(({ expiresAt }) => (expiresAt === null ? Infinity : Date.parse(expiresAt)));
  const left = Math.max(...ends) === Infinity ? Infinity : (Math.max(...ends) - Date.now()) / 1_000;
  return Math.max(60, Math.floor(Math.min(days * DAY_SECONDS, left)));
}

/** RFC 8030, section 5.3: what may wait for a phone to wake up, and what may not. */
function urgencyOf({ entries }: MessageDraft): 'low' | 'normal' | 'high' {
  if (entries.some(({ severity }) => severity === Severity.URGENT || severity === Severity.HIGH))
    return 'high';
  return entries.every(({ severity }) => severity === Severity.LOW) ? 'low' : 'normal';
}
