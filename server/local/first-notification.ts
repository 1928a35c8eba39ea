// `npm run first-notification`: a stranger's first minutes, timed. Clones the last commit into an empty folder, runs what
// README.md says there, and waits until a demo account's inbox has what was sent. Fails above two minutes.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './free-port.ts';
import { inRepository } from './repository.ts';

const MOST_SECONDS = 120;
/** Of each step: a machine may be slow, but not for ever. */
const PATIENCE_MS = 600_000;
const POLL_MS = 200;
/** All that a stranger's shell has, and the way to the registry. */
const {
  HOME,
  LANG,
  NODE_EXTRA_CA_CERTS,
  HTTPS_PROXY,
  https_proxy,
  npm_config_registry,
  PATH = '',
} = process.env;

const [install, start] = commandIn(/^```\n(npm ci && npm start)\n```$/m).split(' && ') as [string, string];
const ring = commandIn(/^```sh\n(npm run --silent token .+)\n```$/m);
const port = String(await freePort());
const server = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(path.join(tmpdir(), 'first-notification-'));
const clone = path.join(folder, 'carillon');
const env = {
  ...{ HOME, LANG, NODE_EXTRA_CA_CERTS, HTTPS_PROXY, https_proxy, npm_config_registry },
  // Without the commands that are installed here.
  PATH: PATH.split(path.delimiter)
    .filter((place) => !place.includes('node_modules'))
    .join(path.delimiter),
  PORT: port,
};

let running: ChildProcess | undefined;
try {
  const seconds: number[] = [];
  const timed = async (step: string, doing: () => Promise<unknown>) => {
    const begun = performance.now();
    await doing();
    seconds.push((performance.now() - begun) / 1_000);
    console.log(`${seconds.at(-1)!.toFixed(1).padStart(6)} s  ${step}`);
  };
  await timed('git clone', () => succeeds(`git clone --quiet "${inRepository()}" "${clone}"`, folder));
  await timed(install, () => succeeds(install, clone));
  await timed(start, async () => {
    running = inShell(start, clone);
    await until(() => fetch(`${server}/readyz`).then(({ ok }) => ok));
  });
  await timed(ring, () => succeeds(ring, clone));
  await timed('the inbox has it', () => until(hasRung));
  const total = seconds.reduce((sum, one) => sum + one, 0);
  const [load] = loadavg();
  console.log(
    `${total.toFixed(1).padStart(6)} s  in all, on ${availableParallelism()} cores with a load of ${load!.toFixed(1)}`,
  );
  if (total > MOST_SECONDS) throw new Error(`That is more than ${MOST_SECONDS} s.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await stop();
  rmSync(folder, { recursive: true, force: true });
}

function commandIn(block: RegExp): string {
  const found = block.exec(readFileSync(inRepository('README.md'), 'utf8'));
  if (!found) throw new Error(`README.md has no block like ${block.source}`);
  return found[1]!;
}

/** In a process group of its own, as a terminal would have it. */
function inShell(command: string, cwd: string): ChildProcess {
  return spawn('sh', ['-c', command], { cwd, env, detached: true, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function succeeds(command: string, cwd: string): Promise<void> {
  const [code] = (await once(inShell(command, cwd), 'exit')) as [number | null];
  if (code !== 0) throw new Error(`“${command}” failed.`);
}

/** Until it says so; what throws meanwhile says no. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo().catch(() => false))) {
    if (running?.exitCode !== null) throw new Error(`“${start}” has ended.`);
    if (Date.now() > end) throw new Error(`Nothing for ${PATIENCE_MS / 1_000} s.`);
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

async function hasRung(): Promise<boolean> {
  const signIn = 'mutation { signIn(email: "candidate@example.com", password: "carillon") { accessToken } }';
  const token = (await ask<{ signIn: { accessToken: string } }>(signIn)).signIn.accessToken;
  const list = '{ notifications(first: 1) { edges { node { title } } } }';
  const { notifications } = await ask<{ notifications: { edges: { node: { title: string } }[] } }>(
    list,
    token,
  );
  return notifications.edges[0]?.node.title === 'Invoice due';
}

async function ask<Data>(query: string, token?: string): Promise<Data> {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const answer = await fetch(`${server}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query }),
  });
  return ((await answer.json()) as { data: Data }).data;
}

/** By Ctrl-C. */
async function stop(): Promise<void> {
  if (!running || running.exitCode !== null) return;
  const ended = once(running, 'exit');
  process.kill(-running.pid!, 'SIGINT');
  await ended;
}
