import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { barriers, flaws, Tour, textSize, type Mode } from './states/tour.ts';

const PHONE = { width: 320, height: 640 };
const as = (text: number, size: typeof PHONE) => async (page: Page) => {
  await page.setViewportSize(size);
  await textSize(page, text);
};

const MODES: Mode[] = [
  {
    name: 'phone',
    set: as(100, PHONE),
    problems: async (page, state) => [...(await flaws(page, state)), ...(await barriers(page, 44))],
  },
  { name: 'phone, large text', set: as(200, PHONE), problems: flaws },
  // A window of 1280 by 1024 pixels, all of it four times as large (WCAG 1.4.10).
  { name: 'magnified', set: as(100, { width: 320, height: 256 }), problems: flaws },
];

let tour: Tour;

beforeAll(async () => void (tour = await Tour.begin()), 120_000);
afterAll(() => tour?.end());

test('every page and state can be read in one piece, and pressed by a finger', async () => {
  expect(Object.fromEntries(await tour.look({ ...PHONE, touch: true }, MODES))).toEqual({});
}, 900_000);
