// Programs out of Debian packages without installing them: no root, no service, nothing changed outside the cache folder.
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { fillFolder } from './fill-folder.ts';
import { runCommand } from '../run-command.ts';

/** Unpacks the package, and what it needs that this machine lacks. Gives the folder that stands for "/". */
export async function unpackDebianPackage(name: string): Promise<string> {
  return fillFolder(path.join(cacheFolder(), `${name}-${process.arch}`), async (folder) => {
    const archives = path.join(folder, 'archives');
    await mkdir(archives);
    await download(name, archives).catch(async () => {
      // No package lists on this machine, or older ones than the archive: get lists of our own.
      const options = await ownPackageLists();
      await download(name, archives, options);
    });
    for (const archive of await readdir(archives)) {
      await runCommand('dpkg', ['-x', path.join(archives, archive), folder]);
    }
  });
}

async function download(name: string, folder: string, options: string[] = []): Promise<void> {
  const plan = await runCommand('apt-get', [
    ...options,
    'install',
    '--simulate',
    '--no-install-recommends',
    name,
  ]);
  const missing = Array.from(plan.matchAll(/^Inst (\S+)/gm), ([, missingName]) => missingName!);
  await runCommand('apt-get', [...options, 'download', ...missing], { cwd: folder });
}

async function ownPackageLists(): Promise<string[]> {
  const lists = path.join(cacheFolder(), 'apt-lists');
  const archives = path.join(cacheFolder(), 'apt-archives');
  await mkdir(path.join(lists, 'partial'), { recursive: true });
  await mkdir(path.join(archives, 'partial'), { recursive: true });
  const settings = [`Dir::State::Lists=${lists}`, `Dir::Cache=${archives}`, 'Debug::NoLocking=1'];
  const options = settings.flatMap((setting) => ['-o', setting]);
  await runCommand('apt-get', [...options, 'update']);
  return options;
}

/** The folders in which an unpacked program finds the libraries that came with it. */
export async function libraryFolders(root: string): Promise<string> {
  const folders = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => /\.so(\.|$)/.test(entry.name))
    .map((entry) => entry.parentPath);
  return [...new Set(folders)].join(path.delimiter);
}
