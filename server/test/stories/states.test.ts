import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { axeProblems } from '../support/browser/browser.ts';
import { barriers, flaws, Tour, textSize, type Mode } from './states/tour.ts';

const DESK: Mode[] = [
  {
    name: 'light',
    set: (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' }),
    problems: async (page, state) => [...(await flaws(page, state)), ...(await barriers(page, 24))],
  },
  {
    name: 'dark',
    set: (page) => page.emulateMedia({ colorScheme: 'dark', forcedColors: 'none' }),
    // Nothing but its colours is other than in the light.
    problems: (page) => axeProblems(page, ['color-contrast']),
  },
  {
    name: 'forced colours',
    set: (page) => page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' }),
    problems: flaws,
  },
  {
    name: 'large text',
    set: async (page) => {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await textSize(page, 200);
    },
    problems: flaws,
  },
];

const SMALL = { width: 320, height: 640 };
const as = (text: number, size: typeof SMALL) => async (page: Page) => {
  await page.setViewportSize(size);
  await textSize(page, text);
};

const PHONE: Mode[] = [
  {
    name: 'phone',
    set: as(100, SMALL),
    problems: async (page, state) => [...(await flaws(page, state)), ...(await barriers(page, 44))],
  },
  { name: 'phone, large text', set: as(200, SMALL), problems: flaws },
  // A window of 1280 by 1024 pixels, all of it four times as large (WCAG 1.4.10).
  { name: 'magnified', set: as(100, { width: 320, height: 256 }), problems: flaws },
];

let tour: Tour;

beforeAll(async () => void (tour = await Tour.begin()), 240_000);
afterAll(() => tour?.end());

test('every page and state can be read, found one’s way in, seen by its colours and pressed', async () => {
  expect(tour.states.length).toBeGreaterThan(45);
  expect(Object.fromEntries(await tour.look({}, DESK))).toEqual({});
}, 900_000);

test('on a phone it can be read in one piece, and pressed by a finger', async () => {
  expect(Object.fromEntries(await tour.look({ ...SMALL, touch: true }, PHONE))).toEqual({});
}, 900_000);
