import { spawnSync } from 'node:child_process';

export const isRoot = process.getuid?.() === 0;

/** The user that PostgreSQL runs as for root, because it refuses to run as root. */
export const NOBODY = 65534;

// Part of util-linux. It makes the kernel stop the child when this process dies, even by SIGKILL.
export const hasSetpriv = process.platform === 'linux' && spawnSync('setpriv', ['--version']).status === 0;

/** The command line that drops root's rights, where wanted, and ends with its parent, where the system can do that. */
export function bound(command: string, args: string[], signal: 'INT' | 'TERM', asNobody = false): string[] {
  if (!hasSetpriv) return [command, ...args];
  const drop = asNobody && isRoot ? [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];
  return ['setpriv', ...drop, '--pdeathsig', signal, command, ...args];
}
