// Somebody else's service that sends text messages: takes, answers, and tells what became of them as Twilio does.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { freePort } from '../../../local/free-port.ts';
import { dataOf } from '../acts.ts';
import { newReader, type Reader, untilTold } from '../email/emails.ts';
import type { Answering, Settings } from '../server.ts';

export interface TakenSms {
  readonly path: string;
  readonly account: string;
  readonly form: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
}

type Answer = (response: ServerResponse) => void;

export const TOKEN = 'the token of the account, 9/10 of it : secret';
export const PUBLIC_URL = 'https://carillon.example.com/bell';

export const answering =
  (status: number): Answer =>
  (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end('{"status":"queued"}');

export class SmsStage {
  readonly taken: TakenSms[] = [];
  answer: Answer = answering(201);
  private readonly port: number;
  private readonly server: Server;

  private constructor(port: number) {
    this.port = port;
    this.server = createServer(
      (request, response) => void this.take(request, response).catch(() => undefined),
    );
  }

  static async open(): Promise<SmsStage> {
    const stage = new SmsStage(await freePort());
    await stage.up();
    return stage;
  }

  async up(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, '127.0.0.1', resolve));
  }

  get settings(): Settings {
    const url = `http://AC1:${encodeURIComponent(TOKEN)}@127.0.0.1:${this.port}`;
    return { SMS_URL: url, SMS_FROM: '+15550001111', SMS_COUNTRIES: 'DE,US', PUBLIC_URL };
  }

  async down(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  to(number: string): string[] {
    return this.taken.filter(({ form }) => form.get('To') === number).map(({ form }) => form.get('Body')!);
  }

  /** The last code that was sent to the number. */
  codeTo(number: string): string {
    return /\d{6}/.exec(this.to(number).at(-1)!)![0];
  }

  /** Calls the server as the provider does. @param signedFor another address, or other fields, than those that it calls */
  async tell(
    server: Pick<Answering, 'url'>,
    path: string,
    fields: Record<string, string>,
    signedFor: { url?: string; fields?: Record<string, string>; token?: string } = {},
  ): Promise<number> {
    const signature = signatureOf(
      signedFor.token ?? TOKEN,
      signedFor.url ?? PUBLIC_URL + path,
      signedFor.fields ?? fields,
    );
    const answer = await fetch(server.url + path, {
      method: 'POST',
      headers: { 'X-Twilio-Signature': signature },
      body: new URLSearchParams(fields),
    });
    return answer.status;
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const [, credentials = ''] = (request.headers.authorization ?? '').split(' ');
    const [account = '', ...token] = Buffer.from(credentials, 'base64').toString().split(':');
    if (token.join(':') !== TOKEN) return answering(401)(response);
    this.taken.push({ path: request.url!, account, form, headers: request.headers });
    this.answer(response);
  }
}

/** https://www.twilio.com/docs/usage/security#validating-requests */
const signatureOf = (token: string, url: string, fields: Record<string, string>): string => {
  const data = Object.keys(fields)
    .sort()
    .reduce((said, name) => said + name + fields[name], url);
  return createHmac('sha1', token).update(Buffer.from(data, 'utf8')).digest('base64');
};

export interface Phoned extends Reader {
  readonly number: string;
}

let numbers = 0;
/** Of a mobile network; each another one. */
export const newNumber = (): string => `+4915112345${String(++numbers).padStart(3, '0')}`;

export const setNumber = (server: Answering, { token }: Pick<Reader, 'token'>, number: string | null) =>
  server.ask<{ setPhoneNumber: unknown }>(
    `mutation ($number: String) { setPhoneNumber(number: $number) { preferences { ${FIELDS} } } }`,
    { number },
    token,
  );

export const confirm = (server: Answering, { token }: Pick<Reader, 'token'>, code: string) =>
  server.ask<{ confirmPhoneNumber: unknown }>(
    `mutation ($code: String!) { confirmPhoneNumber(code: $code) { preferences { ${FIELDS} } } }`,
    { code },
    token,
  );

export const FIELDS = 'phoneNumber isPhoneNumberConfirmed isPhoneNumberStopped';

/** Somebody whose number is confirmed, and who wants text messages about `general`. */
export async function newPhoned(server: Answering, stage: SmsStage, number = newNumber()): Promise<Phoned> {
  const reader = await newReader(server, 'phoned');
  await dataOf(setNumber(server, reader, number));
  await dataOf(confirm(server, reader, stage.codeTo(number)));
  await dataOf(
    server.ask(
      `mutation { setChannelPreference(category: "general", channel: SMS, isOn: true) { preferences { id } } }`,
      {},
      reader.token,
    ),
  );
  stage.taken.splice(0);
  return { ...reader, number };
}

export const untilSms = untilTold('SMS');
