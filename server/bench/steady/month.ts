import jwt from 'jsonwebtoken';
import { Subscribed } from '../../local/mail/subscribed.ts';
import { SECRET } from '../contenders/token.ts';

const READERS = 12;
const SENDS_A_READER = 6;
const DAY_MS = 24 * 60 * 60 * 1_000;

const mint = (claims: object) => jwt.sign(claims, SECRET, { algorithm: 'HS256', expiresIn: '6h' });
const SERVICE = mint({ sub: 'billing', scope: 'catalogue:write notifications:create webhooks:write' });
const readers = Array.from({ length: READERS }, (_, index) => {
  const id = `reader-${index}`;
  return { id, token: mint({ sub: id, role: 'CANDIDATE', email: `${id}@example.com` }) };
});

const MESSAGE = {
  category: 'billing',
  type: 'told',
  title: 'An invoice was paid',
  message: 'See who has paid it.',
};
const CREATE = `mutation ($input: CreateNotificationInput!) {
  createNotification(input: $input) { notification { id } }
}`;

/** What happens in a month: nearly everything that leaves something behind. */
export class Month {
  constructor(
    private readonly url: string,
    /** Of who takes webhooks and pushes. */
    private readonly outside: string,
    private readonly number: number,
  ) {}

  /** What a host does once. */
  static async prepare(url: string, outside: string): Promise<void> {
    const month = new Month(url, outside, 0);
    const title = [{ language: 'EN', text: 'Billing' }];
    await month.ask(
      'mutation ($input: DeclareCategoryInput!) { declareCategory(input: $input) { name } }',
      { input: { name: 'billing', title, channels: ['IN_APP', 'EMAIL', 'PUSH'], emailAfterMinutes: 30 } },
      SERVICE,
    );
    await month.ask(
      'mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) { webhook { id } } }',
      { input: { url: outside, events: ['NOTIFICATION_READ', 'NOTIFICATION_ACTED'] } },
      SERVICE,
    );
    for (const { id, token } of readers) await month.subscribe(id, token);
  }

  async work(): Promise<void> {
    await this.rewordType();
    for (const account of ['candidate', 'instructor', 'admin'])
      await this.subscribe(`${account} in month ${this.number}`, await this.signIn(account));
    for (const { token } of readers) await this.ask('{ viewer { id } }', {}, token);
    const recipientIds = readers.map(({ id }) => id);
    await this.ask(
      'mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }',
      { input: { ...MESSAGE, recipientIds, idempotencyKey: `all ${this.number}` } },
      SERVICE,
    );
    for (const reader of readers) await this.workOf(reader);
  }

  /** What comes for one reader, and what they do with it: one is removed, one is answered, one expires unread. */
  private async workOf({ id: recipientId, token }: { id: string; token: string }): Promise<void> {
    const send = (name: string, more: object = MESSAGE) =>
      this.send({ recipientId, ...more, idempotencyKey: `${name} ${this.number}` });
    const actions = [{ id: 'yes', label: 'Yes' }];
    const ids = [];
    for (let no = 1; no <= SENDS_A_READER; no++) ids.push(await send(`send ${no}`));
    await send('worded', { type: 'reworded' });
    const question = await send('question', { ...MESSAGE, actions });
    await this.ask(
      'mutation ($id: ID!) { performAction(id: $id, actionId: "yes") { notification { id } } }',
      { id: question },
      token,
    );
    await this.ask(
      'mutation ($ids: [ID!]!) { deleteNotifications(ids: $ids) { affectedCount } }',
      { ids: ids.slice(0, 1) },
      token,
    );
    await this.ask('mutation { markAllAsRead { affectedCount } }', {}, token);
    const expiresAt = new Date(Date.now() + 7 * DAY_MS).toISOString();
    await send('in vain', { ...MESSAGE, actions, expiresAt });
  }

  private async send(input: object): Promise<string> {
    const { createNotification } = await this.ask<{ createNotification: { notification: { id: string } } }>(
      CREATE,
      { input },
      SERVICE,
    );
    return createNotification.notification.id;
  }

  /** Every month in other words. */
  private async rewordType(): Promise<void> {
    const wording = [
      { language: 'EN', title: `In the words of month ${this.number}`, message: 'See for yourself.' },
    ];
    await this.ask(
      'mutation ($input: DeclareTypeInput!) { declareType(input: $input) { name } }',
      { input: { name: 'reworded', category: 'billing', wording } },
      SERVICE,
    );
  }

  /** @returns the token of a session */
  private async signIn(account: string): Promise<string> {
    const { signIn } = await this.ask<{ signIn: { accessToken: string } }>(
      'mutation ($email: String!) { signIn(email: $email, password: "carillon") { accessToken } }',
      { email: `${account}@example.com` },
    );
    return signIn.accessToken;
  }

  /** A browser of theirs, which lasts as long as its session, if it has one. */
  private async subscribe(name: string, token: string): Promise<void> {
    const { input } = new Subscribed(`${this.outside}push/${encodeURIComponent(name)}`);
    await this.ask(
      'mutation ($input: PushEndpointInput!) { registerPushEndpoint(input: $input) { preferences { id } } }',
      { input },
      token,
    );
  }

  private async ask<Data>(query: string, variables: object, token?: string): Promise<Data> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
    if (errors) throw new Error(`Refused: ${JSON.stringify(errors)}`);
    return data;
  }
}
