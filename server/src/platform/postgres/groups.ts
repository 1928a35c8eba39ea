import { unavailable } from '../errors.ts';

/** Who has waited longer for their turn is told to come again: while PostgreSQL hangs, the queue must not grow for ever. */
const MAX_WAIT_MS = 5_000;

interface Waiting<Item, Result> {
  item: Item;
  since: number;
  resolve: (result: Result | Promise<Result>) => void;
  reject: (error: unknown) => void;
}

export interface GroupOptions {
  /** Items that a group has at most. */
  most: number;
  /** Groups under way at a time: while they are, what comes forms the next group. */
  inFlight: number;
  /** Whether an error concerns the whole group, so that trying its items one by one would be in vain. */
  isForAll: (error: unknown) => boolean;
}

/**
 * Does together what is asked for at the same time, in one commit or one query. Nothing is held back to make a group
 * larger: a lone item is done at once, and groups form by themselves while others are under way.
 */
export class Groups<Item, Result> {
  private readonly waiting: Waiting<Item, Result>[] = [];
  private underWay = 0;

  /**
   * @param perform answers in the order of the items, or fails without having done anything. An answer may be a
   *   promise: that item is still under way, and may fail, by itself.
   */
  constructor(
    private readonly perform: (items: readonly Item[]) => Promise<readonly (Result | Promise<Result>)[]>,
    private readonly options: GroupOptions,
  ) {}

  /** Resolves once the item is done. One that cannot be fails alone. @throws SERVICE_UNAVAILABLE when its turn is late */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, since: performance.now(), resolve, reject });
      this.proceed();
    });
  }

  private proceed(): void {
    if (this.underWay >= this.options.inFlight) return;
    this.refuseLate();
    if (this.waiting.length === 0) return;
    this.underWay++;
    void this.settle(this.waiting.splice(0, this.options.most)).finally(() => {
      this.underWay--;
      this.proceed();
    });
  }

  private refuseLate(): void {
    const latest = performance.now() - MAX_WAIT_MS;
    while (this.waiting[0] && this.waiting[0].since < latest) this.waiting.shift()!.reject(unavailable());
  }

  private async settle(group: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.perform(group.map(({ item }) => item));
      for (const [index, { resolve }] of group.entries()) resolve(results[index]!);
    } catch (error) {
      if (group.length === 1 || this.options.isForAll(error)) for (const { reject } of group) reject(error);
      else for (const one of group) await this.settle([one]);
    }
  }
}
