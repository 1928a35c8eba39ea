// Somebody else's server that takes webhooks, and what tests of them do besides what everybody does.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { dataOf } from '../acts.ts';
import { wakeWorkers } from '../email/emails.ts';
import type { Answering, TestServer } from '../server.ts';
import { mint } from '../token.ts';

/** A message as it came: what it says stands in `verified` once the signature was checked. */
export interface Received {
  readonly id: string;
  readonly signatures: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

type Answer = (response: ServerResponse, received: Received) => void;

export const taken: Answer = (response) => response.writeHead(204).end();
export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end('…');

export class Receiver {
  readonly received: Received[] = [];
  answer: Answer = taken;
  private server: Server | undefined;
  private port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.port}/hooks`;
  }

  /** At the same port as before. */
  async up(): Promise<void> {
    this.server = createServer(
      (request, response) => void this.take(request, response).catch(() => undefined),
    );
    await new Promise<void>((resolve) => this.server!.listen(this.port, '127.0.0.1', resolve));
    this.port = (this.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const headers = request.headers as Record<string, string>;
    const received = {
      id: headers['webhook-id']!,
      signatures: headers['webhook-signature']!,
      headers,
      body,
    };
    this.received.push(received);
    response.on('error', () => undefined);
    this.answer(response, received);
  }
}

export interface Told {
  type: string;
  timestamp: string;
  data: Record<string, unknown> & { notifications: { id: string; recipientId: string }[] };
}

/** What a message says, if it was signed with the secret. */
export const verify = (secret: string, { body, headers }: Received): Told =>
  new Webhook(secret).verify(body, headers) as Told;

/** A token of a service that may register webhooks. */
export const hooking = (sub: string) => mint({ sub, scope: 'webhooks:write' });

export interface Registered {
  webhook: { id: string; url: string; events: string[]; isEnabled: boolean };
  secret: string;
}

export const register = (server: Answering, token: string, url: string, events: string[]) =>
  server.ask<{ registerWebhook: Registered }>(
    `mutation ($input: RegisterWebhookInput!) {
      registerWebhook(input: $input) { webhook { id url events isEnabled } secret }
    }`,
    { input: { url, events } },
    token,
  );

export const registered = async (
  server: Answering,
  token: string,
  url: string,
  events = ['NOTIFICATION_READ'],
): Promise<Registered> => (await dataOf(register(server, token, url, events))).registerWebhook;

export const webhooksOf = async (server: Answering, token: string): Promise<Registered['webhook'][]> =>
  (
    await dataOf(
      server.ask<{ webhooks: Registered['webhook'][] }>(
        '{ webhooks { id url events isEnabled } }',
        {},
        token,
      ),
    )
  ).webhooks;

/** As if a service had sent all that stands in the inboxes of these people. */
export const sentBy = (server: Pick<TestServer, 'sql'>, service: string, userIds: string[]) =>
  server.sql('update notifications set service = $1 where user_id = any($2)', [service, userIds]);

/** As if the time of the next try had come, for all that is to be sent. */
export async function bringWebhooksForward(server: Pick<TestServer, 'sql'>): Promise<void> {
  await server.sql(
    `update graphile_worker._private_jobs set run_at = now() - interval '1 s'
     where payload ->> 'messageId' is not null and locked_at is null`,
  );
  await server.sql(wakeWorkers);
}

export interface Kept {
  id: string;
  event: string;
  state: string;
  attempts: number;
  answer: string | null;
}

export const messagesOf = (server: Pick<TestServer, 'sql'>, webhookId: string): Promise<Kept[]> =>
  server.sql<Kept>(
    'select id, event, state, attempts, answer from webhook_messages where webhook_id = $1 order by id',
    [webhookId],
  );
