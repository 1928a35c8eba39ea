// `npm run dev`: the same database as `npm start`, the server restarted at every change, Vite in front of it.
import { openEnvironment } from './environment.ts';
import { startOwned } from './programs/owned-process.ts';
import { stopSignal } from './stop-signal.ts';

const stopRequested = stopSignal();
try {
  const { env, address, postgres, mails } = await openEnvironment();
  const watch = ['watch', '--clear-screen=false', '--tsconfig', 'server/tsconfig.json', 'server/src/main.ts'];
  const programs = [
    startOwned('node_modules/tsx/dist/cli.mjs', watch, env),
    startOwned('node_modules/vite/bin/vite.js', [
      '--config',
      'client/vite.config.ts',
      '--clearScreen',
      'false',
    ]),
  ];
  console.log(`  Server: ${address}   Client, reloading at every change: see Vite's address below`);
  if (mails) console.log(`  E-mails sent here: ${mails.address}`);
  // One without the other is of no use.
  await Promise.race([
    stopRequested,
    postgres?.ended ?? stopRequested,
    ...programs.map(({ ended }) => ended),
  ]);
  programs.forEach((program) => program.stop());
  await Promise.all(programs.map(({ ended }) => ended));
  await Promise.all([postgres?.stop(), mails?.close()]);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
process.exit();
