// Takes every e-mail, text message and push that the server here sends, and shows it in the browser instead of delivering it.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer, text } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { listPage, mailPage } from './mail-pages.ts';
import { Subscribed, type SealedPush } from './subscribed.ts';

const MAX_KEPT = 200;
const USUAL_PORT = 4025;
const LOOPBACK = '127.0.0.1';
const PUSHES = '/push/';

/** An e-mail as it came. */
export interface CaughtMail {
  /** Counts from 1. */
  readonly no: number;
  readonly at: Date;
  readonly mail: ParsedMail;
}

/** A text message as it came. */
export interface CaughtText {
  readonly at: Date;
  readonly to: string;
  readonly body: string;
}

/** A push to the one device that is subscribed here. */
export interface CaughtPush {
  readonly at: Date;
  readonly push: SealedPush;
}

export interface Caught {
  readonly mails: CaughtMail[];
  readonly texts: CaughtText[];
  readonly pushes: CaughtPush[];
}

export interface MailCatcher {
  /** For the server's SMTP_URL. */
  readonly smtpUrl: string;
  /** For the server's SMS_URL. */
  readonly smsUrl: string;
  /** A device whose pushes are shown; to be registered for somebody. */
  readonly device: Subscribed;
  /** For a person's browser. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param port of the pages; another one when it is taken */
export async function startMailCatcher(port = USUAL_PORT): Promise<MailCatcher> {
  const caught: Caught = { mails: [], texts: [], pushes: [] };
  let count = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) =>
      void simpleParser(stream)
        .then((mail) => {
          caught.mails.unshift({ no: ++count, at: new Date(), mail });
          caught.mails.splice(MAX_KEPT);
        })
        .then(() => done(), done),
  });
  smtp.on('error', () => undefined);
  smtp.listen(0, LOOPBACK);
  await once(smtp.server, 'listening');
  const pages = createServer((request, response) =>
    request.method === 'POST'
      ? void take(request, response).catch(() => undefined)
      : answer(request, response, caught),
  );
  const take = (request: IncomingMessage, response: ServerResponse) =>
    request.url?.startsWith(PUSHES)
      ? takePush(request, response, { device, caught })
      : takeText(request, response, caught);
  await listen(pages, port).catch(() => listen(pages, 0));
  const device = new Subscribed(`http://${LOOPBACK}:${portOf(pages)}${PUSHES}${randomUUID()}`);
  return {
    device,
    smtpUrl: `smtp://${LOOPBACK}:${portOf(smtp.server)}`,
    smsUrl: `http://local:local@${LOOPBACK}:${portOf(pages)}`,
    address: `http://localhost:${portOf(pages)}`,
    async close() {
      pages.closeAllConnections();
      pages.close();
      await new Promise<void>((resolve) => smtp.close(resolve));
    },
  };
}

// What is in an e-mail is of anybody's making: it is drawn in a frame that runs nothing, and asks nobody for images.
const POLICY = `default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'`;

function answer({ url = '/' }: IncomingMessage, response: ServerResponse, caught: Caught): void {
  const [, no, part] = /^\/(\d+)(\/html)?$/.exec(url) ?? [];
  const found = caught.mails.find((mail) => mail.no === Number(no));
  const page = url === '/' ? listPage(caught) : found && (part ? framed(found) : mailPage(found));
  response.writeHead(page === undefined ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(page ?? 'Not kept any more.');
}

/** As a push service does; devices of earlier starts are gone. */
async function takePush(
  request: IncomingMessage,
  response: ServerResponse,
  { device, caught }: { device: Subscribed; caught: Caught },
): Promise<void> {
  const body = await buffer(request);
  if (!device.endpoint.endsWith(request.url!)) return void response.writeHead(410).end();
  caught.pushes.unshift({ at: new Date(), push: device.decrypted({ body }) });
  caught.pushes.splice(MAX_KEPT);
  response.writeHead(201).end();
}

/** As a provider of text messages takes one, without looking who sends it: only this machine can. */
async function takeText(
  request: IncomingMessage,
  response: ServerResponse,
  { texts }: Caught,
): Promise<void> {
  const form = new URLSearchParams(await text(request));
  texts.unshift({ at: new Date(), to: form.get('To') ?? '', body: form.get('Body') ?? '' });
  texts.splice(MAX_KEPT);
  response.writeHead(201, { 'content-type': 'application/json' }).end('{"status":"queued"}');
}

/** Its links open where the reader of an e-mail would be: in a tab of their own. */
const framed = ({ mail }: CaughtMail) =>
  (mail.html || '').replace('<head>', '<head><base target="_blank" />');

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  await once(server.listen(port, LOOPBACK), 'listening');
}

const portOf = (server: { address(): unknown }): number => (server.address() as AddressInfo).port;
