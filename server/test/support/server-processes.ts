import { createDatabase, queryOn, type TestDatabase } from './services/database.ts';
import type { Settings, TestServer } from './server.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** Replicas in processes of their own on a database of their own, for tests that kill some of them. */
export class ServerProcesses implements Pick<TestServer, 'sql'> {
  readonly sql: TestServer['sql'];
  private started: ServerProcess[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly settings: Settings,
  ) {
    this.sql = queryOn(database.url);
  }

  static async open(settings: Settings): Promise<ServerProcesses> {
    return new ServerProcesses(await createDatabase(), settings);
  }

  async start(): Promise<ServerProcess> {
    const replica = await startServerProcess(this.database.url, this.settings);
    this.started.push(replica);
    return replica;
  }

  async stopAll(): Promise<void> {
    await Promise.all(this.started.map((replica) => replica.stop()));
    this.started = [];
  }

  async close(): Promise<void> {
    await this.stopAll();
    await this.database.drop();
  }
}
