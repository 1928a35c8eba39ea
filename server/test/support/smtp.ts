import { once } from 'node:events';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../local/free-port.ts';

/** A refusal as SMTP tells it: 4xx for now, 5xx for good. */
export interface Refusal {
  responseCode: number;
  message: string;
}

const HANG_UP_MS = 100;

/** A real SMTP server that keeps what it was given. */
export class SmtpStage {
  readonly mails: ParsedMail[] = [];
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
      closeTimeout: HANG_UP_MS,
      onRcptTo: (_address, _session, done) => {
        this.tries++;
        if (!this.refusal) return done();
        const { responseCode, message } = this.refusal;
        done(Object.assign(new Error(message), { responseCode }));
      },
      onData: (stream, _session, done) =>
        void simpleParser(stream).then(async (mail) => {
          this.mails.push(mail);
          await this.holding;
          done();
        }),
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
