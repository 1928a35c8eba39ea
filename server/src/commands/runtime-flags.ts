import { availableParallelism } from 'node:os';

/**
 * What is young may take twice so many MB. By default it grows to 128 MB with the first burst of connections and stays
 * there, unused.
 */
const SEMI_SPACE_MB = 16;
/** How many threads V8 has by default to compile and to collect garbage beside the one that serves. */
const MAX_HELPERS = 4;

/**
 * V8 takes some sizes only from the command line, so the process begins once more with them, in place: the same pid,
 * 20 ms later. Whoever has set one, here or in NODE_OPTIONS, knows better.
 */
export function setRuntimeFlags(): void {
  // eslint-disable-next-line no-restricted-properties -- a flag of the runtime's, needed before anything is loaded
  const environment = process.env;
  const set = [...process.execArgv, environment.NODE_OPTIONS ?? ''];
  const missing = Object.entries(flags()).filter(([flag]) => !set.some((text) => text.includes(flag)));
  // Whoever loads us in their own way (`npm run dev` does) talks with this process, and would lose the line to it.
  const isLed = process.execArgv.some((flag) => /^--(import|require|loader)\b/.test(flag));
  if (missing.length === 0 || isLed || process.platform === 'win32') return;
  const args = [...process.execArgv, ...missing.map(([flag, value]) => `${flag}=${value}`)];
  // Left out, it is empty in Node 22 and early ones of 24: all that the operator has set would be lost.
  process.execve?.(process.execPath, [process.execPath, ...args, ...process.argv.slice(1)], environment);
}

function flags(): Record<string, number> {
  // On a single core four helpers leave a fifth of it to the one who serves, whenever there is something to compile.
  const helpers = Math.min(MAX_HELPERS, Math.max(1, availableParallelism() - 1));
  return { '--max-semi-space-size': SEMI_SPACE_MB, '--v8-pool-size': helpers };
}
