import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRepository } from '../../local/repository.ts';
import { linkInto } from './packages.ts';
import { run, start, type Run, type Running } from './run-script.ts';
import type { Settings } from './server.ts';

interface Manifest {
  version: string;
  bin?: string | Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

const manifestOf = (folder: string) =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
const majorOf = (version: string) => /\d+/.exec(version)![0];

/**
 * Somebody's folder, empty but for one of docs/examples/clients, and beside it what its package.json names, and nothing
 * else.
 */
export class ClientFolder {
  private constructor(readonly path: string) {}

  static async make(example: string): Promise<ClientFolder> {
    const folder = new ClientFolder(await mkdtemp(path.join(tmpdir(), `carillon-${example}-`)));
    cpSync(inRepository('docs/examples/clients', example), folder.path, { recursive: true });
    const { dependencies, devDependencies } = manifestOf(folder.path);
    const needed = Object.entries({ ...dependencies, ...devDependencies });
    linkInto(
      folder.path,
      needed.map(([name]) => name),
    );
    for (const [name, version] of needed) folder.install(name, version);
    return folder;
  }

  /** Runs a script of its package.json to its end. */
  script(name: string, env: Settings): Promise<Run> {
    return run('npm', ['run', '--silent', name], this.environment(env), this.path);
  }

  start(script: string, env: Settings): Running {
    return start('npm', ['run', '--silent', script], this.environment(env), this.path);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Its programs, where `npm run` finds them. */
  private install(name: string, wanted: string): void {
    const { version, bin } = manifestOf(path.join(this.path, 'node_modules', name));
    if (majorOf(version) !== majorOf(wanted))
      throw new Error(`${name} ${wanted} is wanted, ${version} is here`);
    const programs = typeof bin === 'string' ? { [path.basename(name)]: bin } : bin;
    for (const [program, file] of Object.entries(programs ?? {})) {
      const link = path.join(this.path, 'node_modules/.bin', program);
      mkdirSync(path.dirname(link), { recursive: true });
      symlinkSync(path.join('..', name, file), link);
    }
  }

  /** With the Node that runs this, which may not be the machine's. */
  private environment(env: Settings): Settings {
    return { PATH: [path.dirname(process.execPath), process.env.PATH].join(path.delimiter), ...env };
  }
}
