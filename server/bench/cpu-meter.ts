import { cpuSeconds } from './process-tree.ts';

/** Who takes part in a measurement. */
export interface Pids {
  server: number;
  postgres: number;
}

/** Seconds of CPU in a window, and how long it was. */
export interface CpuUse {
  seconds: number;
  server: number;
  postgres: number;
  /** Of the process that measures. */
  own: number;
}

/** Starts a window; the function that it returns ends it. Ticks are coarse: windows should hold half a second of CPU. */
export function startCpuMeter(pids: Pids): () => CpuUse {
  const read = (): CpuUse => ({
    seconds: performance.now() / 1_000,
    server: cpuSeconds(pids.server),
    postgres: cpuSeconds(pids.postgres),
    own: ownCpuSeconds(),
  });
  const before = read();
  return () => {
    const after = read();
    return {
      seconds: after.seconds - before.seconds,
      server: after.server - before.server,
      postgres: after.postgres - before.postgres,
      own: after.own - before.own,
    };
  };
}

function ownCpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}
