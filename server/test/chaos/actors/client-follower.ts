import { pathToFileURL } from 'node:url';
import { inRepository } from '../../../local/repository.ts';
import { pause } from './caller.ts';
import type { Counts, Row } from './inbox-copy.ts';
import type { ClientOptions } from './inbox-follower.ts';

/** What the web client's engine is, as far as we need it; it is of another side, and looked at by that one's rules. */
interface Engine {
  readonly rows: readonly Row[];
  readonly counts: Counts | undefined;
  loadAll(): Promise<void>;
  stop(): void;
}
type EngineModule = {
  Engine: new (options: { url: () => string; token: string; onChange: () => void }) => Engine;
};

const RETRY_MS = 500;

/** A tab that is driven by the engine of the web client itself. */
export class ClientFollower {
  readonly userId: string;
  readonly name: string;
  private readonly options: ClientOptions;
  private engine: Engine | undefined;
  private isStopped = false;
  private end: () => void = () => undefined;

  constructor(options: ClientOptions, name: string) {
    this.options = options;
    this.name = name;
    this.userId = options.userId;
  }

  async run(): Promise<void> {
    const { urls, token, random, ledger } = this.options;
    const { Engine } = (await import(
      pathToFileURL(inRepository('client/test/engine.ts')).href
    )) as EngineModule;
    const ended = new Promise<void>((resolve) => (this.end = resolve));
    this.engine = new Engine({ url: () => random.pick(urls), token, onChange: () => ledger.deliveries++ });
    await this.showAll();
    await ended;
    this.engine.stop();
  }

  stop(): void {
    this.isStopped = true;
    this.end();
  }

  /** All of the list, however often the server is away meanwhile. After a resync only the beginning is held. */
  async showAll(): Promise<void> {
    while (!this.isStopped) {
      const isThere = await this.engine!.loadAll().then(
        () => true,
        () => false,
      );
      if (isThere) return;
      await pause(RETRY_MS);
    }
  }

  get copy() {
    const rows = new Map(this.engine?.rows.map((row) => [row.id, row]));
    const counts = this.engine?.counts;
    return { seq: counts?.seq ?? 0, rows, counts, everSeen: rows.keys() };
  }
}
