import { metricsOf } from '../support/metrics.ts';
import type { Replica } from './replica.ts';

const LOOK_EVERY_MS = 1_000;
const REPAIRS = /^carillon_repairs_total (\d+)/m;

/** Adds up what the repair loops of all replicas found, over their restarts; what came in a last second is not in it. */
export class RepairCounter {
  total = 0;
  private readonly last = new Map<Replica, number>();
  private readonly timer: NodeJS.Timeout;
  private readonly replicas: readonly Replica[];

  constructor(replicas: readonly Replica[]) {
    this.replicas = replicas;
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.look();
  }

  private async look(): Promise<void> {
    await Promise.all(
      this.replicas.map(async (replica) => {
        const repairs = await repairsOf(replica.url);
        if (repairs === undefined) return;
        const before = this.last.get(replica) ?? 0;
        this.last.set(replica, repairs);
        this.total += repairs >= before ? repairs - before : repairs;
      }),
    );
  }
}

/** @returns undefined when the replica does not answer */
export async function repairsOf(url: string): Promise<number | undefined> {
  try {
    const found = REPAIRS.exec(await metricsOf(url, { signal: AbortSignal.timeout(2_000) }));
    return found ? Number(found[1]) : undefined;
  } catch {
    return undefined;
  }
}
