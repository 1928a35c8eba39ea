import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { bound } from '../local/programs/privileges.ts';

const SERVER_CPU = 0;
const LOAD_CPU = 1;

/** Part of util-linux. Without it, or with one core, nothing is pinned, and the report says so. */
export const isPinned =
  process.platform === 'linux' &&
  availableParallelism() >= 2 &&
  spawnSync('taskset', ['--version']).status === 0;

/** The command line of a Node program on a core of its own, which ends with its parent. */
export function pinned(role: 'server' | 'load', args: string[]): [file: string, args: string[]] {
  const cpu = String(role === 'server' ? SERVER_CPU : LOAD_CPU);
  const node = isPinned ? ['taskset', '-c', cpu, process.execPath, ...args] : [process.execPath, ...args];
  const [file, ...rest] = bound(node[0]!, node.slice(1), 'TERM');
  return [file!, rest];
}
