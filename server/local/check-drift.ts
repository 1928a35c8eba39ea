// Fails when the schema, the client's generated code or what is generated in docs/ is not what the sources give. Leaves the files as they were.
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRepository } from './repository.ts';

function generated(): Map<string, string> {
  const files = globSync(
    ['schema.graphql', 'llms.txt', 'docs/architecture.md', 'docs/schema/*', 'client/src/generated/*'],
    { cwd: inRepository() },
  );
  return new Map(files.map((file) => [file, readFileSync(inRepository(file), 'utf8')]));
}

const before = generated();
const codegen = spawnSync('npm', ['run', 'codegen', '--silent'], {
  cwd: inRepository(),
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
const after = generated();

const drifted = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
for (const file of drifted) {
  const content = before.get(file);
  if (content === undefined) rmSync(inRepository(file));
  else writeFileSync(inRepository(file), content);
}

if (codegen.status !== 0) {
  console.error('"npm run codegen" failed.');
  process.exitCode = 1;
} else if (drifted.length > 0) {
  console.error(
    `Not what the sources generate: ${drifted.join(', ')}\nRun "npm run codegen" and commit the result.`,
  );
  process.exitCode = 1;
}
