import type { Browser, Page } from 'playwright-core';
import {
  axeProblems,
  misfits,
  openBrowser,
  openContext,
  overflows,
  ROOTS_IN,
  screenshot,
  smallTargets,
  type PersonOptions,
} from '../../support/browser/browser.ts';
import { builtGallery } from '../../support/gallery.ts';
import { openHostSite, type HostSite } from '../../support/host-site.ts';
import { until } from '../../support/until.ts';
import { hosts } from './hosts.ts';
import { layers } from './layers.ts';
import { lists } from './lists.ts';
import { outside } from './outside.ts';
import { pages } from './pages.ts';
import { preferences } from './preferences.ts';
import type { State } from './state.ts';

/** How somebody has set up their browser, or their eyes, and what is looked at in it. */
export interface Mode {
  name: string;
  set: (page: Page) => Promise<unknown>;
  problems: (page: Page, state: State) => Promise<string[]>;
}

/** The gallery, which has all that the states speak of, and a browser to look at them with. */
export class Tour {
  readonly states: State[] = [...outside, ...lists, ...pages, ...preferences, ...layers, ...hosts];

  private constructor(
    private readonly site: HostSite,
    private readonly browser: Browser,
  ) {}

  static async begin(): Promise<Tour> {
    const site = await openHostSite();
    site.serve(await builtGallery(), '', () => '');
    return new Tour(site, await openBrowser());
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.site.close();
  }

  /** Brings each state about and looks at it in each mode. @returns what is wrong, by state and mode */
  async look(
    options: Omit<PersonOptions, 'account'>,
    modes: readonly Mode[],
  ): Promise<Map<string, string[]>> {
    const context = await openContext(this.browser, options);
    const page = await context.newPage();
    const found = new Map<string, string[]>();
    let stands: string | undefined;
    for (const state of this.states) {
      if (options.touch && state.isByKeys) continue;
      const { stage = 'stage.html' } = state;
      if (state.isAlone || stands !== stage) await page.goto(`${this.site.origin}/${stage}`);
      await this.inTurn(page, state, modes, found).catch((error: Error) =>
        found.set(state.name, [`is not there: ${error.message}`]),
      );
      stands = state.isAlone ? undefined : stage;
    }
    await context.close();
    return found;
  }

  private async inTurn(
    page: Page,
    state: State,
    modes: readonly Mode[],
    found: Map<string, string[]>,
  ): Promise<void> {
    try {
      await until(() => page.evaluate<boolean>('"stage" in window'));
      await page.evaluate('stage.clear()');
      await textSize(page, 100);
      await modes[0]!.set(page);
      await page.mouse.move(0, 0);
      await state.network?.(page);
      await page.evaluate(
        `stage.show(${JSON.stringify(state.scene ?? 'full')}, ${JSON.stringify(state.path)})`,
      );
      await page.locator('h1').first().waitFor({ state: 'attached' });
      await state.open?.(page);
      // A locator looks ever more seldom, and there are many states.
      const [sign, title] = [JSON.stringify(state.sign), JSON.stringify(state.title)];
      const isThere = `${TEXT}.includes(${sign}) && document.title.includes(${title})`;
      await until(() => page.evaluate<boolean>(isThere), { timeoutMs: 30_000 });
      for (const { name, set, problems } of modes) {
        await set(page);
        await until(() => page.evaluate<boolean>(STANDS_STILL));
        const wrong = await problems(page, state);
        if (wrong.length > 0) found.set(`${state.name}, ${name}`, wrong);
        await screenshot(page, `${name}-${state.name}`.replaceAll(/\W+/g, '-'));
      }
    } finally {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
    }
  }
}

/** Also what is in the shadow. */
const TEXT = `${ROOTS_IN}(document.body).flatMap((root) => (root === document.body ? root : [...root.children]))
  .map((part) => part.innerText).join()`;

const STANDS_STILL = 'document.getAnimations().every((one) => one.playState !== "running")';

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
