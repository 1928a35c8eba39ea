import '../../test/browser.ts';
import { afterEach, describe, expect, it } from '@jest/globals';
import { inBrowser, inTab } from './kept.ts';

const real = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
const realTab = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
afterEach(() => {
  Object.defineProperty(window, 'localStorage', real);
  Object.defineProperty(window, 'sessionStorage', realTab);
  for (const key of ['a', 'b']) {
    inBrowser.remove(key);
    inTab.remove(key);
  }
});

function replace(get: () => unknown) {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { get, configurable: true });
}
const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
const full = () => {
  throw new DOMException('Full', 'QuotaExceededError');
};

describe('what this browser keeps', () => {
  it('is read by whoever comes later', () => {
    inBrowser.write('a', '1');
    expect(localStorage.getItem('a')).toBe('1');
    expect(inBrowser.isLasting()).toBe(true);
    expect(inBrowser.keys()).toContain('a');
    inBrowser.remove('a');
    expect([inBrowser.read('a'), localStorage.getItem('a')]).toEqual([null, null]);
  });

  it.each([
    ['refused', refuse],
    ['switched off', () => null],
    ['missing', () => undefined],
    [
      'full',
      () => ({ length: 0, key: () => null, getItem: () => null, setItem: full, removeItem: () => undefined }),
    ],
    [
      'read-only and broken',
      () => ({ getItem: refuse, setItem: refuse, removeItem: refuse, key: refuse, length: 1 }),
    ],
  ])('is kept for as long as the page is open where site data is %s', (_, area) => {
    replace(area);
    for (const kept of [inBrowser, inTab]) {
      expect(kept.read('a')).toBeNull();
      kept.write('a', '1');
      kept.write('b', '2');
      expect([kept.read('a'), kept.read('b')]).toEqual(['1', '2']);
      expect(kept.keys()).toEqual(['a', 'b']);
      kept.remove('a');
      expect([kept.read('a'), kept.keys()]).toEqual([null, ['b']]);
      expect(kept.isLasting()).toBe(false);
    }
  });

  it('stays removed here when it could not be removed there', () => {
    inBrowser.write('a', '1');
    replace(() => ({ getItem: () => '1', removeItem: refuse, setItem: full }));
    inBrowser.remove('a');
    expect(inBrowser.read('a')).toBeNull();
  });
});
