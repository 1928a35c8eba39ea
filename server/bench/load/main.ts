// The load process: pinned to a core of its own, so that what it costs is not taken from the server.
import { bareDialect } from '../contenders/bare-dialect.ts';
import { carillonDialect } from '../contenders/carillon-dialect.ts';
import type { ContenderName } from '../contenders/contender.ts';
import type { Dialect } from '../contenders/dialect.ts';
import type { Pids } from '../cpu-meter.ts';
import { commands, type Commands } from './commands.ts';
import { Load } from './load.ts';

/** The only argument, as JSON. */
export interface Assignment {
  contender: ContenderName;
  url: string;
  pids: Pids;
}

export interface Order {
  id: number;
  name: keyof Commands;
  args: unknown;
}

export interface Reply {
  id: number;
  result?: unknown;
  error?: string;
}

const dialects: Record<ContenderName, Dialect> = { carillon: carillonDialect, bare: bareDialect };
const { contender, url, pids } = JSON.parse(process.argv[2]!) as Assignment;
const load = new Load(url, dialects[contender], pids);

async function obey({ id, name, args }: Order): Promise<Reply> {
  const command = commands[name] as (load: Load, args: unknown) => Promise<unknown>;
  try {
    return { id, result: await command(load, args) };
  } catch (error) {
    return { id, error: (error as Error).stack };
  }
}

process.on('message', (order: Order) => {
  void obey(order).then((reply) => process.send!(reply));
});
process.on('disconnect', () => process.exit());
