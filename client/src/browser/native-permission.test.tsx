import '../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { showNative, turnNativeOn, useNativeState } from './native-permission.ts';

let shown: string[];

class Working {
  static permission = 'granted';
  static requestPermission = async () => (Working.permission = 'granted');
  constructor(title: string) {
    shown.push(title);
  }
}

function install(Constructor: unknown) {
  Object.assign(window, { Notification: Constructor });
  return renderHook(() => useNativeState()).result;
}

beforeEach(() => {
  shown = [];
  Working.permission = 'granted';
  localStorage.clear();
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
});
afterEach(() => void Reflect.deleteProperty(window, 'Notification'));

const throwing = (error: () => Error, statics: object = {}) =>
  Object.assign(
    class {
      static permission = 'granted';
      constructor() {
        throw error();
      }
    },
    statics,
  );

describe('whether this browser shows notifications', () => {
  it('is as the reader has chosen, where it does', () => {
    expect(install(Working).current).toBe('on');
    expect(shown).toEqual([]);
  });

  it.each([
    ['TypeError', () => new TypeError('Illegal constructor.')],
    ['NotAllowedError', () => new DOMException('No', 'NotAllowedError')],
    ['Error', () => new Error('Something else')],
  ])('is no longer promised once it threw a %s', (_, error) => {
    const state = install(throwing(error));
    act(() => void expect(showNative('Hello', {})).toBeUndefined());
    expect(state.current).toBe('unsupported');
    expect(renderHook(() => useNativeState()).result.current).toBe('unsupported');
  });

  it('is known beforehand of Chrome on Android, and nothing is shown to find out', () => {
    const illegal = () =>
      new TypeError('Illegal constructor. Use ServiceWorkerRegistration.showNotification()');
    expect(install(throwing(illegal, { maxActions: 2 })).current).toBe('unsupported');
  });

  it('is not denied to Chrome on a desk, which refuses the same for another reason', () => {
    class Desk extends Working {
      static maxActions = 2;
      constructor(title: string, options: { actions?: unknown[] }) {
        if (options.actions?.length)
          throw new TypeError('Actions are only supported for persistent notifications');
        super(title);
      }
    }
    expect(install(Desk).current).toBe('on');
    expect(shown).toEqual([]);
  });

  it('is shown by one at once, when the reader allows it', async () => {
    Working.permission = 'default';
    const state = install(Working);
    expect(state.current).toBe('ask');
    await act(() => turnNativeOn({ title: 'Browser notifications are on', body: 'Like this.' }));
    expect(state.current).toBe('on');
    expect(shown).toEqual(['Browser notifications are on']);
  });
});
