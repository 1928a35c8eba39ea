import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { isRateLimited, type RateLimits } from '../platform/broker/rate-limit.ts';
import type { Caller } from '../platform/http/caller.ts';
import { httpError } from '../platform/http/http-server.ts';
import { isUuid } from '../platform/input.ts';
import type { Personal } from '../platform/personal.ts';
import type { Database } from '../platform/postgres/database.ts';
import { Role } from '../users/role.ts';
import type { Viewer } from '../users/viewer.ts';
import { exportPerson } from './personal-export.ts';

export interface ExportOptions {
  readonly database: Database;
  readonly limits: RateLimits;
  readonly authenticate: (authorization: unknown) => Caller<Viewer> | Promise<Caller<Viewer>>;
  readonly personal: readonly Personal[];
  readonly onTrouble: (error: unknown) => void;
}

interface Request {
  Querystring: { inboxId?: unknown };
}

export const EXPORT_PATH = '/export';
const AN_HOUR = 3_600;
/** Each has a connection to PostgreSQL for as long as its reader takes. */
const AT_A_TIME = 2;
const RETRY_SECONDS = 10;
/** Who takes nothing for so long gets no more. */
const PATIENCE_MS = 15_000;

/**
 * `GET /export` with the caller's token, as a file of JSON: all that is kept of them; with `?inboxId=`, for admins, of
 * whoever has that inbox. An inbox's id is in the address, since a user's may be their name. 401 without a valid
 * token, 404 for an inbox that is not there or not the caller's, 429 for a caller's 11th in an hour, 503 while two are
 * under way.
 */
export function serveExport(app: FastifyInstance, options: ExportOptions): void {
  const { database, limits, authenticate, personal, onTrouble } = options;
  const limit = limits.limit({ name: 'export', points: 10, seconds: AN_HOUR });
  let running = 0;

  app.get<Request>(EXPORT_PATH, async (request, reply) => {
    const { viewer, refusal } = await authenticate(request.headers.authorization);
    if (!viewer) throw httpError(401, refusal);
    const { inboxId } = request.query;
    const userId = inboxId === undefined ? viewer.id : await ownerOf(database, inboxId);
    if (userId === undefined || (userId !== viewer.id && viewer.role !== Role.ADMIN))
      throw httpError(404, 'Inbox not found');
    if (running >= AT_A_TIME)
      return refuse(reply, 503, 'SERVICE_UNAVAILABLE', 'Others are being exported just now', RETRY_SECONDS);
    try {
      await limit.take(viewer.id);
    } catch (error) {
      if (!isRateLimited(error)) throw error;
      return refuse(reply, 429, 'RATE_LIMITED', 'An export may be had ten times in an hour', AN_HOUR);
    }
    running++;
    const file = new PassThrough();
    void exportPerson(database, personal, userId, (text) => writeTo(file, text))
      .then(
        () => file.end(),
        (error: unknown) => {
          // Whoever reads it must not take a part for the whole.
          if (!file.destroyed) onTrouble(error);
          file.destroy(error as Error);
        },
      )
      .finally(() => running--);
    return reply
      .headers({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="export.json"',
        'cache-control': 'no-store',
      })
      .send(file);
  });
}

async function ownerOf(database: Database, inboxId: unknown): Promise<string | undefined> {
  if (typeof inboxId !== 'string' || !isUuid(inboxId)) return undefined;
  const [inbox] = await database.query<{ userId: string }>(
    'select user_id as "userId" from inbox where id = $1',
    [inboxId],
  );
  return inbox?.userId;
}

async function writeTo(file: PassThrough, text: string): Promise<void> {
  if (file.destroyed) throw new Error('The reader of an export has gone');
  if (file.write(text)) return;
  await once(file, 'drain', { signal: AbortSignal.timeout(PATIENCE_MS) });
}

const refuse = (
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
  seconds: number,
): FastifyReply =>
  reply
    .code(status)
    .header('retry-after', seconds)
    .send({ errors: [{ message, extensions: { code, retryAfterMs: seconds * 1_000 } }] });
