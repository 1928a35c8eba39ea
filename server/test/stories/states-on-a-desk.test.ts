import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { axeProblems } from '../support/browser/browser.ts';
import { barriers, flaws, Tour, textSize, type Mode } from './states/tour.ts';

const MODES: Mode[] = [
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

let tour: Tour;

beforeAll(async () => void (tour = await Tour.begin()), 120_000);
afterAll(() => tour?.end());

test('every page and state can be read, found one’s way in, seen by its colours and pressed', async () => {
  expect(tour.states.length).toBeGreaterThan(45);
  expect(Object.fromEntries(await tour.look({}, MODES))).toEqual({});
}, 900_000);
