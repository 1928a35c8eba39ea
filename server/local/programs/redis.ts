import { startInBackground } from '../background-process.ts';
import { freePort } from '../free-port.ts';
import { redisBinary } from './redis-binary.ts';

const ATTEMPTS = 5;

export interface LocalRedis {
  url: string;
  port: number;
  stop(): Promise<void>;
  /** As a crash would. Start again with the same port. */
  kill(): Promise<void>;
}

/**
 * A real Redis that keeps nothing on disk. On a free port when none is given.
 * @param options.settings more of redis.conf, as on its command line
 */
export async function startRedis(options: { port?: number; settings?: string[] } = {}): Promise<LocalRedis> {
  const { command, env } = await redisBinary();
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort());
    const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    settings.push(...(options.settings ?? []));
    const server = startInBackground(command, settings, { env });
    if (await server.says('Ready to accept connections')) {
      return {
        url: `redis://127.0.0.1:${port}`,
        port,
        stop: () => server.end('SIGTERM'),
        kill: () => server.end('SIGKILL'),
      };
    }
    const lostThePort = options.port === undefined && server.lastWords().includes('Address already in use');
    if (attempt === ATTEMPTS || !lostThePort) throw new Error(`Redis did not start:\n${server.lastWords()}`);
  }
}
