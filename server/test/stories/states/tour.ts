import type { Browser, BrowserContext, Page } from 'playwright-core';
import { listOf, send, sendMany, submit, decide } from '../../support/acts.ts';
import {
  axeProblems,
  misfits,
  openBrowser,
  openContext,
  overflows,
  screenshot,
  signInAs,
  smallTargets,
  type PersonOptions,
} from '../../support/browser/browser.ts';
import { commentsBy } from '../../support/grouping.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { instructor } from '../../support/token.ts';
import { until } from '../../support/until.ts';
import { layers } from './layers.ts';
import { lists } from './lists.ts';
import { outside } from './outside.ts';
import { pages } from './pages.ts';
import { preferences } from './preferences.ts';
import type { State } from './state.ts';

/** All that a row can have, and long. */
const QUESTION = {
  title: 'Merge what was changed',
  severity: 'URGENT',
  actor: { name: 'Casey Okafor' },
  subject: { type: 'pull_request', id: '7', label: 'Tune the lower strings before the concert', url: '/' },
  actions: [
    { id: 'merge', label: 'Merge it as it is, and tell everybody', style: 'PRIMARY' },
    { id: 'later', label: 'Ask me again when the tests are through' },
    { id: 'review', label: 'Look at it together first', asksForComment: true },
    { id: 'close', label: 'Close it, without merging anything', style: 'DANGER' },
  ],
};

/** How somebody has set up their browser, or their eyes, and what is looked at in it. */
export interface Mode {
  name: string;
  set: (page: Page) => Promise<unknown>;
  problems: (page: Page, state: State) => Promise<string[]>;
}

/** A server with all that the states speak of, and a browser to look at them with. */
export class Tour {
  private constructor(
    private readonly server: TestServer,
    private readonly browser: Browser,
    readonly states: State[],
  ) {}

  static async begin(): Promise<Tour> {
    const server = await startServer({ DEMO: 'true' });
    return new Tour(server, await openBrowser(), await statesOn(server));
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** Brings each state about and looks at it in each mode. @returns what is wrong, by state and mode */
  async look(
    options: Omit<PersonOptions, 'account'>,
    modes: readonly Mode[],
  ): Promise<Map<string, string[]>> {
    const contexts = await this.readers(options);
    const found = new Map<string, string[]>();
    for (const state of this.states) {
      if (options.touch && state.isByKeys) continue;
      const context = contexts[state.reader ?? 'everything'];
      await this.inTurn(context, state, modes, found).catch((error: Error) =>
        found.set(state.name, [`is not there: ${error.message}`]),
      );
    }
    await Promise.all(Object.values(contexts).map((context) => context.close()));
    return found;
  }

  private async readers(options: Omit<PersonOptions, 'account'>) {
    const signedIn = async (account: string) =>
      (await signInAs(this.browser, this.server.url, { ...options, account })).context;
    return {
      stranger: await openContext(this.browser, options),
      newcomer: await signedIn('instructor2'),
      author: await signedIn('candidate'),
      everything: await signedIn('instructor'),
    };
  }

  private async inTurn(
    context: BrowserContext,
    state: State,
    modes: readonly Mode[],
    found: Map<string, string[]>,
  ): Promise<void> {
    const page = await context.newPage();
    try {
      await state.network?.(page);
      await page.goto(this.server.url + state.path);
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await state.open?.(page);
      // A locator looks ever more seldom, and there are many states.
      const isThere = `document.body.innerText.includes(${JSON.stringify(state.sign)})`;
      await until(() => page.evaluate<boolean>(isThere), { timeoutMs: 30_000 });
      for (const { name, set, problems } of modes) {
        await set(page);
        await until(() => page.evaluate<boolean>(STANDS_STILL));
        const wrong = await problems(page, state);
        if (wrong.length > 0) found.set(`${state.name}, ${name}`, wrong);
        await screenshot(page, `${name}-${state.name}`.replaceAll(/\W+/g, '-'));
      }
      await state.close?.(page);
    } finally {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await page.close();
    }
  }
}

const STANDS_STILL = 'document.getAnimations().every((one) => one.playState !== "running")';

async function statesOn(server: TestServer): Promise<State[]> {
  const applicationId = await submit(server, 'candidate', 'instructor', 'Viola');
  const decided = await submit(server, 'candidate', 'instructor', 'Oboe');
  await decide(server, instructor('instructor'), decided, 'approve');
  const to = (more: object) => send(server, 'instructor', more);
  await to({ ...QUESTION, title: 'Read what was changed', severity: 'LOW', actions: [] });
  const grownId = await commentsBy(server, 'instructor', ['Casey', 'Ana', 'Ben', 'Iris Lindqvist', 'Robin']);
  const questionId = await to(QUESTION);
  await sendMany(server, 'instructor', 3, { severity: 'HIGH' });
  await to({ title: 'مرحبا بالعالم', url: 'https://example.com/' });
  const [archived, read] = await listOf(server, instructor('instructor'));
  const act = (operation: string) => server.ask(`mutation { ${operation} }`, {}, instructor('instructor'));
  await act(`archiveNotifications(ids: ["${archived!.id}"]) { affectedCount }`);
  await act(`markAsRead(id: "${read!.id}") { notification { id } }`);
  const ring = () => to({ ...QUESTION, title: 'It has rung', message: 'W'.repeat(120) });
  const ids = { applicationId, grownId, questionId, readId: read!.id };
  const known = { ...ids, question: QUESTION.title, ring, act };
  return [...outside, ...lists(known), ...pages(known), ...preferences(known), ...layers(known)];
}

/** What makes a page hard to find one's way in, or to read in one piece. */
export async function flaws(page: Page, { title }: State): Promise<string[]> {
  const headings = await page.locator('h1').count();
  const shownTitle = (await page.title()).replace(/^\(\d+\) /, '');
  return [
    ...(await misfits(page)),
    ...((await overflows(page)) ? ['scrolls sideways'] : []),
    ...(headings === 1 ? [] : [`${headings} h1`]),
    ...([title, `${title} · Carillon`].includes(shownTitle) ? [] : [`title: ${shownTitle}`]),
  ];
}

/** What axe finds, what is hard to press, and what moves for one who wants no motion. */
export async function barriers(page: Page, smallest: number): Promise<string[]> {
  const moving = await page.evaluate<string[]>(`
    document.getAnimations().filter((one) => one.effect.getComputedTiming().activeDuration > 1)
      .map((one) => 'moves: ' + one.effect.target.outerHTML.slice(0, 120))
  `);
  const problems = await axeProblems(page);
  const small = await smallTargets(page, smallest);
  return [...problems, ...small.map((target) => `small: ${target}`), ...moving];
}

/** Text of another size than usual, in percent. */
export const textSize = (page: Page, percent: number) =>
  page.evaluate(`document.documentElement.style.setProperty('font-size', '${percent}%')`);
