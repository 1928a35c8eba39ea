// `npm start`: the production entry with all it needs on a bare machine, stopped in the right order.
import { openEnvironment, type LocalEnvironment } from './environment.ts';
import { registerDevice } from './mail/register-device.ts';
import { startOwned } from './programs/owned-process.ts';
import { stopSignal } from './stop-signal.ts';

const POLL_MS = 100;
const DEMO_ACCOUNTS = ['candidate', 'candidate2', 'instructor', 'instructor2', 'admin'];

const stopRequested = stopSignal();
try {
  const environment = await openEnvironment();
  process.exitCode = await run(environment).finally(() =>
    Promise.all([environment.postgres?.stop(), environment.mails?.close()]),
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
// The signal handlers would keep nothing alive, but a poll under way might.
process.exit();

async function run(environment: LocalEnvironment): Promise<number> {
  const server = startOwned('server/dist/main.js', [], environment.env);
  void stopRequested.then(() => server.stop());

  const endedEarly = server.ended.then(() => 'ended' as const);
  const databaseLost =
    environment.postgres?.ended.then(() => 'database lost' as const) ?? new Promise<never>(() => {});
  const asked = stopRequested.then(() => 'asked' as const);
  const first = await Promise.race([isReady(environment.url), endedEarly, databaseLost, asked]);
  if (first === 'ready') console.log(welcome(environment));
  const { url, mails, hasDemoAccounts } = environment;
  if (first === 'ready' && mails && hasDemoAccounts)
    void registerDevice(url, mails.device).catch(() => undefined);
  if (first === 'ended') {
    console.error('The server stopped before it was ready; what it wrote above says why.');
    return 1;
  }

  const last = await Promise.race([endedEarly, databaseLost, asked]);
  if (last === 'database lost') {
    console.error('PostgreSQL has ended, so Carillon stops. Start it again: nothing that was saved is lost.');
    server.stop();
    await server.ended;
    return 1;
  }
  return server.ended;
}

async function isReady(url: string): Promise<'ready'> {
  for (;;) {
    const isUp = await fetch(`${url}/readyz`).then(
      (answer) => answer.status === 200,
      () => false,
    );
    if (isUp) return 'ready';
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function welcome({ address, env, hasDemoAccounts, dataDir, postgres, mails }: LocalEnvironment): string {
  const accounts = DEMO_ACCOUNTS.map((name) => `    ${name}@example.com`).join('\n');
  return [
    '',
    `  Carillon is ready:  ${address}`,
    `  GraphQL explorer:   ${address}/explorer`,
    ...(mails ? [mailLine(mails.address, env.EMAIL_AFTER_MINUTES)] : []),
    ...(hasDemoAccounts ? ['', '  Sign in with the password "carillon" as', accounts] : []),
    '',
    ...(postgres ? [`  The database lives in ${dataDir}.`] : []),
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}

function mailLine(address: string, minutes = ''): string {
  return `  E-mails sent here:  ${address} (of what is unread for ${minutes} min: EMAIL_AFTER_MINUTES)`;
}
