import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../local/free-port.ts';
import type { Arrival } from './arrival.ts';

const HANG_UP_MS = 100;
const CHEAP = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true };

/** Somebody's real SMTP server, which keeps of each e-mail that came whole only what is judged. */
export class MailServer {
  readonly arrivals: Arrival[] = [];
  /** What it has refused for good, by Message-ID. */
  readonly refusedIds = new Set<string>();
  tries = 0;
  /** What it says from now on; 250 if not set. */
  refusal: number | undefined;
  /** While it is set, the answer to an e-mail that was taken is kept back. */
  holding: Promise<void> | undefined;
  private readonly port: number;
  private server: SMTPServer | undefined;

  private constructor(port: number) {
    this.port = port;
  }

  static async open(): Promise<MailServer> {
    const stage = new MailServer(await freePort());
    await stage.up();
    return stage;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: HANG_UP_MS,
      onData: (stream, { envelope }, done) =>
        void buffer(stream).then(async (octets) => {
          const to = envelope.rcptTo.map(({ address }) => address).join();
          const refused = await this.take(octets, to);
          done(refused === undefined ? null : Object.assign(new Error('not now'), { responseCode: refused }));
          // Who sent it was killed in the midst of it.
        }, done),
    });
    this.server.on('error', () => undefined);
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server.server, 'listening');
  }

  async down(): Promise<void> {
    await new Promise<void>((resolve) => this.server!.close(resolve));
  }

  /** @returns the code of a refusal */
  private async take(octets: Buffer, to: string): Promise<number | undefined> {
    this.tries++;
    const { refusal } = this;
    const { messageId = '', text = '' } = await simpleParser(octets, CHEAP);
    const id = messageId.slice(1, messageId.indexOf('@'));
    if (refusal !== undefined && refusal >= 500) this.refusedIds.add(id);
    if (refusal !== undefined) return refusal;
    this.arrivals.push({ id, to, text });
    await this.holding;
    return undefined;
  }
}
