import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { send, sendMany, submit } from '../support/acts.ts';
import { axeProblems, openBrowser, openContext, signInAs, smallTargets } from '../support/browser/browser.ts';
import { statesOf, type State } from '../support/browser/states.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const QUESTION = {
  title: 'Merge what was changed',
  severity: 'URGENT',
  actor: { name: 'Casey Okafor' },
  subject: { type: 'pull_request', id: '7', label: 'Tune the lower strings', url: '/' },
  actions: [
    { id: 'merge', label: 'Merge it', style: 'PRIMARY' },
    { id: 'review', label: 'Look at it together first', asksForComment: true },
    { id: 'close', label: 'Close it', style: 'DANGER' },
  ],
};
const MODES = {
  light: { scheme: 'light', smallest: 24 },
  dark: { scheme: 'dark', smallest: 24 },
  'light, by finger': { scheme: 'light', smallest: 44, touch: true, width: 360, height: 740 },
} as const;
/** In these a finger has no keys to get there. */
const BY_KEYS = [
  'question before deleting',
  'help',
  'palette',
  'palette with a word',
  'undo',
  'what could not be done',
];

let server: TestServer;
let browser: Browser;
let states: State[];

beforeAll(async () => {
  server = await startServer({ DEMO: 'true' });
  browser = await openBrowser();
  const applicationId = await submit(server, 'candidate', 'instructor', 'Viola');
  await sendMany(server, 'instructor', 3, { severity: 'HIGH' });
  await send(server, 'instructor', { ...QUESTION, title: 'Look again at what was changed', actions: [] });
  const questionId = await send(server, 'instructor', QUESTION);
  const ring = () => send(server, 'instructor', { title: 'It has rung' });
  states = statesOf({ questionId, question: QUESTION.title, applicationId, ring });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What is wrong with it, and whether anything in it moves for one who wants no motion. */
async function problemsOf(page: Page, smallest: number): Promise<string[]> {
  const moving = await page.evaluate<string[]>(`
    document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 1)
      .map((one) => 'moves: ' + one.effect.target.outerHTML.slice(0, 120))
  `);
  const small = await smallTargets(page, smallest);
  return [...(await axeProblems(page)), ...small.map((target) => `small: ${target}`), ...moving];
}

async function look(context: BrowserContext, state: State, smallest: number): Promise<string[]> {
  const page = await context.newPage();
  try {
    await state.network?.(page);
    await page.goto(server.url + state.path);
    await page.locator('h1').first().waitFor({ state: 'attached' });
    await state.open?.(page);
    const isThere = `document.body.innerText.includes(${JSON.stringify(state.sign)})`;
    await until(() => page.evaluate<boolean>(isThere), { timeoutMs: 30_000 });
    await until(() =>
      page.evaluate<boolean>('document.getAnimations().every((one) => one.playState !== "running")'),
    );
    const problems = await problemsOf(page, smallest);
    await state.close?.(page);
    return problems;
  } finally {
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await page.close();
  }
}

describe.each(Object.entries(MODES))('in %s', (_, { smallest, ...options }) => {
  test('no page and no state has anything that axe finds, that is hard to press, or that moves', async () => {
    const instructor = await signInAs(browser, server.url, { ...options, account: 'instructor' });
    const newcomer = await signInAs(browser, server.url, { ...options, account: 'instructor2' });
    const stranger = await openContext(browser, options);
    const contexts = { stranger, newcomer: newcomer.context, all: instructor.context };
    const found: Record<string, string[]> = {};
    const seen: string[] = [];
    for (const state of states) {
      if ('touch' in options && BY_KEYS.includes(state.name)) continue;
      const problems = await look(contexts[state.reader ?? 'all'], state, smallest).catch((error: Error) => [
        `not there: ${error.message}`,
      ]);
      seen.push(state.name);
      if (problems.length > 0) found[state.name] = problems;
    }
    for (const context of Object.values(contexts)) await context.close();
    expect(found).toEqual({});
    expect(seen.length).toBeGreaterThan(25);
  }, 400_000);
});
