// `npm run key -- create billing --name mailer`: keys of services in the database of what `npm start` runs, or of DATABASE_URL.
import { localDatabaseUrl } from './environment.ts';
import { startOwned } from './programs/owned-process.ts';

try {
  const env = { ...process.env, DATABASE_URL: localDatabaseUrl() };
  process.exitCode = await startOwned('server/dist/key.js', process.argv.slice(2), env).ended;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
