// `npm run token -- --scope notifications:create`: a token for what `npm start` runs, signed with the secret that it has made.
import { localSecret } from './environment.ts';
import { startOwned } from './programs/owned-process.ts';

try {
  const env = { ...process.env, JWT_SECRET: localSecret() };
  process.exitCode = await startOwned('server/dist/token.js', process.argv.slice(2), env).ended;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
