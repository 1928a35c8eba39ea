// Hosts that send in SQL: applications on the same PostgreSQL, with a role and transactions of their own.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { nameSender } from '../../src/intake/sql-senders.ts';
import { Database } from '../../src/platform/postgres/database.ts';
import { administer, queryOn } from './services/database.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

/** The role of an application that has nothing to do with ours, and may do nothing else. */
export class Host {
  private readonly clients: pg.Client[] = [];

  private constructor(
    readonly role: string,
    readonly url: string,
    private readonly maintenanceUrl: string | undefined,
  ) {}

  /** @param service that it sends for; undefined: none, it is a stranger */
  static async open(databaseUrl: string, service?: string, maintenanceUrl?: string): Promise<Host> {
    const role = `host_${randomBytes(6).toString('hex')}`;
    await administer(`create role ${role} login`, maintenanceUrl);
    const url = new URL(databaseUrl);
    url.username = role;
    if (service !== undefined) await mayFor(databaseUrl, role, service);
    return new Host(role, url.href, maintenanceUrl);
  }

  /** A connection, at whose end nothing is left of it. */
  async connect(): Promise<pg.Client> {
    const client = new pg.Client(this.url);
    client.on('error', () => undefined);
    this.clients.push(client);
    await client.connect();
    return client;
  }

  /** One statement in a transaction of its own. */
  sql<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return queryOn(this.url)<Row>(text, values);
  }

  /** What SQL says of itself with an error. */
  refusal(text: string, values: unknown[] = []): Promise<pg.DatabaseError> {
    return this.sql(text, values).then(
      (rows) => Promise.reject(new Error(`It was allowed: ${JSON.stringify(rows)}`)),
      (error: pg.DatabaseError) => error,
    );
  }

  async leave(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()));
  }

  /** Once the database is gone. */
  async drop(): Promise<void> {
    await administer(`drop role ${this.role}`, this.maintenanceUrl);
  }
}

/** As `sql-sender ROLE SERVICE`. */
export async function mayFor(databaseUrl: string, role: string, service: string): Promise<void> {
  const database = await Database.connect({ url: databaseUrl, poolSize: 1 });
  await nameSender(database, { role, service }).finally(() => database.close());
}

/** What carillon.notify takes, by its names; what is undefined is left out, and objects go as JSON. */
export function notifying(values: Record<string, unknown>): { text: string; values: unknown[] } {
  const said = Object.entries(values).filter(([, value]) => value !== undefined);
  const places = said.map(([name], index) => `${name} => $${index + 1}`);
  return {
    text: `select carillon.notify(${places.join(', ')}) as id`,
    values: said.map(([, value]) =>
      typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
    ),
  };
}

export const GRADED = { type: 'graded', title: 'Graded', message: 'See the mark.' };

type Asking = Pick<pg.Client, 'query'>;

/** Gives its id. */
export async function notify(client: Asking, recipient: string, more: object = {}): Promise<string> {
  const { text, values } = notifying({ recipient, ...GRADED, ...more });
  const { rows } = await client.query<{ id: string }>(text, values);
  return rows[0]!.id;
}

/** Waits until all that was committed is in an inbox, or failed. */
export const untilTaken = (server: Pick<TestServer, 'sql'>, timeoutMs = 10_000): Promise<boolean> =>
  until(
    async () => {
      const [found] = await server.sql<{ count: number }>('select count(*)::int as count from intake');
      return found!.count === 0;
    },
    { timeoutMs },
  );

export interface Failed {
  intakeId: string;
  service: string;
  recipientId: string;
  code: string;
  reason: string;
}

export const failedOf = (server: Pick<TestServer, 'sql'>): Promise<Failed[]> =>
  server.sql<Failed>(
    `select intake_id as "intakeId", service, recipient_id as "recipientId", code, reason
     from failed_intakes order by intake_id`,
  );
