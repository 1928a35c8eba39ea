import type { FastifyInstance, FastifyReply } from 'fastify';

/** For a page that brings no policy of its own: it may do nothing. */
const LEAST = `default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** Whatever leaves as HTML has a policy, by whatever path it was reached. Rule: OWASP ASVS 5.0, 3.4. */
export function guardPages(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, _payload, done) => {
    guardPage(reply);
    done();
  });
}

/** The same for an answer that no hook sees. */
export function guardPage(reply: FastifyReply): void {
  if (!String(reply.getHeader('content-type')).startsWith('text/html')) return;
  const headers = {
    'content-security-policy': LEAST,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  };
  for (const [name, value] of Object.entries(headers))
    if (!reply.hasHeader(name)) void reply.header(name, value);
}
