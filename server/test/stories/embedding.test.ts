import { spawn } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { inRepository } from '../../local/repository.ts';
import { countsOf, send } from '../support/acts.ts';
import {
  axeProblems,
  bell,
  openBrowser,
  openContext,
  screenshot,
  untilFollowed,
} from '../support/browser/browser.ts';
import { example, exampleFor, makeApp } from '../support/hosts/made-app.ts';
import { changePreferences, drawsItself, fillSlots, look } from '../support/hosts/own-drawing.ts';
import { openHostSite, type HostSite } from '../support/host-site.ts';
import { buildPackages, folderOf, folderWith } from '../support/packages.ts';
import { run } from '../support/run-script.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { candidate } from '../support/token.ts';
import { until } from '../support/until.ts';

// What host applications get, as they get it: unpacked from a tarball, beside what it asks for, in an empty folder.
let site: HostSite;
let server: TestServer;
let browser: Browser;
let app: { folder: string; tarball: string };
let program: typeof app;

beforeAll(async () => {
  await buildPackages();
  site = await openHostSite();
  server = await startServer({ ALLOWED_ORIGINS: site.origin });
  browser = await openBrowser();
  [app, program] = await Promise.all([folderWith('carillon-react'), folderWith('carillon-client')]);
  await makeApp(app.folder, server.url);
}, 240_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await site?.close();
  for (const made of [app, program]) if (made) rmSync(made.folder, { recursive: true, force: true });
});

/** A page of the host's, for this reader. @returns also whatever went wrong, a policy that was broken among it */
async function open(
  reader: string,
  address: string,
  files: string,
): Promise<{ page: Page; troubles: string[] }> {
  site.serve(files, server.url, () => candidate(reader));
  const context = await openContext(browser);
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()),
  );
  await page.goto(site.origin + address);
  return { page, troubles };
}

const built = () => path.join(app.folder, 'dist');

type Box = Record<'x' | 'y' | 'width' | 'height', number>;

/** What lies in front within a box: the names of the page's own elements. */
const inFrontOf = ({ x, y, width, height }: Box) => `
  [...new Set(Array.from({ length: 400 }, (_, index) => document.elementFromPoint(
    ${x} + ((index % 20) + 0.5) * ${width / 20}, ${y} + (Math.floor(index / 20) + 0.5) * ${height / 20},
  ).localName))]
`;

test.each(['carillon-client', 'carillon-react'] as const)(
  '%s is made as packages are to be',
  async (name) => {
    const tarball = name === 'carillon-client' ? program.tarball : app.tarball;
    const tool = (file: string, ...args: string[]) =>
      run(process.execPath, [inRepository('node_modules', file), ...args]);
    expect(await tool('publint/src/cli.js', folderOf(name), '--strict')).toMatchObject({ code: 0 });
    const types = await tool(
      '@arethetypeswrong/cli/dist/index.js',
      tarball,
      '--profile',
      'esm-only',
      '--no-color',
    );
    expect(types).toMatchObject({ code: 0 });
  },
  120_000,
);

test('a program without a page and without React follows an inbox', async () => {
  cpSync(example('follow.mjs'), path.join(program.folder, 'follow.mjs'));
  const env = { PATH: process.env.PATH!, CARILLON: server.url, TOKEN: candidate('program') };
  const child = spawn(process.execPath, ['follow.mjs'], { cwd: program.folder, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += String(chunk)));
  try {
    await until(() => said.includes('live') && said.includes('in the list: nothing'));
    await send(server, 'program', { title: 'Hello' });
    await until(() => /now: Hello[^]*unread: 0/.test(said));
    expect(await countsOf(server, candidate('program'))).toMatchObject({ unread: 0 });
    await send(server, 'program', { title: 'Stop' });
    expect(await until(() => child.exitCode !== null && [child.exitCode])).toEqual([0]);
    expect(said).toContain('in the list: Hello');
  } finally {
    child.kill();
  }
}, 120_000);

test('five lines in a new React application are a live bell, under a strict policy', async () => {
  const { page, troubles } = await open('five', '/', built());
  await bell(page).waitFor();
  await untilFollowed(server.url);
  await send(server, 'five', { title: 'Your essay is graded', url: '/grades/7' });
  await bell(page, 1).click();
  const row = page.getByRole('article', { name: 'Your essay is graded' });
  await row.waitFor();
  // There is no room before its button.
  expect((await page.getByRole('dialog').boundingBox())!.x).toBeGreaterThanOrEqual(0);
  // It lies upon the page: our styles are all there, also those that the host's build finds in files of their own.
  expect(await look(page, '.popover', 'position')).toBe('absolute');
  // Neither the host's styles in, nor ours out.
  expect(await look(page, '.note', 'background-color')).not.toBe('rgb(255, 0, 0)');
  expect(await look(page, '.panel', 'outline-width')).not.toBe('9px');
  expect(await look(page, 'h1', 'margin-top')).not.toBe('0px');
  await page.waitForTimeout(300);
  await screenshot(page, 'embedded-react');
  expect(await axeProblems(page)).toEqual([]);
  // It leads where its sender says, to the host's own page; there are no others.
  expect(await row.getByRole('link').count()).toBe(1);
  expect(await row.getByRole('link').getAttribute('href')).toBe('/grades/7');
  await page.getByRole('button', { name: 'Mark all read' }).click();
  await bell(page).waitFor();
  await page.keyboard.press('Escape');
  await row.waitFor({ state: 'detached' });
  expect(troubles).toEqual([]);
  await page.context().close();
}, 120_000);

test.each([
  [19, 'dist'],
  [18, 'dist-18'],
])(
  'a strict host with React %i and an Apollo client of its own has inbox, toasts, hooks and preferences',
  async (version, files) => {
    const reader = `full-${version}`;
    await send(server, reader, { title: 'Before' });
    const { page, troubles } = await open(reader, '/full.html', path.join(app.folder, files));
    const inbox = page.getByRole('region', { name: 'Notifications' });
    await inbox.getByRole('article', { name: 'Before' }).waitFor();
    await page.getByText('Host’s own client: from the host').waitFor();
    await page.getByText('Unread: 1').waitFor();
    await untilFollowed(server.url);
    await send(server, reader, { title: 'Now', url: '/now' });
    const toast = page.locator('.arrival-toast').filter({ hasText: 'Now' });
    // It stays for as long as somebody points at it.
    await toast.hover();
    await page.getByText('Unread: 2').waitFor();
    await page.getByText('By the hook: Now, Before').waitFor();
    await screenshot(page, `embedded-toast-${version}`);
    expect(await axeProblems(page)).toEqual([]);
    await toast.getByRole('link', { name: 'Now' }).click();
    await changePreferences(page);
    await screenshot(page, `embedded-host-${version}`);
    expect(await axeProblems(page)).toEqual([]);
    await page.getByText('The host’s router went to /now').waitFor();
    await page.getByText('Unread: 1').waitFor();
    expect(troubles).toEqual([expect.stringContaining('its own words for "notification.markAllRead"')]);
    await drawsItself(server, page, reader);
    await page.context().close();
  },
  120_000,
);

test('one script tag on a plain page is a bell and an inbox, under a strict policy', async () => {
  const files = path.join(app.folder, 'plain');
  cpSync(path.join(app.folder, 'node_modules/carillon-react/dist'), path.join(files, 'carillon'), {
    recursive: true,
  });
  writeFileSync(path.join(files, 'index.html'), exampleFor(server.url, 'page.html'));
  const { page, troubles } = await open('plain', '/', files);
  await bell(page).waitFor();
  await untilFollowed(server.url);
  await page.evaluate(
    `document.addEventListener('carillon-unread', ({ detail }) => (document.title = detail.count))`,
  );
  await send(server, 'plain', { title: 'To a plain page' });
  await bell(page, 1).waitFor();
  expect(await page.title()).toBe('1');
  const row = page.getByRole('region').getByRole('article', { name: 'To a plain page' });
  // About nothing that has a page: it is read by being pressed.
  await row.getByRole('button', { name: 'To a plain page' }).first().click();
  await bell(page).waitFor();
  await bell(page).click();
  const shown = page.getByRole('dialog').getByRole('article');
  await shown.waitFor();
  await screenshot(page, 'embedded-plain');
  // The panel lies on the inbox that stands below its bell, and nothing of that on it.
  expect(await page.evaluate(inFrontOf((await shown.boundingBox())!))).toEqual(['carillon-bell']);
  expect(await axeProblems(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
  await fillSlots(page);
  await screenshot(page, 'embedded-plain-own');
  await page.evaluate(`document.body.append(Object.assign(document.createElement('carillon-preferences'), {
    getToken: () => fetch('/token').then((answer) => answer.json()).then(({ token }) => token),
  })); document.querySelector('carillon-preferences').setAttribute('url', '${server.url}')`);
  await page
    .getByRole('region', { name: 'Preferences' })
    .getByRole('switch', { name: 'Quiet hours' })
    .waitFor();
  expect(troubles).toEqual([]);
  await page.context().close();
}, 120_000);

test.each([
  [19, 'on-a-server.mjs'],
  [18, 'server-18/on-a-server.js'],
])(
  'a server with React %i can draw it: empty, until a browser has it',
  async (_, script) => {
    const drawn = await run(process.execPath, [path.join(app.folder, script)]);
    const out =
      '<p>Unread:  true</p><div data-carillon="bell"></div><div data-carillon="preferences"></div>\n';
    expect(drawn).toMatchObject({ code: 0, err: '', out });
  },
  120_000,
);
