// An operator's command, for after a failover or restore that lost commits: `node server/dist/rotate-epoch.js`.
import './needs-node.ts';

const { readSettings } = await import('../config.ts');
const { Database } = await import('../platform/postgres/database.ts');
const { explain } = await import('./explain.ts');
const { rotateEpoch } = await import('../inbox/epoch.ts');

try {
  const { DATABASE_URL } = readSettings(['DATABASE_URL']);
  const database = await Database.connect({ url: DATABASE_URL, poolSize: 1 });
  console.log(`The epoch is ${await rotateEpoch(database)} now; every client reads its inbox anew.`);
  await database.close();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
