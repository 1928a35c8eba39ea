// `node server/dist/key.js create billing --name mailer --scope notifications:create`: makes, lists and revokes keys of
// services, in the database. See manage-keys.ts.
import './needs-node.ts';

const { explain } = await import('./explain.ts');
const { manageKeys } = await import('./manage-keys.ts');

try {
  await manageKeys(process.argv.slice(2), console.log);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
