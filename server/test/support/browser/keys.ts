import type { Page } from 'playwright-core';
import { until } from '../until.ts';
import { focused } from './browser.ts';

/** Somebody who has nothing but a keyboard. */
export const keysOf = (page: Page) => ({
  press: (...keys: string[]) =>
    keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve()),
  focusIs: (expected: string | RegExp) =>
    until(async () => {
      const now = await focused(page);
      return typeof expected === 'string' ? now === expected : expected.test(now);
    }),
  /** By two keys, between which a busy machine may take more time than belongs to them. */
  go: (key: string, path: string) =>
    until(async () => {
      if (new URL(page.url()).pathname === path) return true;
      await page.keyboard.press('g');
      await page.keyboard.press(key);
      return false;
    }),
  tabTo: (expected: RegExp) =>
    until(async () => {
      if (expected.test(await focused(page))) return true;
      await page.keyboard.press('Tab');
      return false;
    }),
});
