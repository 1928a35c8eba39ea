import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inRepository } from '../../local/repository.ts';

const TESTS = 'server/test/features';

/**
 * Runs feature tests once more, in a jest of their own and on what the variables say.
 * @returns what it wrote; a failure carries that too
 */
export async function runTests(names: readonly string[], env: Record<string, string>): Promise<string> {
  const args = [
    ...['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    ...[inRepository('node_modules/jest/bin/jest.js'), '--selectProjects', 'server', '--runInBand'],
    ...['--runTestsByPath', ...names.map((name) => `${TESTS}/${name}.test.ts`)],
  ];
  const options = { cwd: inRepository(), env: { ...process.env, ...env } };
  const { stderr } = await promisify(execFile)(process.execPath, args, options).catch(
    (error: Error & { stderr: string }) => {
      throw new Error(error.stderr || error.message);
    },
  );
  return stderr;
}
