import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../../local/free-port.ts';
import { faultsOf } from './smtp-rules.ts';

/** A refusal as SMTP tells it: 4xx for now, 5xx for good. */
export interface Refusal {
  responseCode: number;
  message: string;
}

const HANG_UP_MS = 100;
const NOT_BY_THE_RULES = 554;

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });

/** A real SMTP server that keeps what it was given, and takes nothing that some server might refuse. */
export class SmtpStage {
  readonly mails: ParsedMail[] = [];
  /** Each as it came, one character an octet. */
  readonly raw = new Map<ParsedMail, string>();
  /** How often somebody came with an e-mail. */
  tries = 0;
  /** What it says to the recipient from now on. */
  refusal: Refusal | undefined;
  /** While it is set, the answer to an e-mail that was taken whole is kept back. */
  holding: Promise<void> | undefined;
  private server: SMTPServer | undefined;

  private constructor(private readonly port: number) {}

  static async open(): Promise<SmtpStage> {
    const stage = new SmtpStage(await freePort());
    await stage.up();
    return stage;
  }

  get settings(): { SMTP_URL: string } {
    return { SMTP_URL: `smtp://127.0.0.1:${this.port}` };
  }

  to(address: string): ParsedMail[] {
    return this.mails.filter((mail) => recipientOf(mail) === address);
  }

  async up(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      hide8BITMIME: true,
      hideSMTPUTF8: true,
      closeTimeout: HANG_UP_MS,
      onRcptTo: (_address, _session, done) => {
        this.tries++;
        if (!this.refusal) return done();
        const { responseCode, message } = this.refusal;
        done(refusal(responseCode, message));
      },
      onData: (stream, _session, done) =>
        void buffer(stream).then(async (octets) => {
          const raw = octets.toString('latin1');
          const faults = faultsOf(raw);
          if (faults.length > 0) return done(refusal(NOT_BY_THE_RULES, faults.join('; ')));
          const mail = await simpleParser(octets);
          this.raw.set(mail, raw);
          this.mails.push(mail);
          await this.holding;
          done();
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
}

export function recipientOf({ to }: ParsedMail): string | undefined {
  const [first] = [to ?? []].flat();
  return first?.value[0]?.address;
}
