import './commands/needs-node.ts';

/** By then what the first requests need has been compiled as well. */
const SETTLED_MS = 10_000;

/** As docs/operating.md promises: whoever has not let go by then is not waited for. */
const MAX_END_MS = 15_000;

// Nothing is imported above, since that would be read before the first line here runs.
const { setRuntimeFlags } = await import('./commands/runtime-flags.ts');
setRuntimeFlags();

// V8's compiled code is kept beside the build, for the next start. Where nothing can be written we only start slower.
const { enableCompileCache, flushCompileCache } = await import('node:module');
const { fileURLToPath } = await import('node:url');
enableCompileCache(fileURLToPath(new URL('../dist/.compiled', import.meta.url)));
// Node writes it at an orderly end; but it is after a crash that a start has to be quick.
setTimeout(flushCompileCache, SETTLED_MS).unref();

const { startApp } = await import('./app.ts');
const { readConfig } = await import('./config.ts');
const { explain } = await import('./commands/explain.ts');

try {
  const app = await startApp(readConfig());
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      setTimeout(() => fail(`Could not end in good order within ${MAX_END_MS} ms`), MAX_END_MS);
      void app.close().then(() => process.exit(0), fail);
    });
  }
} catch (error) {
  fail(error);
}

function fail(error: unknown): never {
  console.error(explain(error));
  process.exit(1);
}
