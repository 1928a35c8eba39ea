import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Proxy } from '../../chaos/proxy.ts';
import { Random } from '../../chaos/random.ts';
import { inRepository } from '../../../local/repository.ts';
import { countsOf, send, sendMany } from '../../support/acts.ts';
import { openBrowser, openContext, openTab } from '../../support/browser/browser.ts';
import { ClientFolder } from '../../support/client-folder.ts';
import { openHostSite, type HostSite } from '../../support/host-site.ts';
import { start, type Running } from '../../support/run-script.ts';
import { startServer, type Settings, type TestServer } from '../../support/server.ts';
import { debianPython } from '../../support/services/debian-python.ts';
import { candidate, service } from '../../support/token.ts';
import { until } from '../../support/until.ts';

// The programs of docs/examples/clients, each as somebody has it who begins with an empty folder.
let server: TestServer;
let proxy: Proxy;
let site: HostSite;
let browser: Browser | undefined;
const folders: ClientFolder[] = [];
const programs: Running[] = [];

const MINUTE = { timeoutMs: 60_000 };
const THREE = ['No. 3', 'No. 2', 'No. 1'];
const SHIPPED = 'Your order is on its way';

beforeAll(async () => {
  site = await openHostSite();
  server = await startServer({ ALLOWED_ORIGINS: site.origin });
  proxy = await Proxy.open(Number(new URL(server.url).port), new Random(1));
}, 120_000);

afterAll(async () => {
  for (const program of programs) program.stop();
  for (const folder of folders) folder.remove();
  await browser?.close();
  await site?.close();
  await proxy?.close();
  await server?.close();
});

async function folderOf(example: string): Promise<ClientFolder> {
  const folder = await ClientFolder.make(example);
  folders.push(folder);
  return folder;
}

/** What it needs to know, for a reader of its own. */
const settingsOf = (reader: string, carillon = server.url): Settings => ({
  ...{ CARILLON: carillon, READER: reader },
  ...{ TOKEN: candidate(reader), SERVICE_TOKEN: service('shop') },
});

const startIn = (folder: ClientFolder, settings: Settings) => watched(folder.start('start', settings));

function watched(program: Running): Running {
  programs.push(program);
  return program;
}

const linesOf = ({ out }: { out: string }) => out.split('\n').slice(0, -1);

/** Waits until it has said this line, so many times. */
async function says({ said }: Running, line: string, times = 1): Promise<void> {
  const count = () => linesOf(said).filter((one) => one === line).length;
  await until(() => count() >= times || said.code !== null, MINUTE);
  expect({ ...said, times: count() }).toMatchObject({ times });
}

/** Follows, loses its connection in the midst of what comes, and is told of it by the next one. */
async function followsThroughACut(reader: string, program: Running): Promise<void> {
  await says(program, 'unread: 0');
  await send(server, reader, { title: 'First' });
  await says(program, 'unread: 1');
  proxy.cut(1);
  await send(server, reader, { title: 'Second' });
  await says(program, 'now: Second');
  await send(server, reader, { title: 'Stop' });
  const { code, out, err } = await program.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const told = linesOf({ out }).filter((line) => line.startsWith('now: '));
  expect(told).toEqual(['now: First', 'now: Second', 'now: Stop']);
}

test.each(['graphql-ws', 'graphql-sse'])(
  '%s follows, and misses nothing where a connection breaks',
  async (example) => {
    const program = startIn(await folderOf(example), settingsOf(`by-${example}`, proxy.url));
    await followsThroughACut(`by-${example}`, program);
  },
  120_000,
);

test('graphql-request sends once, knows what was refused, and reads page by page', async () => {
  await sendMany(server, 'by-request', 3);
  const folder = await folderOf('graphql-request');
  const run = await folder.script('start', settingsOf('by-request'));
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(linesOf(run)).toEqual([
    ...['once: sent', 'again: was sent before', 'another text with that key: CONFLICT'],
    ...[SHIPPED, ...THREE],
  ]);
}, 120_000);

/** Reads three, follows, and marks as read what comes. */
async function readsFollowsAndMarks(reader: string, program: Running, titles: string[]): Promise<void> {
  await says(program, titles.at(-1)!);
  // Whether it follows by now or not: it follows from what it has read.
  await send(server, reader, { title: 'Hello' });
  await says(program, 'unread: 3', 2);
  await send(server, reader, { title: 'Stop' });
  const { code, out, err } = await program.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(linesOf({ out })).toEqual([
    ...['unread: 3', ...titles, 'now: Hello', 'unread: 3', 'now: Stop', 'unread: 3'],
  ]);
  expect(await countsOf(server, candidate(reader))).toMatchObject({ unread: 3 });
}

test('urql reads, follows and writes', async () => {
  await sendMany(server, 'by-urql', 3);
  const program = startIn(await folderOf('urql'), settingsOf('by-urql'));
  await readsFollowsAndMarks('by-urql', program, THREE);
}, 120_000);

test('Apollo Client has types from the running server, which hold, and reads, follows and writes', async () => {
  await sendMany(server, 'by-apollo', 3);
  const folder = await folderOf('apollo');
  const settings = settingsOf('by-apollo');
  expect(await folder.script('codegen', settings)).toMatchObject({ code: 0 });
  const types = readFileSync(path.join(folder.path, 'generated/graphql.ts'), 'utf8');
  expect(types).toMatch(/severity: (Types\.)?Severity/);
  const program = startIn(folder, settings);
  await readsFollowsAndMarks(
    'by-apollo',
    program,
    THREE.map((title) => `${title} (NORMAL)`),
  );
  expect(await folder.script('check', settings)).toMatchObject({ code: 0, out: '' });
}, 240_000);

test('Relay compiles by the running server’s schema, pages, follows, writes and asks for one again', async () => {
  await sendMany(server, 'by-relay', 3);
  const folder = await folderOf('relay');
  const environment = path.join(folder.path, 'src/environment.js');
  const here = readFileSync(environment, 'utf8').replace('http://localhost:4000', server.url);
  writeFileSync(environment, here);
  for (const script of ['schema', 'relay', 'build'])
    expect(await folder.script(script, { CARILLON: server.url })).toMatchObject({ code: 0 });
  site.serve(path.join(folder.path, 'dist'), server.url, () => candidate('by-relay'));

  browser = await openBrowser();
  const troubles: string[] = [];
  const page = await openTab({ context: await openContext(browser), troubles }, site.origin);
  const rows = page.getByRole('listitem');
  const titles = async () =>
    (await rows.allTextContents()).map((text) => text.replace(/(Mark as read)?Ask again$/, ''));
  await page.getByRole('heading', { name: '3 unread' }).waitFor();
  expect(await titles()).toEqual(['No. 3', 'No. 2']);
  await page.getByRole('button', { name: 'More' }).click();
  await rows.filter({ hasText: 'No. 1' }).waitFor();
  expect(await page.getByRole('button', { name: 'More' }).count()).toBe(0);

  await send(server, 'by-relay', { title: 'Hello' });
  const hello = rows.filter({ hasText: 'Hello' });
  await hello.waitFor();
  await page.getByRole('heading', { name: '4 unread' }).waitFor();
  await hello.getByRole('button', { name: 'Mark as read' }).click();
  await page.getByRole('heading', { name: '3 unread' }).waitFor();
  await hello.getByRole('button', { name: 'Mark as read' }).waitFor({ state: 'detached' });
  const answer = page.waitForResponse(
    (response) => response.request().postData()?.includes('node(id:') ?? false,
  );
  await hello.getByRole('button', { name: 'Ask again' }).click();
  expect(await (await answer).json()).toMatchObject({ data: { node: { title: 'Hello', isRead: true } } });
  // What waits for an answer stands where the list was.
  await hello.waitFor();
  expect(await titles()).toEqual(['Hello', ...THREE]);
  expect(troubles.filter((trouble) => !trouble.startsWith('request to'))).toEqual([]);
}, 240_000);

describe('Python', () => {
  const script = (name: string) => inRepository('docs/examples/clients/python', name);

  test('needs nothing but its standard library', async () => {
    await sendMany(server, 'by-python', 3);
    const { command } = await debianPython([]);
    // -I: without any package, or a setting of the machine's.
    const program = watched(start(command, ['-I', script('standard_library.py')], settingsOf('by-python')));
    await says(program, 'unread: 4');
    await send(server, 'by-python', { title: 'Stop' });
    const { code, out, err } = await program.ended;
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(linesOf({ out })).toEqual([
      ...['once: sent', 'again: was sent before', 'another text with that key: CONFLICT'],
      ...[SHIPPED, ...THREE, 'unread: 4', 'now: Stop', 'unread: 5'],
    ]);
  }, 120_000);

  test('follows over a socket by what Debian has, and misses nothing where a connection breaks', async () => {
    const { command, env } = await debianPython(['python3-websockets']);
    const settings = { ...settingsOf('by-websockets', proxy.url), ...(env as Settings) };
    const program = watched(start(command, [script('follow_websockets.py')], settings));
    await followsThroughACut('by-websockets', program);
  }, 120_000);
});
