import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { LeadingTab } from '../../browser/leading-tab.ts';
import { NativeNotifications } from './native-notifications.ts';

/** As browsers do it: one with the same tag takes the place of the one before. */
class FakeNotification {
  static permission = 'granted';
  static shown: FakeNotification[] = [];
  isOpen = true;
  onclick: () => void = () => undefined;
  onclose: () => void = () => undefined;
  title: string;
  options: { tag: string; body?: string; silent?: boolean; renotify?: boolean };
  constructor(title: string, options: { tag: string }) {
    this.title = title;
    this.options = options;
    FakeNotification.shown.find((known) => known.isOpen && known.options.tag === options.tag)?.close();
    FakeNotification.shown.push(this);
  }
  close() {
    this.isOpen = false;
    this.onclose();
  }
}

let visibility: string;
let opened: (string | null)[];
let native: NativeNotifications;
let stop: () => void;
let tab: LeadingTab;
const row = (id: string) => ({ id, title: `Title ${id}`, message: 'Text' });
const rows = (count: number) => Array.from({ length: count }, (_, index) => row(`n${index}`));

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['queueMicrotask'] });
  visibility = 'hidden';
  opened = [];
  FakeNotification.shown = [];
  FakeNotification.permission = 'granted';
  localStorage.clear();
  Object.assign(window, { Notification: FakeNotification });
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
  window.focus = () => undefined;
  tab = new LeadingTab();
  native = new NativeNotifications(tab);
  const stopLeading = tab.start();
  const stopShowing = native.start((id) => opened.push(id));
  stop = () => {
    stopShowing();
    stopLeading();
  };
});
afterEach(() => {
  stop();
  jest.useRealTimers();
});

const pass = (time: number) => jest.advanceTimersByTimeAsync(time);
/** Whether another tab is in view is asked first, which takes its time. */
async function show(shown: { id: string; title: string; message: string }[], isReplay?: boolean) {
  const showing = native.show(shown, isReplay);
  await pass(400);
  await showing;
}
const tags = () => FakeNotification.shown.map(({ options }) => options.tag);
const standing = () => FakeNotification.shown.filter(({ isOpen }) => isOpen);
const titles = () => standing().map(({ title }) => title);

describe('native notifications', () => {
  it('are shown to a reader who is not looking, one for each notification', async () => {
    await show([row('a')]);
    expect(titles()).toEqual(['Title a']);
    expect(tags()).toEqual(['a']);
  });

  it('are not shown while the app is in view, nor without permission, nor when switched off', async () => {
    visibility = 'visible';
    await show([row('a')]);
    visibility = 'hidden';
    FakeNotification.permission = 'default';
    await show([row('b')]);
    FakeNotification.permission = 'granted';
    localStorage.setItem('carillon-native-notifications', 'off');
    await show([row('c')]);
    expect(tags()).toEqual([]);
  });

  it('go away when they were read elsewhere, and all of them on sign-out', async () => {
    await show([row('a'), row('b')]);
    native.close(['a']);
    expect(titles()).toEqual(['Title b']);
    stop();
    expect(titles()).toEqual([]);
  });

  it('are not shown when it was read while the other tabs were asked', async () => {
    const showing = show([row('a'), row('b')]);
    native.close(['a']);
    await showing;
    expect(titles()).toEqual(['Title b']);
    const showingLate = show([row('c')]);
    stop();
    await showingLate;
    expect(tags()).toEqual(['b']);
  });

  it('lead to what they are about', async () => {
    await show([row('a')]);
    FakeNotification.shown[0]?.onclick();
    expect(opened).toEqual(['a']);
    expect(titles()).toEqual([]);
  });

  it.each([
    ['at once', async () => show(rows(12)), '12 new notifications', 0],
    [
      'one by one',
      async () => {
        for (const one of rows(12)) await show([one]);
      },
      '9 more new notifications',
      3,
    ],
  ])('are three at most and one number, when many come %s', async (_, arrive, words, singles) => {
    await arrive();
    await pass(1_000);
    expect(standing()).toHaveLength(singles + 1);
    expect(titles().at(-1)).toBe(words);
    standing().at(-1)?.onclick();
    expect(opened).toEqual([null]);
    expect(standing()).toHaveLength(singles);
  });

  it('count down as they are read elsewhere, and the number goes with the last', async () => {
    for (const one of rows(5)) await show([one]);
    await pass(1_000);
    native.close(['n3']);
    expect(titles().at(-1)).toBe('1 more new notification');
    native.close(['n4']);
    expect(titles()).toEqual(['Title n0', 'Title n1', 'Title n2']);
  });

  it('do not ring for each of a burst, and ring again for what comes long after', async () => {
    for (const one of rows(8)) await show([one]);
    await pass(1_000);
    expect(standing().at(-1)?.options.renotify).toBe(false);
    await pass(60_000);
    await show([row('late')]);
    await pass(1_000);
    expect(standing()).toHaveLength(4);
    expect(standing().at(-1)?.options).toMatchObject({ renotify: true, silent: false });
  });

  it('tell what came while the tab was away in one line, without a sound', async () => {
    await show(rows(7), true);
    await pass(1_000);
    expect(titles()).toEqual(['7 new while you were away']);
    expect(standing()[0]?.options.silent).toBe(true);
  });

  it('begin anew when the reader has looked', async () => {
    for (const one of rows(9)) await show([one]);
    await pass(1_000);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(titles()).toEqual(['Title n0', 'Title n1', 'Title n2']);
    native.close(['n0', 'n1', 'n2']);
    visibility = 'hidden';
    await pass(60_000);
    await show([row('next')]);
    expect(titles()).toEqual(['Title next']);
  });

  it('never end within a character', async () => {
    await show([{ ...row('a'), message: `x${'👨‍👩‍👧‍👦'.repeat(40)}` }]);
    const { body = '' } = FakeNotification.shown[0]!.options;
    expect(body.length).toBeLessThanOrEqual(200);
    expect(body.replaceAll('👨‍👩‍👧‍👦', '')).toBe('x…');
  });
});
