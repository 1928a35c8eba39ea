// `node server/dist/change-password.js --email ada@example.com`: another password for a user who signs in with one.
import './needs-node.ts';

const { readSettings } = await import('../config.ts');
const { Database } = await import('../platform/postgres/database.ts');
const { changePassword } = await import('../sessions/sign-in/change-password.ts');
const { askPassword } = await import('./ask-password.ts');
const { explain } = await import('./explain.ts');
const { USAGE, whosePassword } = await import('./whose-password.ts');

try {
  const email = whosePassword(process.argv.slice(2));
  if (email === undefined) console.log(USAGE);
  else {
    const { DATABASE_URL } = readSettings(['DATABASE_URL']);
    const password = await askPassword(process.stdin, (text) => process.stderr.write(text));
    const database = await Database.connect({ url: DATABASE_URL, poolSize: 1 });
    try {
      const ended = await changePassword(database, email, password);
      console.log(`The password is changed. Sessions ended: ${ended}.`);
    } finally {
      await database.close();
    }
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
