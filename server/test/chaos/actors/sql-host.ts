import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { pause } from './caller.ts';
import { Host, type HostOptions } from './host.ts';

const SEND = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { notification { id } } }`;
const NOTIFY = `select carillon.notify($1, 'told', title => $2, message => 'In SQL.', key => $3)`;
const SAY = 'insert into chaos_said (title, user_id) values ($2, $1)';

/** Longer than PostgreSQL stands still here. */
const PATIENCE_MS = 20_000;
/** What its names begin with, and so the titles of what it sends. */
export const SQL_HOST = 'sql-';

interface Sent {
  createNotification: { notification: { id: string } };
}

/**
 * A host on the same PostgreSQL: it writes down what it does and says so in one transaction, of which half are rolled
 * back, and some are cut off in the middle. What it says with a key it may say once more, by the other way.
 */
export class SqlHost extends Host {
  private readonly url: string;
  private client: pg.Client | undefined;

  /** @param databaseUrl where PostgreSQL is; the host is the role that is called as it is */
  constructor(options: HostOptions, databaseUrl: string) {
    super(options);
    const url = new URL(databaseUrl);
    url.username = options.name;
    this.url = url.href;
  }

  async run(): Promise<void> {
    const { random, pauseMs } = this.options;
    while (!this.isStopped) {
      await this.say().catch(() => this.hangUp());
      await pause(random.between(pauseMs));
    }
    await this.hangUp();
  }

  /** @throws while PostgreSQL is away: nobody knows then whether it was committed, but PostgreSQL */
  private async say(): Promise<void> {
    const { random, ledger, name, userIds } = this.options;
    const title = `${name} ${++this.count}`;
    const key = random.chance(0.5) ? randomUUID() : null;
    // One of them often enough: a key is for one recipient.
    const recipients = random.shuffled(userIds).slice(0, key === null ? 1 + random.below(3) : 1);
    const isKept = random.chance(0.5);
    try {
      const client = (this.client ??= await this.connect());
      await client.query('begin');
      for (const userId of recipients) await this.tell(client, userId, title, key);
      if (random.chance(0.3)) await this.thinkBetter(client, userIds[0]!, title);
      if (random.chance(0.1)) await pause(random.between([0, 500]));
      await client.query(isKept ? 'commit' : 'rollback');
      if (isKept) ledger.committed.push(title);
      else ledger.rolledBack++;
    } finally {
      if (key !== null && random.chance(0.4)) await this.sayAgain(recipients[0]!, title, key);
    }
  }

  private async tell(client: pg.Client, userId: string, title: string, key: string | null): Promise<void> {
    await client.query(SAY, [userId, title]);
    await client.query(NOTIFY, [userId, title, key]);
  }

  private async thinkBetter(client: pg.Client, userId: string, title: string): Promise<void> {
    await client.query('savepoint before');
    await this.tell(client, userId, `${title} after all`, null);
    await client.query('rollback to savepoint before');
  }

  /** By GraphQL: it is one, whether the transaction was committed or not. */
  private async sayAgain(recipientId: string, title: string, idempotencyKey: string): Promise<void> {
    const { ledger } = this.options;
    const begun = Date.now();
    const input = { recipientId, type: 'told', title, message: 'In SQL.', idempotencyKey };
    const { data, refusal } = await this.caller.insist<Sent>(SEND, { input });
    if (data) ledger.sent(recipientId, data.createNotification.notification.id, title, begun);
    else ledger.wrong('refused', `${title}, by the other way: ${refusal}`);
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.url,
      connectionTimeoutMillis: PATIENCE_MS,
      query_timeout: PATIENCE_MS,
    });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private async hangUp(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    await client?.end().catch(() => undefined);
  }
}
