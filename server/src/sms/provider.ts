import { Destinations } from '../platform/http/outgoing/destinations.ts';
import { post } from '../platform/http/outgoing/post.ts';
import type { Answer } from '../delivery/sender.ts';
import { isSigned } from './inbound/signature.ts';

export interface SmsSettings {
  /** The provider's base address, with the account's id as user and its token as password. */
  readonly url: URL;
  /** A number in E.164, a sender's name, or the id of a messaging service. */
  readonly from: string;
}

export interface OutgoingSms {
  /** What the other side can deduplicate by; the provider tells what became of it at `receiptUrl`. */
  readonly id: string;
  readonly to: string;
  readonly body: string;
  readonly receiptUrl?: string | undefined;
}

const PATIENCE_MS = 15_000;
const SERVICE_ID = /^MG[0-9a-f]{32}$/;

/** A provider with the API of Twilio's messages (https://www.twilio.com/docs/messaging/api/message-resource). */
export class SmsProvider {
  /** Where it is the operator has said, so it may be inside. */
  private readonly destinations = new Destinations(true);
  private readonly address: string;
  private readonly authorization: string;
  /** Of the account: the provider signs with it what it tells us. */
  private readonly token: string;

  constructor(private readonly settings: SmsSettings) {
    const { url } = settings;
    const account = decodeURIComponent(url.username);
    this.token = decodeURIComponent(url.password);
    this.authorization = `Basic ${Buffer.from(`${account}:${this.token}`).toString('base64')}`;
    const base = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
    this.address = `${base}/2010-04-01/Accounts/${encodeURIComponent(account)}/Messages.json`;
  }

  /** Whether it has sent this. @param url as it knows us */
  hasSigned(url: string, form: URLSearchParams, signature: unknown): boolean {
    return isSigned(this.token, url, form, signature);
  }

  /** Never throws: a failure is an answer as well. */
  async send({ id, to, body, receiptUrl }: OutgoingSms): Promise<Answer> {
    const { from } = this.settings;
    const form = new URLSearchParams({ To: to, Body: body });
    form.set(SERVICE_ID.test(from) ? 'MessagingServiceSid' : 'From', from);
    if (receiptUrl) form.set('StatusCallback', receiptUrl);
    try {
      const { status } = await post(await this.destinations.find(this.address), {
        headers: {
          authorization: this.authorization,
          'content-type': 'application/x-www-form-urlencoded',
          'idempotency-key': id,
          'user-agent': 'Carillon',
        },
        body: form.toString(),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const answer = `HTTP ${status}`;
      if (status >= 200 && status < 300) return { isSent: true, answer };
      // Only what is said of this message or number: a wrong account, token or address can be put right.
      return { isSent: false, answer, isFinal: status === 400 };
    } catch (error) {
      const { name, code } = error as Error & { code?: string };
      const isLate = name === 'TimeoutError' || name === 'AbortError';
      return {
        isSent: false,
        answer: isLate ? 'No answer in time' : `No answer (${code ?? 'unknown'})`,
        isFinal: false,
      };
    }
  }
}
