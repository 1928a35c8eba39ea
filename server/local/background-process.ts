import { spawn, type ChildProcess } from 'node:child_process';
import { bound, hasSetpriv, NOBODY } from './programs/privileges.ts';

const LINES_KEPT = 30;
const STOP_TIMEOUT_MS = 20_000;

export interface BackgroundProcess {
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** The last lines it wrote, for error messages. */
  lastWords(): string;
  /** Resolves with true once a line with this text was written, with false when the process ended before that. */
  says(text: string): Promise<boolean>;
  /** Sends the signal and waits for the end. A process that ignores it is killed after a while. */
  end(signal: NodeJS.Signals): Promise<void>;
}

export interface BackgroundOptions {
  asNobody?: boolean;
  /** A command that runs the rest of its line, in surroundings that it has made. */
  within?: readonly string[] | undefined;
  env?: NodeJS.ProcessEnv;
}

/**
 * Starts a server that belongs to this process, in a process group of its own: Ctrl-C in a terminal reaches the whole
 * group of the shell, and a database must outlive the server that is still draining.
 */
export function startInBackground(
  command: string,
  args: string[],
  options: BackgroundOptions = {},
): BackgroundProcess {
  const [file, ...rest] = [...(options.within ?? []), ...bound(command, args, 'INT', options.asNobody)];
  const child = spawn(file!, rest, {
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...options.env },
    cwd: options.asNobody ? '/' : undefined,
    ...(options.asNobody && !hasSetpriv ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  return observe(child);
}

function observe(child: ChildProcess): BackgroundProcess {
  const lines: string[] = [];
  const listeners = new Set<(line: string) => void>();
  const hear = (chunk: Buffer) => {
    for (const line of chunk.toString().split('\n').filter(Boolean)) {
      lines.push(line);
      listeners.forEach((listener) => listener(line));
    }
    lines.splice(0, lines.length - LINES_KEPT);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);

  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', (error) => {
      lines.push(error.message);
      resolve();
    });
  });

  return {
    pid: child.pid ?? -1,
    ended,
    lastWords: () => lines.join('\n'),
    says: (text) =>
      new Promise((resolve) => {
        if (lines.some((line) => line.includes(text))) return resolve(true);
        const listener = (line: string) => line.includes(text) && resolve(true);
        listeners.add(listener);
        void ended.then(() => resolve(false)).finally(() => listeners.delete(listener));
      }),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      const patience = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended.finally(() => clearTimeout(patience));
    },
  };
}

/** True when a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
