// Somebody else's push service, which checks who sends (RFC 8292), with browsers that are subscribed there.
import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { freePort } from '../../../local/free-port.ts';
import { Subscribed } from '../../../local/mail/subscribed.ts';
import { dataOf } from '../acts.ts';
import { type Reader, untilTold } from '../email/emails.ts';
import type { Answering, Settings } from '../server.ts';

export interface Pushed {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly claims: { readonly aud: string; readonly exp: number; readonly sub: string };
  readonly key: string;
  readonly body: Buffer;
}

type Answer = (response: ServerResponse, pushed: Pushed) => void;

export const answering =
  (status: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end();

export const CONTACT = 'mailto:ops@example.com';

export class PushStage {
  readonly taken: Pushed[] = [];
  answer: Answer = answering(201);
  private readonly port: number;
  private readonly server: Server;

  private constructor(port: number) {
    this.port = port;
    this.server = createServer(
      (request, response) => void this.take(request, response).catch(() => undefined),
    );
  }

  static async open(): Promise<PushStage> {
    const stage = new PushStage(await freePort());
    await stage.up();
    return stage;
  }

  async up(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  get host(): string {
    return `127.0.0.1:${this.port}`;
  }

  get settings(): Settings {
    return {
      PUSH_CONTACT: CONTACT,
      PUSH_HOSTS: this.host,
      PUSH_PRIVATE_ADDRESSES: 'true',
      PUBLIC_URL: 'https://carillon.example.com/bell',
    };
  }

  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** A browser that is subscribed here. */
  browser(): Subscribed {
    return new Subscribed(`http://${this.host}/push/${randomBytes(9).toString('base64url')}`);
  }

  to(browser: Subscribed): Pushed[] {
    const { pathname } = new URL(browser.endpoint);
    return this.taken.filter(({ path }) => path === pathname);
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { authorization = '' } = request.headers;
    const [, token = '', key = ''] = /^vapid t=([^,\s]+), k=(\S+)$/.exec(authorization) ?? [];
    const claims = checked(token, key);
    if (!claims || claims.aud !== `http://${this.host}` || claims.exp > Date.now() / 1_000 + 24 * 3_600)
      return answering(403)(response, undefined as never);
    const pushed = { path: request.url!, headers: request.headers, claims, key, body };
    this.taken.push(pushed);
    this.answer(response, pushed);
  }
}

/** The claims of a token that is signed with the key (ES256); undefined for any other. */
function checked(token: string, key: string): Pushed['claims'] | undefined {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  if (point.length !== 65) return undefined;
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' });
  const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    signed,
    Buffer.from(signature, 'base64url'),
  );
  return isSigned ? (JSON.parse(Buffer.from(claims, 'base64url').toString()) as Pushed['claims']) : undefined;
}

export const register = (server: Answering, { token }: Pick<Reader, 'token'>, { input }: Subscribed) =>
  server.ask<{ registerPushEndpoint: { preferences: { pushEndpoints: Endpoint[] } } }>(
    `mutation ($input: PushEndpointInput!) {
      registerPushEndpoint(input: $input) { preferences { pushEndpoints { id isThisSession } } } }`,
    { input },
    token,
  );

interface Endpoint {
  id: string;
  isThisSession: boolean;
}

export const endpointsOf = async (
  server: Answering,
  { token }: Pick<Reader, 'token'>,
): Promise<Endpoint[]> => {
  const asked = server.ask<{ preferences: { pushEndpoints: Endpoint[] } }>(
    '{ preferences { pushEndpoints { id isThisSession } } }',
    {},
    token,
  );
  return (await dataOf(asked)).preferences.pushEndpoints;
};

export const untilPush = untilTold('PUSH');
