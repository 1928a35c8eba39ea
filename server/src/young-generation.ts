/**
 * What is young may take twice so many MB. By default it grows to 128 MB with the first burst of connections and stays
 * there, unused.
 */
const SEMI_SPACE_MB = 16;

/**
 * V8 takes this size only from the command line, so the process begins once more with it, in place: the same pid, 20 ms
 * later. Whoever has set a size, here or in NODE_OPTIONS, knows better.
 */
export function limitYoungGeneration(): void {
  // eslint-disable-next-line no-restricted-properties -- a flag of the runtime's, needed before anything is loaded
  const { NODE_OPTIONS = '' } = process.env;
  const isSet = [...process.execArgv, NODE_OPTIONS].some((text) => text.includes('--max-semi-space-size'));
  // Whoever loads us in their own way (`npm run dev` does) talks with this process, and would lose the line to it.
  const isLed = process.execArgv.some((flag) => /^--(import|require|loader)\b/.test(flag));
  if (isSet || isLed || process.platform === 'win32') return;
  const flags = [...process.execArgv, `--max-semi-space-size=${SEMI_SPACE_MB}`];
  process.execve?.(process.execPath, [process.execPath, ...flags, ...process.argv.slice(1)]);
}
