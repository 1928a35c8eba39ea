import { availableParallelism } from 'node:os';

/**
 * What is young may take twice so many MB. By default it grows to 128 MB with the first burst of connections and stays
 * there, unused.
 */
const SEMI_SPACE_MB = 16;
/** How many threads V8 has by default to compile and to collect garbage beside the one that serves. */
const MOST_HELPERS = 4;

/**
 * V8 takes some settings only from the command line, so the process begins once more with them, in place: the same pid,
 * 20 ms later. Whoever has set one, here or in NODE_OPTIONS, knows better.
 */
export function setRuntimeFlags(): void {
  // eslint-disable-next-line no-restricted-properties -- flags of the runtime's, needed before anything is loaded
  const { NODE_OPTIONS = '' } = process.env;
  const set = [...process.execArgv, NODE_OPTIONS];
  const missing = wantedFlags().filter((flag) => !set.some((text) => text.includes(flag.split('=')[0]!)));
  // Whoever loads us in their own way (`npm run dev` does) talks with this process, and would lose the line to it.
  const isLed = process.execArgv.some((flag) => /^--(import|require|loader)\b/.test(flag));
  if (missing.length === 0 || isLed || process.platform === 'win32') return;
  const args = [...process.execArgv, ...missing, ...process.argv.slice(1)];
  process.execve?.(process.execPath, [process.execPath, ...args]);
}

/** On a core of its own a helper is free; on the core that serves it takes turns with it, 4 ms each. */
function wantedFlags(): string[] {
  const cores = availableParallelism();
  const helpers = Math.min(MOST_HELPERS, Math.max(1, cores - 1));
  const flags = [`--max-semi-space-size=${SEMI_SPACE_MB}`, `--v8-pool-size=${helpers}`];
  return cores > 1 ? flags : [...flags, '--single-threaded-gc'];
}
