import { pathToFileURL } from 'node:url';
import { inRepository } from '../../../local/repository.ts';
import { pause } from './caller.ts';
import type { Counts, Row } from './inbox-copy.ts';
import type { ClientOptions } from './inbox-follower.ts';

/** What the web client's engine is, as far as we need it; it is of another side, and looked at by that one's rules. */
interface Engine {
  readonly rows: readonly Row[];
  readonly counts: Counts | undefined;
  loadMore(pages: number): Promise<void>;
  stop(): void;
}
type EngineModule = {
  Engine: new (options: {
    url: () => string;
    token: string;
    onChange: () => void;
    areSocketsBlocked: boolean;
  }) => Engine;
};

const LIFE_MS = [10_000, 40_000] as const;
const LOOK_MS = [500, 5_000] as const;
const RETRY_MS = 500;
const PAGES = 3;

/**
 * A tab that is driven by the engine of the web client itself. Now and then its reader asks for more of the list, or
 * loads the page anew, so that it holds as much as a reader's tab does.
 */
export class ClientFollower {
  readonly userId: string;
  readonly name: string;
  private readonly options: ClientOptions;
  private engine: Engine | undefined;
  private isStaying = false;
  private end: () => void = () => undefined;

  constructor(options: ClientOptions, name: string) {
    this.options = options;
    this.name = name;
    this.userId = options.userId;
  }

  async run(): Promise<void> {
    const { urls, token, random, ledger } = this.options;
    const ended = new Promise<void>((resolve) => (this.end = resolve));
    const { Engine } = (await import(
      pathToFileURL(inRepository('client/test/engine.ts')).href
    )) as EngineModule;
    while (!this.isStaying) {
      this.engine?.stop();
      this.engine = new Engine({
        url: () => random.pick(urls),
        token,
        onChange: () => ledger.deliveries++,
        areSocketsBlocked: random.chance(1 / 3),
      });
      const until = Date.now() + random.between(LIFE_MS);
      while (!this.isStaying && Date.now() < until) {
        await pause(random.between(LOOK_MS));
        await this.engine.loadMore(1).catch(() => undefined);
      }
    }
    await ended;
    this.engine?.stop();
  }

  /** From now on the page is not loaded anew. */
  stay(): void {
    this.isStaying = true;
  }

  /** More of the list, however often the server is away meanwhile. */
  async showMore(): Promise<void> {
    for (let isThere = false; !isThere;) {
      isThere = await this.engine!.loadMore(PAGES).then(
        () => true,
        () => false,
      );
      if (!isThere) await pause(RETRY_MS);
    }
  }

  stop(): void {
    this.end();
  }

  get copy() {
    const rows = new Map(this.engine?.rows.map((row) => [row.id, row]));
    const counts = this.engine?.counts;
    const heldFrom = Math.min(...[...rows.values()].map(({ seq }) => seq));
    return { seq: counts?.seq ?? 0, rows, heldFrom, counts, everSeen: rows.keys() };
  }
}
