import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Database } from '../platform/database.ts';
import { deliveryTermsOf, turnOffEmail } from '../preferences/delivery-terms.ts';
import { emailWording, type EmailWording } from './email.wording.ts';
import { DeliveryReason } from './delivery-rules.ts';
import { html, Html } from './html.ts';
import { lockDeliveries } from './lock-deliveries.ts';
import type { UnsubscribeTokens, Unsubscription } from './unsubscribe-token.ts';

const STYLE = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem }
  button { font: inherit; padding: .5rem 1rem } :root { color-scheme: light dark }`;

// The address holds what lets somebody end e-mails: no other site may learn it, and no page may draw this one.
const HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

export interface UnsubscribeOptions {
  readonly database: Database;
  readonly catalogue: Catalogue;
  readonly tokens: UnsubscribeTokens;
  /** Tells the reader's devices. */
  readonly announce: (userId: string) => void;
}

/**
 * `/unsubscribe/<token>`, without signing in. GET shows a page and changes nothing, since scanners open every link. POST,
 * from that page or from a program that reads e-mail (RFC 8058), ends e-mails, as often as it comes. 404 for a token
 * that is not ours.
 */
export async function serveUnsubscribe(app: FastifyInstance, options: UnsubscribeOptions): Promise<void> {
  const { database, tokens } = options;
  await app.register(async (scope) => {
    // The body says only that it is meant, in one of the two ways of forms.
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data'])
      scope.addContentTypeParser(type, { parseAs: 'string' }, (_request, _body, done) => done(null));
    for (const method of ['GET', 'POST'] as const)
      scope.route<{ Params: { '*': string } }>({
        method,
        url: '/unsubscribe/*', // a named part of a path may not be as long
        handler: async ({ params }, reply) => {
          const who = tokens.read(params['*']);
          if (!who) return answer(reply.code(404), 'en', (words) => html`<p>${words.unknown}</p>`);
          const { language } = await deliveryTermsOf(database, who.userId);
          const titles = titlesOf(who, language, options.catalogue);
          if (method === 'GET') return answer(reply, language, (words) => question(words, titles));
          await unsubscribe(who, options);
          return answer(reply, language, (words) => html`<p role="status">${words.done(titles)}</p>`);
        },
      });
  });
}

async function unsubscribe(
  { userId, categories }: Unsubscription,
  { database, catalogue, announce }: UnsubscribeOptions,
): Promise<void> {
  await database.transaction(async (sql) => {
    const [known] = await sql.query('select from users where id = $1', [userId]);
    if (!known) return; // gone since: there is nothing left to send
    await turnOffEmail(sql, userId, categories, catalogue);
    await lockDeliveries(sql, [userId]);
    await sql.query(
      `update deliveries d set state = 'SKIPPED', reason = $3, decided_at = now()
       from notifications n
       where d.user_id = $1 and d.state in ('WAITING', 'HELD') and d.email_id is null
         and n.id = d.notification_id and n.category = any($2::text[])`,
      [userId, categories, DeliveryReason.UNSUBSCRIBED],
    );
    sql.afterCommit(() => announce(userId));
  });
}

type Language = keyof typeof emailWording;

const titlesOf = ({ categories }: Unsubscription, language: Language, catalogue: Catalogue): string =>
  categories.map((name) => catalogue.category(name).title[language]).join(', ');

/** Posts to the address of the page itself. */
const question = (words: EmailWording['page'], titles: string): Html =>
  html`<p>${words.question(titles)}</p>
    <form method="post"><button name="List-Unsubscribe" value="One-Click">${words.yes}</button></form>`;

function answer(
  reply: FastifyReply,
  language: Language,
  main: (words: EmailWording['page']) => Html,
): FastifyReply {
  const words = emailWording[language].page;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${words.title}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${words.title}</h1>
          ${main(words)}
        </main>
      </body>
    </html>`;
  return reply.headers(HEADERS).type('text/html; charset=utf-8').send(page.source);
}
