import type { FastifyInstance } from 'fastify';
import type { SessionService } from '../session.service.ts';
import { KeysAway } from '../issuers/remote-keys.ts';
import { readLogoutToken, type LogoutExpectation } from './logout-token.ts';
import { OIDC_PATH } from './paths.ts';

/**
 * `POST /sign-in/oidc/logout`, from the provider: ends the sessions that stand on what has ended there.
 * Rule: https://openid.net/specs/openid-connect-backchannel-1_0.html#BCResponse
 */
export async function serveLogout(
  app: FastifyInstance,
  { expected, sessions }: { expected: LogoutExpectation; sessions: SessionService },
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    scope.post(`${OIDC_PATH}/logout`, async ({ body }, reply) => {
      void reply.header('cache-control', 'no-store');
      const token = body instanceof URLSearchParams ? body.get('logout_token') : null;
      const refuse = (why: string) =>
        reply.code(400).send({ error: 'invalid_request', error_description: why });
      if (!token) return refuse('There is no logout_token');
      try {
        const ended = await readLogoutToken(token, expected);
        if (typeof ended === 'string') return await refuse(ended);
        await sessions.endByProvider(expected.issuer, ended);
        return await reply.code(200).send();
      } catch (error) {
        if (!(error instanceof KeysAway)) throw error;
        return reply.code(503).header('retry-after', '5').send({ error: 'temporarily_unavailable' });
      }
    });
  });
}
