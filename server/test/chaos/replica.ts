import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { bound } from '../../local/programs/privileges.ts';
import { inRepository } from '../../local/repository.ts';
import { METRICS_TOKEN } from '../support/metrics.ts';
import { pause } from './actors/caller.ts';
import type { Ledger } from './ledger.ts';

const START_MS = 90_000;
const STOP_MS = 30_000;
const GIVE_UP_MS = 90_000;
const LOOK_EVERY_MS = 50;

export interface ReplicaOptions {
  name: string;
  port: number;
  env: Record<string, string>;
  logFile: string;
}

/** The production entry in a process of its own, kept running as a process manager would, always on the same port. */
export class Replica {
  private readonly options: ReplicaOptions;
  private readonly ledger: Ledger;
  private child: ChildProcess | undefined;
  /** Nobody has ended it. */
  isWanted = false;
  /** How often it has been started. */
  starts = 0;

  constructor(options: ReplicaOptions, ledger: Ledger) {
    this.options = options;
    this.ledger = ledger;
  }

  get name(): string {
    return this.options.name;
  }

  get url(): string {
    return `http://127.0.0.1:${this.options.port}`;
  }

  /** What it takes in memory; 0 while it does not run. */
  get megabytes(): number {
    try {
      const status = readFileSync(`/proc/${this.child?.pid}/status`, 'utf8');
      return Math.round(Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1_024);
    } catch {
      return 0;
    }
  }

  /** Resolves when it can serve. While its database is away it may end at once: then it is started again. */
  async start(): Promise<void> {
    this.isWanted = true;
    const deadline = Date.now() + START_MS;
    let child = this.spawn();
    while (!(await this.isReady())) {
      if (Date.now() > deadline) {
        const log = readFileSync(this.options.logFile, 'utf8').slice(-2_000);
        throw new Error(`${this.options.name} was not ready in ${START_MS} ms:\n${log}`);
      }
      if (child.exitCode !== null) child = this.spawn();
      await pause(LOOK_EVERY_MS);
    }
    child.once('exit', (code, signal) => this.onEnd(code, signal));
  }

  /** As a crash of the machine would. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As a planned restart does; it must end by itself and well. */
  async terminate(): Promise<void> {
    const { name } = this.options;
    const begun = Date.now();
    const code = await this.end('SIGTERM');
    if (code !== 0) this.ledger.wrong('crashed', `${name} ended with ${code} on SIGTERM`);
    const tookMs = Date.now() - begun;
    this.ledger.longestStopMs = Math.max(this.ledger.longestStopMs, tookMs);
    if (tookMs > STOP_MS) this.ledger.wrong('stuck', `${name} took ${tookMs} ms to end`);
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    this.isWanted = false;
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return 0;
    const patience = setTimeout(() => child.kill('SIGKILL'), GIVE_UP_MS);
    child.kill(signal);
    const [code] = (await once(child, 'exit')) as [number | null];
    clearTimeout(patience);
    return code;
  }

  private spawn(): ChildProcess {
    const { port, env, logFile } = this.options;
    const log = openSync(logFile, 'a');
    const [file, ...args] = bound(process.execPath, [inRepository('server/dist/main.js')], 'TERM');
    const child = spawn(file!, args, {
      env: {
        PATH: process.env.PATH,
        HOST: '127.0.0.1',
        PORT: String(port),
        LOG_LEVEL: 'warn',
        METRICS_TOKEN,
        ...env,
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.child = child;
    this.starts++;
    return child;
  }

  async isReady(): Promise<boolean> {
    const options = { signal: AbortSignal.timeout(2_000) };
    return fetch(`${this.url}/readyz`, options).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  /** It may not fall because something else did. */
  private onEnd(code: number | null, signal: NodeJS.Signals | null): void {
    if (!this.isWanted) return;
    this.ledger.wrong('crashed', `${this.options.name} ended by itself with ${code ?? signal}`);
    this.start().catch((error: Error) => this.ledger.wrong('stuck', error.message));
  }
}
