// `node server/dist/create-user.js --email ada@example.com --name Ada --role ADMIN`: a user who signs in with a password.
import './needs-node.ts';

const { readSettings } = await import('../config.ts');
const { Database } = await import('../platform/postgres/database.ts');
const { createAccount } = await import('../sessions/sign-in/create-account.ts');
const { askPassword } = await import('./ask-password.ts');
const { explain } = await import('./explain.ts');
const { USAGE, userOptions } = await import('./user-options.ts');

try {
  const user = userOptions(process.argv.slice(2));
  if (!user) console.log(USAGE);
  else {
    const { DATABASE_URL } = readSettings(['DATABASE_URL']);
    const password = await askPassword(process.stdin, (text) => process.stderr.write(text));
    const database = await Database.connect({ url: DATABASE_URL, poolSize: 1 });
    try {
      console.log(await createAccount(database, { ...user, password }));
    } finally {
      await database.close();
    }
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
