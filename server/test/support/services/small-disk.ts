import { spawnSync } from 'node:child_process';
import { isRoot, NOBODY } from '../../../local/programs/privileges.ts';

/**
 * The command that runs another one with a small file system in this folder, which nobody else sees and which goes with
 * it. @returns undefined where mounting is not permitted, not even to oneself
 */
export function withSmallDisk(folder: string, megabytes: number): string[] | undefined {
  const owner = isRoot ? NOBODY : (process.getuid?.() ?? NOBODY);
  const options = `size=${megabytes}m,mode=700,uid=${owner}`;
  const own = isRoot ? [] : ['--user', '--map-current-user', '--keep-caps'];
  const script = `mount -t tmpfs -o ${options} tmpfs "$0" && exec "$@"`;
  const within = ['unshare', ...own, '--mount', 'sh', '-c', script, folder];
  const [file, ...args] = [...within, 'true'];
  return spawnSync(file, args).status === 0 ? within : undefined;
}
