import { Caller, pause } from './caller.ts';
import type { Ledger } from '../ledger.ts';
import type { Random } from '../random.ts';

const SEND = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { created notification { id } }
}`;
const SEND_TO_MANY = `mutation ($input: CreateNotificationsInput!) {
  createNotifications(input: $input) { createdCount }
}`;

const EXPIRES_IN_MS = [4_000, 30_000] as const;

interface Message {
  title: string;
  recipientId: string;
  expiresAt?: string;
}

const isTooLate = ({ expiresAt }: Pick<Message, 'expiresAt'>, refusal: string | undefined): boolean =>
  refusal === 'BAD_USER_INPUT' && expiresAt !== undefined && Date.parse(expiresAt) <= Date.now();

interface Sent {
  createNotification: { created: boolean; notification: { id: string } };
}

export interface SenderOptions {
  name: string;
  token: string;
  urls: readonly string[];
  userIds: readonly string[];
  pauseMs: readonly [number, number];
  random: Random;
  ledger: Ledger;
}

/** A service: sends to one or many, and repeats with the same key what was not acknowledged. The title is the key. */
export class Sender {
  private readonly options: SenderOptions;
  private readonly caller: Caller;
  private count = 0;
  private isStopped = false;

  constructor(options: SenderOptions) {
    this.options = options;
    this.caller = new Caller(options.urls, options.token, options.random, options.ledger);
  }

  async run(): Promise<void> {
    const { random, pauseMs } = this.options;
    while (!this.isStopped) {
      const does = random.next();
      if (does < 0.04) await this.sendToMany();
      else if (does < 0.07) await this.sendWithoutKey();
      else if (does < 0.1) await this.sendTwiceAtOnce();
      else await this.send(does < 0.13);
      await pause(random.between(pauseMs));
    }
  }

  stop(): void {
    this.isStopped = true;
  }

  private async send(again: boolean): Promise<void> {
    const begun = Date.now();
    const input = this.message();
    const id = await this.insist(input, begun);
    if (again && id !== undefined && id !== (await this.insist(input)))
      this.options.ledger.wrong('doubled', `${input.title} brought two notifications`);
  }

  /** As a proxy does that repeats too soon. */
  private async sendTwiceAtOnce(): Promise<void> {
    const input = this.message();
    const begun = Date.now();
    const answers = await this.caller.askEverybody<Sent>(SEND, { input });
    const id = await this.insist(input, begun);
    const ids = answers.flatMap((answer) => answer?.data?.createNotification.notification.id ?? []);
    if (ids.some((other) => other !== id))
      this.options.ledger.wrong('doubled', `${input.title} brought ${[id, ...ids].join(', ')}`);
  }

  /** @returns undefined for what nobody got while it meant something, and nobody gets any more */
  private async insist(input: Message, begun?: number): Promise<string | undefined> {
    const { ledger } = this.options;
    const { data, refusal } = await this.caller.insist<Sent>(SEND, { input });
    if (!data) {
      if (!isTooLate(input, refusal)) ledger.wrong('refused', `${input.title}: ${refusal}`);
      return undefined;
    }
    const { id } = data.createNotification.notification;
    if (begun !== undefined) ledger.sent(input.recipientId, id, input.title, begun);
    return id;
  }

  /** Asked once: it is there or not, but never twice. */
  private async sendWithoutKey(): Promise<void> {
    const begun = Date.now();
    const { idempotencyKey: _, ...input } = this.message();
    const answer = await this.caller.ask<Sent>(SEND, { input });
    const id = answer?.data?.createNotification.notification.id;
    if (id) this.options.ledger.sent(input.recipientId, id, input.title, begun);
  }

  private async sendToMany(): Promise<void> {
    const { random, userIds, ledger } = this.options;
    const { recipientId: _, ...message } = this.message();
    const recipientIds = random.shuffled(userIds).slice(0, 2 + random.below(userIds.length - 1));
    const input = { ...message, recipientIds };
    const { data, refusal } = await this.caller.insist(SEND_TO_MANY, { input });
    if (data) ledger.bulks.push({ recipientIds, title: message.title });
    else if (!isTooLate(message, refusal)) ledger.wrong('refused', `${message.title}: ${refusal}`);
  }

  private message(): Message & Record<string, unknown> {
    const { name, random, userIds } = this.options;
    const title = `${name} ${++this.count}`;
    return {
      recipientId: random.pick(userIds),
      type: 'graded',
      title,
      message: 'See the mark. '.repeat(random.chance(0.05) ? 250 : 1 + random.below(8)),
      idempotencyKey: title,
      ...(random.chance(0.1) && {
        expiresAt: new Date(Date.now() + random.between(EXPIRES_IN_MS)).toISOString(),
      }),
    };
  }
}
