import { openDatabase } from './database.ts';
import { ConfigError, readConfig } from './config.ts';
import { rotateEpoch } from './live/epoch.ts';

// An operator's command, for after a failover or restore that lost commits: `node server/dist/rotate-epoch.js`.
try {
  const database = await openDatabase(readConfig().DATABASE_URL, 1, () => undefined);
  console.log(`The epoch is ${await rotateEpoch(database)} now; every client reads its inbox anew.`);
  await database.close();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
