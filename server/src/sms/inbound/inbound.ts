import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/postgres/database.ts';
import type { PhoneNumbers } from '../phone-numbers.ts';
import { answerOf } from './answer.ts';
import { ANSWER_PATH, receiptPath } from './paths.ts';
import { noteReceipt } from './receipt.ts';
import type { SmsProvider } from '../provider.ts';

export interface InboundOptions {
  readonly database: Database;
  readonly numbers: PhoneNumbers;
  readonly provider: Pick<SmsProvider, 'hasSigned'>;
  /** How the provider knows us. */
  readonly publicUrl: string;
}

type Inbound = FastifyRequest<{ Params: { id?: string }; Body: URLSearchParams }>;

/**
 * What the provider calls: `POST /sms/answers` when somebody has answered, `POST /sms/receipts/<message>` when a
 * message has come or could not. 403 unless it is signed for the very address at `PUBLIC_URL`. Each may come again.
 */
export async function serveInbound(app: FastifyInstance, options: InboundOptions): Promise<void> {
  const { database, numbers, provider, publicUrl } = options;
  await app.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    );
    const take = (path: string, work: (request: Inbound) => Promise<void>) =>
      scope.post(path, async (request: Inbound, reply) => {
        const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
        const url = publicUrl + request.url;
        if (!provider.hasSigned(url, form, request.headers['x-twilio-signature']))
          return reply.code(403).type('text/plain').send('Not signed by the provider.\n');
        await work(request);
        // No answer of ours: the provider says that it was ended.
        return reply.type('text/xml').send('<Response/>');
      });
    take(ANSWER_PATH, async ({ body }) => {
      const answer = answerOf(body.get('Body') ?? '');
      if (answer) await numbers.setStopped(body.get('From') ?? '', answer === 'STOP');
    });
    take(receiptPath(':id'), ({ params, body }) => {
      const [status, code] = [body.get('MessageStatus') ?? '', body.get('ErrorCode')];
      return noteReceipt(database, params.id!, { status, code });
    });
  });
}
