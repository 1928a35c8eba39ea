import type { Page } from 'playwright-core';
import { button, type State } from './state.ts';

async function eachDayItsOwn(page: Page): Promise<void> {
  await page.getByText('Each day its own').click();
  await page.getByRole('combobox', { name: 'Day of weekly digests' }).waitFor();
}

const findTimeZone = (page: Page) => page.getByRole('combobox', { name: 'Time zone' }).fill('berlin');

async function withoutSingleKeys(page: Page): Promise<void> {
  await page.getByRole('switch', { name: 'Single-key shortcuts' }).uncheck();
  await button(page, 'Show all shortcuts').click();
}

const states: Omit<State, 'path' | 'title'>[] = [
  { name: 'preferences', sign: 'Single-key shortcuts' },
  {
    name: 'preferences, changed',
    scene: 'quiet',
    open: (page) => button(page, 'Until…').click(),
    sign: 'Each day its own',
  },
  { name: 'preferences, each day its own', scene: 'quiet', open: eachDayItsOwn, sign: 'Monday' },
  { name: 'time zones', scene: 'quiet', open: findTimeZone, sign: 'Europe/Berlin' },
  {
    name: 'help without single keys',
    open: withoutSingleKeys,
    sign: 'Single keys are switched off',
    isAlone: true,
  },
];

/** The page of preferences, as they are at first, and changed. */
export const preferences: State[] = states.map((state) => ({
  ...state,
  path: '/preferences',
  title: 'Preferences',
}));
