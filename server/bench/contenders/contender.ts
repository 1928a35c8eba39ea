import type { Client } from 'pg';

export type ContenderName = 'carillon' | 'bare';

/** One of the servers that are compared: how it is started, and what its database holds. */
export interface Contender {
  readonly name: ContenderName;
  /** Below the repository. */
  readonly script: string;
  /** Besides what both get: DATABASE_URL, REDIS_URL, JWT_SECRET, HOST, PORT and NODE_ENV. */
  readonly env: Record<string, string>;
  /** Answered with 200 once it can serve. */
  readonly readyPath: string;
  /** Makes the tables in a new database; undefined when the server does so at its first start. */
  readonly schema?: string;
  /** Back to tables without rows. */
  readonly empty: string;
  /** Adds unread notifications, oldest first, for users who have none. */
  seed(client: Client, userIds: readonly string[], each: number): Promise<void>;
}
