import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { discardData } from '../../../local/programs/postgres-folder.ts';
import { startPostgres, type LocalPostgres, type PostgresOptions } from '../../../local/programs/postgres.ts';
import { queryOn } from './database.ts';

/** What survives a crash of processes need not survive a power cut. */
const QUICK = { fsync: 'off' };

/** A PostgreSQL of one's own, to be broken. */
export class OwnPostgres {
  private constructor(
    private readonly folder: string,
    private readonly options: Omit<PostgresOptions, 'dataDir'>,
    private server: LocalPostgres,
  ) {}

  static async open(options: Omit<PostgresOptions, 'dataDir' | 'port'> = {}): Promise<OwnPostgres> {
    const folder = await mkdtemp(path.join(tmpdir(), 'carillon-own-'));
    // For root PostgreSQL runs as another user, who has to get in.
    await chmod(folder, 0o755);
    const all = { ...options, settings: { ...QUICK, ...options.settings } };
    return new OwnPostgres(folder, all, await startPostgres({ ...all, dataDir: dataIn(folder) }));
  }

  get url(): string {
    return this.server.url;
  }

  get port(): number {
    return this.server.port;
  }

  /** Over a connection of its own. */
  sql<Row = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Row[]> {
    return queryOn(this.url)<Row>(text, values);
  }

  stop(): Promise<void> {
    return this.server.stop();
  }

  kill(): Promise<void> {
    return this.server.kill();
  }

  /** Again, where it was. */
  async start(): Promise<void> {
    this.server = await startPostgres({ ...this.options, dataDir: dataIn(this.folder), port: this.port });
  }

  freeze(): void {
    this.server.freeze();
  }

  thaw(): void {
    this.server.thaw();
  }

  async discard(): Promise<void> {
    await this.server.stop();
    discardData(dataIn(this.folder));
    await rm(this.folder, { recursive: true, force: true });
  }
}

const dataIn = (folder: string): string => path.join(folder, 'postgres');
