import type { Settings } from './server.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';

/** Two replicas in processes of their own, of which one is killed now and then. */
export class MortalReplicas {
  private readonly databaseUrl: string;
  private readonly settings: Settings;
  private readonly dead = new Set<ServerProcess>();
  private readonly places: ServerProcess[];
  private turn = 0;

  private constructor(databaseUrl: string, settings: Settings, places: ServerProcess[]) {
    this.databaseUrl = databaseUrl;
    this.settings = settings;
    this.places = places;
  }

  static async start(databaseUrl: string, settings: Settings): Promise<MortalReplicas> {
    const places = await Promise.all([1, 2].map(() => startServerProcess(databaseUrl, settings)));
    return new MortalReplicas(databaseUrl, settings, places);
  }

  at(place: number): ServerProcess {
    return this.places[place]!;
  }

  /** One that lives, by turns. */
  any(): ServerProcess {
    const alive = this.places.filter((replica) => !this.dead.has(replica));
    return alive[this.turn++ % alive.length]!;
  }

  /** Undefined where the replica was killed before it answered: it may have happened, or not. */
  async try<T>(call: (replica: ServerProcess) => Promise<T>): Promise<T | undefined> {
    const replica = this.any();
    try {
      return await call(replica);
    } catch (error) {
      if (!this.dead.has(replica)) throw error;
      return undefined;
    }
  }

  /** For what may be repeated. */
  async insist<T extends object>(call: (replica: ServerProcess) => Promise<T>): Promise<T> {
    for (;;) {
      const answer = await this.try(call);
      if (answer) return answer;
    }
  }

  /** Kills one, as a crash would, and starts another in its place. */
  async replace(place: number): Promise<void> {
    const victim = this.at(place);
    this.dead.add(victim);
    await victim.kill();
    this.places[place] = await startServerProcess(this.databaseUrl, this.settings);
  }

  async stop(): Promise<void> {
    await Promise.all(this.places.map((replica) => replica.stop()));
  }
}
