import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { titleFor } from '../../catalogue/category.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { DEFAULT_TERMS, deliveryTermsOf } from '../../preferences/delivery-terms.ts';
import { gonePage, RESUME, unknownPage, unsubscribePage, type UnsubscribeView, type View } from './page.ts';
import { PAGE_HEADERS } from '../plain-page.ts';
import type { UnsubscribeTokens } from './token.ts';
import { Unsubscriptions, type Unsubscription } from './unsubscription.ts';

export interface UnsubscribeOptions {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly tokens: UnsubscribeTokens;
  /** Tells the reader's devices. */
  readonly announce: (userId: string) => void;
}

interface Request {
  Params: { '*': string };
  Body: unknown;
}

/**
 * `/unsubscribe/<token>`, without signing in. GET shows a page and changes nothing, since scanners open every link. POST,
 * from that page or from a program that reads e-mail (RFC 8058), ends e-mails, as often as it comes; with the field
 * `resume`, which only the page sends, it switches them on again. 404 for a token that is not ours.
 */
export async function serveUnsubscribe(app: FastifyInstance, options: UnsubscribeOptions): Promise<void> {
  const { database, catalogue, tokens, announce } = options;
  const unsubscriptions = new Unsubscriptions(database, catalogue, announce);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    // Only programs send a form of another kind, or what is none, and what is in it says only that it is meant.
    scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, _body, done) => done(null, null));
    for (const method of ['GET', 'POST'] as const)
      scope.route<Request>({
        method,
        url: '/unsubscribe/*', // a named part of a path may not be as long as former tokens are
        handler: async ({ params, body }, reply) => {
          const ticket = tokens.read(params['*']);
          if (!ticket) return send(reply.code(404), unknownPage(DEFAULT_TERMS.language));
          const about = await unsubscriptions.find(ticket);
          if (!about) return send(reply, gonePage(DEFAULT_TERMS.language));
          const view = method === 'GET' ? await viewOf(about) : await change(about, isResume(body));
          return send(reply, unsubscribePage(await describe(about, view)));
        },
      });
  });

  async function viewOf(about: Unsubscription): Promise<View> {
    return (await unsubscriptions.isOpen(about)) ? 'ask' : 'ended';
  }

  async function change(about: Unsubscription, isResumed: boolean): Promise<View> {
    await (isResumed ? unsubscriptions.resume(about) : unsubscriptions.end(about));
    return isResumed ? 'resumed' : 'ended';
  }

  async function describe({ userId, ended }: Unsubscription, view: View): Promise<UnsubscribeView> {
    const { language } = await deliveryTermsOf(database, userId);
    const critical = catalogue.categories
      .filter(({ isCritical }) => isCritical)
      .map((category) => titleFor(category, language));
    const titles = ended === 'ALL' ? null : ended.map((name) => titleFor(catalogue.category(name), language));
    return { language, view, titles, critical };
  }
}

const isResume = (body: unknown) => body instanceof URLSearchParams && body.has(RESUME);

const send = (reply: FastifyReply, page: string): FastifyReply =>
  reply.headers(PAGE_HEADERS).type('text/html; charset=utf-8').send(page);
