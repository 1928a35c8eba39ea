import type { Transporter } from 'nodemailer';
import type { Answer } from '../delivery/sender.ts';
import type { Mailbox } from '../platform/text/mailbox.ts';
import { textEncodingOf } from './fit.ts';

/** An e-mail as it goes out, at every try the same but for what was read meanwhile. */
export interface OutgoingEmail {
  readonly id: string;
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  readonly from: Mailbox;
  /** Of PUBLIC_URL: makes ids of messages that are nobody else's. */
  readonly host: string;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 60_000;
const MAX_ANSWER = 500;
const MAX_WORD = 52;

interface SmtpError extends Error {
  code?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** Sends over SMTP, each e-mail on a connection of its own. The package is loaded with the first. */
export class Mailer {
  private transport: Promise<Transporter> | undefined;

  constructor(private readonly options: MailerOptions) {}

  /** Never throws: a failure is an answer as well. */
  async send({ id, to, subject, headers, ...content }: OutgoingEmail): Promise<Answer> {
    const { from, host } = this.options;
    this.transport ??= connect(this.options.smtpUrl);
    try {
      const sent = (await (
        await this.transport
      ).sendMail({
        ...content,
        subject: await literally(subject),
        textEncoding: textEncodingOf(content.html),
        // As objects they are taken as one address each, whatever is in them.
        from: { ...from },
        to: { name: '', address: to },
        messageId: `<${id}@${host}>`,
        headers: {
          'Idempotency-Key': id,
          'X-Entity-Ref-ID': id,
          'Auto-Submitted': 'auto-generated',
          ...headers,
        },
        disableFileAccess: true,
        disableUrlAccess: true,
      })) as { response: string };
      return { isSent: true, answer: sent.response.slice(0, MAX_ANSWER) };
    } catch (error) {
      return failure(error as SmtpError);
    }
  }
}

/** What looks like a word that is encoded already would be sent, and read, as what it hides. */
async function literally(subject: string): Promise<string> {
  if (!subject.includes('=?')) return subject;
  const { encodeWord } = await import('nodemailer/lib/mime-funcs');
  return encodeWord(subject, 'B', MAX_WORD);
}

async function connect(url: string): Promise<Transporter> {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
}

/** Final is only what is said of this recipient or this message: a wrong password or sender can be put right. */
function failure({ code, command = '', response, responseCode = 0 }: SmtpError): Answer {
  const isFinal = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  const answer = (response ?? `No answer (${code ?? 'unknown'})`).slice(0, MAX_ANSWER);
  return { isSent: false, answer, isFinal };
}
