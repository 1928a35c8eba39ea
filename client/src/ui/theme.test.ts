import '../../test/browser.ts';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chooseTheme, followTheme } from './theme.ts';

const KEY = 'mantine-color-scheme-value';
let stop: () => void;

beforeEach(() => {
  localStorage.clear();
  stop = followTheme();
});
afterEach(() => stop());

const theme = () => document.documentElement.dataset['theme'];
const inAnotherTab = (newValue: string | null, key = KEY) =>
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }));

it('is that of this browser, in every tab', () => {
  chooseTheme('dark');
  expect([theme(), localStorage.getItem(KEY)]).toEqual(['dark', 'dark']);
  inAnotherTab('light');
  expect(theme()).toBe('light');
  inAnotherTab('dark', 'something else');
  expect(theme()).toBe('light');
});

it.each(['auto', 'constructor', '', null])('follows the device where another tab has %j', (value) => {
  chooseTheme('dark');
  inAnotherTab(value);
  expect(theme()).toBeUndefined();
});
