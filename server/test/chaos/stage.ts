import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../../local/free-port.ts';
import { discardData } from '../../local/programs/postgres-folder.ts';
import { startPostgres, type LocalPostgres } from '../../local/programs/postgres.ts';
import { startRedis, type LocalRedis } from '../../local/programs/redis.ts';
import { SECRET } from '../support/token.ts';
import { OtherSides } from './channels/other-sides.ts';
import type { Ledger } from './ledger.ts';
import { Proxy } from './proxy.ts';
import { Random } from './random.ts';
import { Replica } from './replica.ts';

// What was acknowledged survives the death of every process here; nothing here has to survive a power cut.
const SETTINGS = { synchronous_commit: 'on', fsync: 'off' };

/** So soon after they were read notifications are removed: soon enough for any run. */
export const RETENTION_SECONDS = 15;

/** One PostgreSQL, one Redis, two replicas, a bad network in front of each and behind it, and who takes what they send. */
export class Stage {
  readonly folder: string;
  readonly replicas: readonly Replica[];
  /** Between clients and each replica. */
  readonly proxies: readonly Proxy[];
  /** Between each replica and PostgreSQL. */
  private readonly databaseProxies: readonly Proxy[];
  readonly sides: OtherSides;
  private postgres: LocalPostgres;
  private redis: LocalRedis;

  private constructor(
    folder: string,
    postgres: LocalPostgres,
    redis: LocalRedis,
    replicas: Replica[],
    proxies: Proxy[],
    databaseProxies: Proxy[],
    sides: OtherSides,
  ) {
    this.sides = sides;
    this.databaseProxies = databaseProxies;
    this.folder = folder;
    this.postgres = postgres;
    this.redis = redis;
    this.replicas = replicas;
    this.proxies = proxies;
  }

  static async open(seed: number, ledger: Ledger): Promise<Stage> {
    const folder = await mkdtemp(path.join(tmpdir(), 'carillon-chaos-'));
    // For root PostgreSQL runs as another user, who has to get in.
    await chmod(folder, 0o755);
    const postgres = await startPostgres({ dataDir: dataIn(folder), settings: SETTINGS });
    const redis = await startRedis();
    const sides = await OtherSides.open();
    const env = {
      ...sides.settings,
      REDIS_URL: redis.url,
      JWT_SECRET: SECRET,
      SOCKETS_PER_USER: '10000',
      RETENTION_DAYS: String(RETENTION_SECONDS / 86_400),
    };
    const replicas: Replica[] = [];
    const proxies: Proxy[] = [];
    const databaseProxies: Proxy[] = [];
    for (const [index, name] of ['replica-a', 'replica-b'].entries()) {
      const port = await freePort();
      const proxy = await Proxy.open(postgres.port, new Random(seed, 910 + index));
      const DATABASE_URL = urlThrough(proxy, postgres.url);
      const logFile = path.join(folder, `${name}.log`);
      replicas.push(new Replica({ name, port, env: { ...env, DATABASE_URL }, logFile }, ledger));
      proxies.push(await Proxy.open(port, new Random(seed, 900 + index)));
      databaseProxies.push(proxy);
    }
    const stage = new Stage(folder, postgres, redis, replicas, proxies, databaseProxies, sides);
    await Promise.all(replicas.map((replica) => replica.start()));
    return stage;
  }

  get databaseUrl(): string {
    return this.postgres.url;
  }

  /** Where clients call: never the replicas themselves. */
  get urls(): string[] {
    return this.proxies.map(({ url }) => url);
  }

  async crashPostgres(): Promise<void> {
    await this.postgres.kill();
  }

  async startPostgres(): Promise<void> {
    const { port } = this.postgres;
    this.postgres = await startPostgres({ dataDir: dataIn(this.folder), port, settings: SETTINGS });
  }

  freezePostgres(): void {
    this.postgres.freeze();
  }

  thawPostgres(): void {
    this.postgres.thaw();
  }

  /** The connections that this replica has to PostgreSQL lose everything from now on; new ones work. */
  silence(replica: Replica): void {
    this.databaseProxies[this.replicas.indexOf(replica)]!.swallow();
  }

  async killRedis(): Promise<void> {
    await this.redis.kill();
  }

  async startRedis(): Promise<void> {
    this.redis = await startRedis({ port: this.redis.port });
  }

  /** @param keepLogs for whoever has to find out what went wrong */
  async close(keepLogs: boolean): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.terminate()));
    await Promise.all([...this.proxies, ...this.databaseProxies].map((proxy) => proxy.close()));
    await Promise.all([this.postgres.stop(), this.redis.stop(), this.sides.close()]);
    discardData(dataIn(this.folder));
    if (!keepLogs) await rm(this.folder, { recursive: true, force: true });
  }
}

function urlThrough(proxy: Proxy, address: string): string {
  const url = new URL(address);
  url.port = String(proxy.port);
  return url.href;
}

const dataIn = (folder: string): string => path.join(folder, 'postgres');
