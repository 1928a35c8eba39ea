import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a command to its end and gives what it wrote; a failure carries what it complained of. */
export async function runCommand(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv | undefined } = {},
): Promise<string> {
  const env = { ...process.env, LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive', ...options.env };
  const { stdout } = await promisify(execFile)(command, args, { cwd: options.cwd, env });
  return stdout;
}

/**
 * The first of these commands that this machine can run.
 * @param version what makes it say its version and end
 */
export async function firstThatRuns(
  commands: string[],
  env?: NodeJS.ProcessEnv,
  version = '--version',
): Promise<string | undefined> {
  for (const command of commands) {
    const runs = await runCommand(command, [version], { env }).then(
      () => true,
      () => false,
    );
    if (runs) return command;
  }
  return undefined;
}
