// An operator's command, for after a failover or restore that lost commits: `node server/dist/rotate-epoch.js`.
import './needs-node.ts';

const { readSettings } = await import('../config.ts');
const { openDatabase } = await import('../database.ts');
const { explain } = await import('./explain.ts');
const { rotateEpoch } = await import('../inbox/epoch.ts');

try {
  const { DATABASE_URL } = readSettings(['DATABASE_URL']);
  const database = await openDatabase(DATABASE_URL, 1, () => undefined);
  console.log(`The epoch is ${await rotateEpoch(database)} now; every client reads its inbox anew.`);
  await database.close();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
