// An operator's command: `node server/dist/sql-sender.js ROLE SERVICE`. See name-sql-sender.ts.
import './needs-node.ts';

const { readSettings } = await import('../config.ts');
const { Database } = await import('../platform/postgres/database.ts');
const { explain } = await import('./explain.ts');
const { nameSqlSender } = await import('./name-sql-sender.ts');

try {
  const { DATABASE_URL } = readSettings(['DATABASE_URL']);
  const database = await Database.connect({ url: DATABASE_URL, poolSize: 1 });
  try {
    console.log(await nameSqlSender(database, process.argv.slice(2)));
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
