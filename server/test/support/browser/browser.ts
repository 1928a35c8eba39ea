import axe from 'axe-core';
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { chromium } from '../../../local/programs/chromium.ts';
import { metricsOf } from '../metrics.ts';
import { until } from '../until.ts';

const SCREENSHOTS = fileURLToPath(new URL('../../../../artifacts/screenshots/', import.meta.url));

/** A function that runs in the page, as text: what a file of this folder has. */
export const inPage = (file: string) =>
  `(${readFileSync(new URL(file, import.meta.url), 'utf8').replace(/;\s*$/, '')})`;

/** Gives a root and those of what is in the shadow within. */
export const ROOTS_IN = inPage('./roots-in.js');
const MISFITS = inPage('./misfits.js');
const SMALL_TARGETS = inPage('./small-targets.js');

const FOCUSED = `(() => {
  const { activeElement: element } = document;
  const name = element.getAttribute('aria-label') ?? element.textContent;
  return (element.getAttribute('role') ?? element.localName) + ': ' + name.trim().slice(0, 60);
})()`;

// As soon as there is a page to set it on.
const LARGE_TEXT = (size: number) => `
  const set = () => document.documentElement?.style.setProperty('font-size', '${size}%');
  set();
  new MutationObserver(set).observe(document, { childList: true });
`;

const RECORDER = fileURLToPath(new URL('./recorded-notifications.js', import.meta.url));

export async function openBrowser(): Promise<Browser> {
  return playwright.launch(await chromium());
}

/** What went wrong on a page behind the scenes: a good story has none of it. */
export interface Person {
  context: BrowserContext;
  page: Page;
  troubles: string[];
}

export interface PersonOptions {
  account: string;
  scheme?: 'light' | 'dark';
  width?: number;
  height?: number;
  /** With a finger instead of a mouse. */
  touch?: boolean;
  /** In the few colours that the reader has chosen for everything, as high contrast on Windows. */
  forcedColors?: boolean;
  /** How large text is, 100 being usual. */
  textSize?: number;
  /** Where the browser is: an IANA name. */
  timezoneId?: string;
  /** What the browser asks for: a BCP 47 tag. */
  locale?: string;
}

/** A browser as somebody has set it up for their eyes and fingers. */
export async function openContext(
  browser: Browser,
  options: Omit<PersonOptions, 'account'> = {},
): Promise<BrowserContext> {
  const {
    scheme = 'light',
    width = 1180,
    height = 780,
    touch = false,
    forcedColors,
    textSize = 100,
    timezoneId,
    locale,
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    forcedColors: forcedColors ? 'active' : 'none',
    reducedMotion: 'reduce',
    hasTouch: touch,
    isMobile: touch,
    ...(timezoneId && { timezoneId }),
    ...(locale && { locale }),
    permissions: ['notifications'],
  });
  await context.addInitScript({ path: RECORDER });
  if (textSize !== 100) await context.addInitScript(LARGE_TEXT(textSize));
  return context;
}

/** Somebody with a browser of their own, signed in by hand. */
export async function signInAs(browser: Browser, url: string, options: PersonOptions): Promise<Person> {
  const context = await openContext(browser, options);
  const troubles: string[] = [];
  const page = await openTab({ context, troubles }, url);
  await page.getByLabel('E-mail').fill(`${options.account}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill('carillon');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('heading', { name: 'Applications' }).waitFor();
  return { context, page, troubles };
}

export async function openTab(
  { context, troubles }: Pick<Person, 'context' | 'troubles'>,
  url: string,
): Promise<Page> {
  const page = await context.newPage();
  const { origin } = new URL(url);
  page.on('pageerror', ({ message }) => troubles.push(`error: ${message}`));
  page.on('console', (message) => message.type() === 'error' && troubles.push(`console: ${message.text()}`));
  page.on('request', (request) => {
    const isOurs = [origin, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!isOurs) troubles.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  return page;
}

/** What arrives before a page follows the inbox is there when it opens: it does not ring. */
export const untilFollowed = (url: string) =>
  until(async () => !/^carillon_followers 0$/m.test(await metricsOf(url)));

/** The bell once it shows a number; undefined for none. */
export const bell = (page: Page, unread?: number) =>
  page.getByRole('button', {
    name: unread ? `Notifications, ${unread} unread` : 'Notifications',
    exact: true,
  });

export async function screenshot(page: Page, name: string): Promise<void> {
  if (!process.env['SCREENSHOTS']) return;
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png` });
}

/** Whether the page is wider than its window, which grows with it on a phone: nobody likes to scroll sideways. */
export const overflows = (page: Page) =>
  page.evaluate<boolean>(
    '(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.documentElement)',
  );

/** Texts that are cut off at a side, or whose words are broken where they need not be, each with what it stands in. */
export const misfits = (page: Page) => page.evaluate<string[]>(`${MISFITS}(${ROOTS_IN})`);

/** What can be pressed and is narrower or lower than this many pixels. */
export const smallTargets = (page: Page, min: number) =>
  page.evaluate<string[]>(`${SMALL_TARGETS}(${ROOTS_IN}, ${min})`);

/**
 * What axe finds wrong with the page as it stands, each as one line; targets for fingers included (WCAG 2.5.8). From the
 * top: what the header happens to lie on is a matter of scrolling, and no fault.
 * @param only these of its rules; left out: all of them
 */
export async function axeProblems(page: Page, only?: readonly string[]): Promise<string[]> {
  const options = {
    ...(only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } }),
    // All that nobody reads is most of its work.
    resultTypes: ['violations'],
    selectors: false,
  };
  if (!(await page.evaluate<boolean>('"axe" in window'))) await page.evaluate(axe.source);
  const violations = await page.evaluate<axe.Result[]>(
    `(async () => {
      const at = window.scrollY;
      window.scrollTo({ top: 0, behavior: 'instant' });
      // Colours that change with the theme are on their way for a frame, however short the motion is.
      const drawn = () => new Promise((done) => (requestAnimationFrame(done), setTimeout(done, 250)));
      await drawn();
      await drawn();
      const { violations } = await axe.run(document, ${JSON.stringify(options)});
      window.scrollTo({ top: at, behavior: 'instant' });
      return violations;
    })()`,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

/** What has the focus: its role or element, and the beginning of its words. */
export const focused = (page: Page) => page.evaluate<string>(FOCUSED);

export const focusedText = (page: Page) => page.evaluate<string>('document.activeElement?.textContent');

/** A finger that goes down, moves in small steps and lifts. */
export async function drag(page: Page, from: { x: number; y: number }, right: number): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  await touch('touchStart', [from]);
  for (let step = 1; step <= 10; step++)
    await touch('touchMove', [{ x: from.x + (right * step) / 10, y: from.y }]);
  await touch('touchEnd', []);
  await devtools.detach();
}

/** Pretends that the reader looks at something else; headless pages are always in view. */
export const lookAway = (page: Page) =>
  page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  `);

/** And that they look again. */
export const lookBack = (page: Page) =>
  page.evaluate(`
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'visible' });
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
    document.dispatchEvent(new Event('visibilitychange'));
  `);

export interface ShownNative {
  title: string;
  body: string;
  tag: string;
  isClosed: boolean;
}

/** The browser's own notifications that the page has shown. */
export const shownNatives = (page: Page) =>
  page.evaluate<ShownNative[]>(
    'window.natives.map(({ title, body, tag, isClosed }) => ({ title, body, tag, isClosed }))',
  );

export const clickNative = (page: Page) => page.evaluate('window.natives.at(-1).onclick()');
