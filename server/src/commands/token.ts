// `node server/dist/token.js --scope notifications:create`: a token that this deployment accepts. See print-token.ts.
import './needs-node.ts';

const { explain } = await import('./explain.ts');
const { printToken } = await import('./print-token.ts');

try {
  await printToken(process.argv.slice(2), { isTerminal: process.stdout.isTTY, print: console.log });
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
