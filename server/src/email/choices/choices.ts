import type { FastifyInstance, FastifyReply } from 'fastify';
import { isRateLimited, type RateLimits } from '../../platform/broker/rate-limit.ts';
import { PublicError } from '../../platform/errors.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { DEFAULT_TERMS } from '../../preferences/delivery-terms.ts';
import type { PreferencesReader } from '../../preferences/preferences.reader.ts';
import type { PreferencesService } from '../../preferences/preferences.service.ts';
import { PAGE_HEADERS } from '../plain-page.ts';
import { changesOf } from './form.ts';
import { busyPage, choicesPage, unknownPage, type Outcome } from './page.ts';
import type { ChoicesTokens } from './token.ts';

export interface ChoicesOptions {
  readonly database: Database;
  readonly limits: RateLimits;
  readonly tokens: ChoicesTokens;
  readonly preferences: { readonly reader: PreferencesReader; readonly service: PreferencesService };
  readonly now: () => Date;
}

interface Request {
  Params: { '*': string };
  Body: unknown;
}

const A_MINUTE = 60;

/**
 * `/choices/<token>`, without signing in: what comes to a reader, how soon, and when it is quiet. GET shows it and changes
 * nothing, since scanners open every link; POST, from that page, makes it what the form says. 404 for a token that is
 * not ours or too old, 429 for the 61st request of a reader in a minute.
 */
export async function serveChoices(app: FastifyInstance, options: ChoicesOptions): Promise<void> {
  const { database, limits, tokens, preferences, now } = options;
  const limit = limits.limit({ name: 'choices', points: 60, seconds: A_MINUTE });
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    for (const method of ['GET', 'POST'] as const)
      scope.route<Request>({
        method,
        url: '/choices/*',
        handler: async ({ params, body }, reply) => {
          const inboxId = tokens.read(params['*'], now());
          const userId = inboxId && (await ownerOf(inboxId));
          if (!userId) return send(reply.code(404), unknownPage(DEFAULT_TERMS.language));
          if (!(await hasRoom(inboxId))) {
            const { language } = await preferences.reader.read(userId);
            return send(reply.code(429).header('retry-after', A_MINUTE), busyPage(language));
          }
          const form = method === 'POST' && body instanceof URLSearchParams ? body : undefined;
          const outcome = form && (await change(userId, form));
          return send(reply, choicesPage(await preferences.reader.read(userId), outcome));
        },
      });
  });

  async function ownerOf(inboxId: string): Promise<string | undefined> {
    const [inbox] = await database.query<{ userId: string }>(
      'select user_id as "userId" from inbox where id = $1',
      [inboxId],
    );
    return inbox?.userId;
  }

  async function hasRoom(inboxId: string): Promise<boolean> {
    try {
      await limit.take(inboxId);
      return true;
    } catch (error) {
      if (isRateLimited(error)) return false;
      throw error;
    }
  }

  async function change(userId: string, form: URLSearchParams): Promise<Outcome> {
    try {
      const changes = changesOf(await preferences.reader.read(userId), form);
      for (const make of changes) await make(preferences.service);
      return 'saved';
    } catch (error) {
      if (error instanceof PublicError && error.extensions.code === 'BAD_USER_INPUT') return 'refused';
      throw error;
    }
  }
}

const send = (reply: FastifyReply, page: string): FastifyReply =>
  reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(page);
