import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { fillFolder } from './fill-folder.ts';
import { runCommand } from '../run-command.ts';

/** What playwright-core's `chromium.launch()` takes. */
export interface ChromiumLaunch {
  executablePath: string;
  args: string[];
  env?: Record<string, string>;
}

// A test browser talks to the server under test and to nobody else.
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
const HEADLESS = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--use-gl=angle',
  '--use-angle=swiftshader',
];
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The machine's own Chromium, else the one out of npm with the libraries it brings. */
export async function chromium(): Promise<ChromiumLaunch> {
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed)
    return { executablePath: installed, args: [...QUIET, '--headless', '--no-sandbox', '--disable-gpu'] };
  const folder = await unpackedChromium();
  return {
    executablePath: path.join(folder, 'chromium'),
    args: [...QUIET, ...HEADLESS],
    env: {
      ...definedEnvironment(),
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_PATH: path.join(folder, 'fonts'),
    },
  };
}

/**
 * The package unpacks itself into the folder for temporary files, and takes what it finds there for finished. So it
 * gets a folder of its own, in a process of its own, which appears whole or not at all.
 */
async function unpackedChromium(): Promise<string> {
  const name = '@sparticuz/chromium';
  const require = createRequire(import.meta.url);
  const { version } = require(path.join(path.dirname(require.resolve(name)), '..', 'package.json')) as {
    version: string;
  };
  const finished = path.join(cacheFolder(), `chromium-${version}-${process.arch}`);
  return fillFolder(finished, async (folder) => {
    const script = `import chromium from '${name}'; await chromium.executablePath();`;
    await runCommand(process.execPath, ['--input-type=module', '--eval', script], {
      cwd: import.meta.dirname,
      // The second makes it unpack the libraries that a bare machine lacks.
      env: { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    });
    // It looks for its fonts in the folder for temporary files too.
    await writeFile(path.join(folder, 'fonts', 'fonts.conf'), fontSettings(path.join(finished, 'fonts')));
  });
}

function fontSettings(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${folder}</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`;
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
