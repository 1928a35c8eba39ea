import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { inRepository } from '../../../local/repository.ts';
import { countsOf, send } from '../../support/acts.ts';
import { bell, openBrowser, openTab, screenshot, signInAs } from '../../support/browser/browser.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { startNetwork, type Passing } from '../../support/services/network.ts';
import type { Browser, Page } from 'playwright-core';
import type { ReverseProxy } from '../../support/services/reverse-proxy.ts';
import { candidate } from '../../support/token.ts';
import { until } from '../../support/until.ts';

/** What the web client's engine is, as far as we need it; it is of another side, and looked at by that one's rules. */
interface Engine {
  readonly transport: 'socket' | 'event-stream' | 'polling' | undefined;
  readonly rows: readonly { title: string }[];
  loadMore(pages: number): Promise<void>;
  wake(): void;
  stop(): void;
}
interface Change {
  arrived: { title: string }[];
  replayed: boolean;
}
type EngineModule = {
  Engine: new (options: {
    url: () => string;
    token: string;
    onChange: (change: Change) => void;
    patience: object;
  }) => Engine;
};

// As short as a network can be recognised in, and never by a timer of its own: whoever climbs here is woken.
const patience = (firstWord: number) => ({
  firstWord,
  lasting: 1_000,
  polls: { visible: 300, hidden: 300 },
  climbs: { first: 600_000, most: 600_000 },
});

let server: TestServer;
let network: ReverseProxy | undefined;
let engine: Engine | undefined;
let rung: string[];
let browser: Browser | undefined;

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  // The first time proxies have to be fetched.
}, 180_000);

afterEach(async () => {
  engine?.stop();
  await browser?.close();
  await network?.stop();
});

afterAll(() => server.close());

/** A tab of this reader behind the network. */
async function follow(reader: string, firstWord: number): Promise<Engine> {
  const { Engine } = (await import(
    pathToFileURL(inRepository('client/test/engine.ts')).href
  )) as EngineModule;
  rung = [];
  const { url } = network!;
  const onChange = ({ arrived, replayed }: Change) => {
    if (!replayed) rung.push(...arrived.map(({ title }) => title));
  };
  engine = new Engine({
    url: () => url,
    token: candidate(reader),
    onChange,
    patience: patience(firstWord),
  });
  await engine.loadMore(0);
  return engine;
}

const titles = () => engine!.rows.map(({ title }) => title);
const comesBy = (transport: Engine['transport']) =>
  until(() => engine!.transport === transport, { timeoutMs: 25_000 });

/** It comes once, in its order, and is what rings: nobody was away. */
async function arrives(reader: string, title: string): Promise<void> {
  const before = [titles(), [...rung]] as const;
  await send(server, reader, { title });
  await until(() => titles().length > before[0].length);
  expect([titles(), rung]).toEqual([
    [title, ...before[0]],
    [...before[1], title],
  ]);
}

describe.each(['nginx', 'caddy', 'haproxy'] as const)('behind %s', (program) => {
  test.each<[Passing, Engine['transport']]>([
    ['all', 'socket'],
    ['no sockets', 'event-stream'],
  ])(
    'that lets through %s, changes come by %s, each at once',
    async (passing, transport) => {
      network = await startNetwork(program, passing, server.url);
      const reader = `${program}-${transport}`;
      await follow(reader, 20_000);
      await comesBy(transport);
      await arrives(reader, 'One');
      await arrives(reader, 'Two');
    },
    60_000,
  );
});

test('where streams are held back too changes are polled; and it goes back up, without a gap or a double, as soon as it can', async () => {
  network = await startNetwork('nginx', 'no streams', server.url);
  const port = Number(new URL(network.url).port);
  const tab = await follow('paul', 2_500);
  await comesBy('polling');
  await arrives('paul', 'One');
  await arrives('paul', 'Two');

  for (const [passing, transport, title] of [
    ['no sockets', 'event-stream', 'Three'],
    ['all', 'socket', 'Four'],
  ] as const) {
    await network.stop();
    network = await startNetwork('nginx', passing, server.url, port);
    // What comes meanwhile is there as soon as anything is.
    await send(server, 'paul', { title });
    await until(() => titles()[0] === title);
    await until(
      () => {
        tab.wake();
        return tab.transport === transport;
      },
      { timeoutMs: 25_000 },
    );
    await arrives('paul', `Then ${title}`);
  }
  expect(titles()).toEqual(['Then Four', 'Four', 'Then Three', 'Three', 'Two', 'One']);
  expect(await countsOf(server, candidate('paul'))).toMatchObject({ unread: 6 });
}, 120_000);

test('a server that is away is no network that blocks: who followed by a socket does so when it is back', async () => {
  network = await startNetwork('nginx', 'all', server.url);
  const port = Number(new URL(network.url).port);
  const tab = await follow('sue', 20_000);
  await comesBy('socket');
  await network.stop();
  await until(() => tab.transport === undefined);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await send(server, 'sue', { title: 'Meanwhile' });
  network = await startNetwork('nginx', 'all', server.url, port);
  await comesBy('socket');
  expect(titles()).toEqual(['Meanwhile']);
}, 120_000);

const chip = (page: Page) => page.locator('.chip');
/** The line is there again, as far as the browser knows: it polls, and tries what is better, at once. */
const wake = (page: Page) => page.evaluate(`window.dispatchEvent(new Event('online'))`);

const LOOKS = [
  { name: 'light', colorScheme: 'light', width: 1180 },
  { name: 'dark', colorScheme: 'dark', width: 1180 },
  { name: 'phone', colorScheme: 'dark', width: 320 },
] as const;

/** The header as it says how changes come. */
async function look(page: Page, state: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return;
  for (const { name, colorScheme, width } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 500 });
    await screenshot(page, `ladder-${state}-${name}`);
  }
}

/** Whatever was waited for between two tries is not waited for: it tries as often as a browser that has come back. */
async function untilOnSocket(page: Page): Promise<void> {
  const isThere = async () => {
    await wake(page);
    await chip(page).waitFor({ state: 'detached', timeout: 2_000 });
    return true;
  };
  await until(isThere, { timeoutMs: 60_000 });
}

/** The bell of each of these tabs comes to show it. */
async function ringsIn(tabs: readonly Page[], unread: number): Promise<void> {
  await send(server, 'candidate', { title: `No. ${unread}` });
  await Promise.all(tabs.map(wake));
  await Promise.all(tabs.map((tab) => bell(tab, unread).waitFor({ timeout: 60_000 })));
}

// Over HTTP/1.1 a browser has six connections to a server: three tabs stream, and pages have the others.
test('of four tabs of a browser three stream and one polls, each says so, the bell rings in each, and all go back to sockets', async () => {
  network = await startNetwork('nginx', 'no sockets', server.url);
  const port = Number(new URL(network.url).port);
  browser = await openBrowser();
  const person = await signInAs(browser, network.url, { account: 'candidate' });
  const tabs = [person.page];
  for (const says of ['Live', 'Live', 'Live', 'Every 15 s']) {
    const tab = tabs.at(-1)!;
    await chip(tab).getByText(says).waitFor({ timeout: 60_000 });
    if (tabs.length < 4) tabs.push(await openTab(person, `${network.url}/applications`));
  }
  await look(tabs[0]!, 'event-stream');
  await look(tabs[3]!, 'polling');
  await ringsIn(tabs, 1);

  await network.stop();
  await chip(tabs[0]!).getByText('Reconnecting…').waitFor({ timeout: 60_000 });
  await look(tabs[0]!, 'away');
  network = await startNetwork('nginx', 'all', server.url, port);
  for (const tab of tabs) await untilOnSocket(tab);
  await look(tabs[3]!, 'socket');
  await ringsIn(tabs, 2);
  expect(person.troubles.filter((trouble) => trouble.startsWith('error'))).toEqual([]);
}, 180_000);
