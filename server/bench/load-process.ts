import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Commands } from './load/commands.ts';
import type { Assignment, Order, Reply } from './load/main.ts';
import { pinned } from './pinned.ts';

type Args<Name extends keyof Commands> = Parameters<Commands[Name]>[1];
type Result<Name extends keyof Commands> = Awaited<ReturnType<Commands[Name]>>;

/** The other end of the load process. */
export class LoadProcess {
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, PromiseWithResolvers<unknown>>();
  private lastId = 0;

  constructor(assignment: Assignment) {
    const script = new URL('load/main.ts', import.meta.url).pathname;
    const [file, args] = pinned('load', [script, JSON.stringify(assignment)]);
    this.child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child.on('message', ({ id, result, error }: Reply) => {
      const asked = this.waiting.get(id)!;
      this.waiting.delete(id);
      if (error === undefined) asked.resolve(result);
      else asked.reject(new Error(error));
    });
    this.child.once('exit', (code, signal) => {
      for (const { reject } of this.waiting.values())
        reject(new Error(`The load process ended with ${code ?? signal}`));
    });
  }

  ask<Name extends keyof Commands>(name: Name, args: Args<Name>): Promise<Result<Name>> {
    const asked = Promise.withResolvers<unknown>();
    const order: Order = { id: ++this.lastId, name, args };
    this.waiting.set(order.id, asked);
    this.child.send(order);
    return asked.promise as Promise<Result<Name>>;
  }

  async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
