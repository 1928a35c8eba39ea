import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../local/free-port.ts';
import { inRepository } from '../local/repository.ts';
import type { Contender } from './contenders/contender.ts';
import { SECRET } from './contenders/token.ts';
import { pinned } from './pinned.ts';
import type { Services } from './services.ts';

const START_MS = 60_000;
const LOOK_EVERY_MS = 20;

/** A contender's process. What it writes comes to our terminal: it should have nothing to say. */
export class Server {
  private static readonly running = new Set<Server>();
  readonly url: string;
  private readonly contender: Contender;
  private readonly services: Services;
  private readonly port: number;
  private child: ChildProcess;

  private constructor(contender: Contender, services: Services, port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.contender = contender;
    this.services = services;
    this.port = port;
    this.child = this.spawn();
  }

  static async start(contender: Contender, services: Services): Promise<Server> {
    const server = new Server(contender, services, await freePort());
    Server.running.add(server);
    await server.isReady();
    return server;
  }

  /** For a run that was interrupted: a server must not outlive its database and complain. */
  static async killAll(): Promise<void> {
    await Promise.all([...Server.running].map((server) => server.kill()));
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Starts it again, at the same address, as soon as it has ended. Does not wait until it is ready. */
  async restartOnceEnded(): Promise<void> {
    await this.ended();
    this.child = this.spawn();
  }

  /** At once: nothing that was measured is worth a goodbye. */
  async kill(): Promise<void> {
    Server.running.delete(this);
    this.child.kill('SIGKILL');
    await this.ended();
  }

  private async ended(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
  }

  private spawn(): ChildProcess {
    const { contender, services } = this;
    const [file, args] = pinned('server', [inRepository(contender.script)]);
    return spawn(file, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        DATABASE_URL: services.databaseUrl(contender.name),
        REDIS_URL: services.redisUrl,
        JWT_SECRET: SECRET,
        ...contender.env,
      },
    });
  }

  private async isReady(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline) {
      if (this.child.exitCode !== null) break;
      const answer = await fetch(this.url + this.contender.readyPath).catch(() => undefined);
      if (answer?.ok) return;
      await wait(LOOK_EVERY_MS);
    }
    throw new Error(`${this.contender.name} did not start`);
  }
}
