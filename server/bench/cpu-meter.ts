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
}

/** Starts a window; the function that it returns ends it. Ticks are coarse: windows should hold half a second of CPU. */
export function startCpuMeter(pids: Pids): () => CpuUse {
  const read = (): CpuUse => ({
    seconds: performance.now() / 1_000,
    server: cpuSeconds(pids.server),
    postgres: cpuSeconds(pids.postgres),
  });
  const before = read();
  return () => {
    const after = read();
    return {
      seconds: after.seconds - before.seconds,
      server: after.server - before.server,
      postgres: after.postgres - before.postgres,
    };
  };
}
