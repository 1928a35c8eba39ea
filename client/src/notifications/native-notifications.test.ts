import '../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NativeNotifications } from './native-notifications.ts';

class FakeNotification {
  static permission = 'granted';
  static shown: FakeNotification[] = [];
  isOpen = true;
  onclick: () => void = () => undefined;
  title: string;
  options: { tag: string };
  constructor(title: string, options: { tag: string }) {
    this.title = title;
    this.options = options;
    FakeNotification.shown.push(this);
  }
  close() {
    this.isOpen = false;
  }
}

let visibility: string;
let opened: string[];
let native: NativeNotifications;
let stop: () => void;
const row = (id: string) => ({ id, title: `Title ${id}`, message: 'Text' });

beforeEach(() => {
  visibility = 'hidden';
  opened = [];
  FakeNotification.shown = [];
  FakeNotification.permission = 'granted';
  localStorage.clear();
  Object.assign(window, { Notification: FakeNotification });
  Object.defineProperty(window, 'isSecureContext', { value: true, configurable: true });
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
  native = new NativeNotifications();
  stop = native.start((id) => opened.push(id));
});
afterEach(() => stop());

const shown = () => FakeNotification.shown.map(({ options }) => options.tag);

describe('native notifications', () => {
  it('are shown to a reader who is not looking, one for each notification', async () => {
    await native.show([row('a')]);
    expect(shown()).toEqual(['a']);
    expect(FakeNotification.shown[0]?.title).toBe('Title a');
  });

  it('are not shown while the app is in view, nor without permission, nor when switched off', async () => {
    visibility = 'visible';
    await native.show([row('a')]);
    visibility = 'hidden';
    FakeNotification.permission = 'default';
    await native.show([row('b')]);
    FakeNotification.permission = 'granted';
    localStorage.setItem('carillon-native-notifications', 'off');
    await native.show([row('c')]);
    expect(shown()).toEqual([]);
  });

  it('go away when they were read elsewhere, and all of them on sign-out', async () => {
    await native.show([row('a'), row('b')]);
    native.close(['a']);
    expect(FakeNotification.shown.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    stop();
    expect(FakeNotification.shown.map(({ isOpen }) => isOpen)).toEqual([false, false]);
  });

  it('are not shown when it was read while the other tabs were asked', async () => {
    const showing = native.show([row('a'), row('b')]);
    native.close(['a']);
    await showing;
    expect(shown()).toEqual(['b']);
    const shownLate = native.show([row('c')]);
    stop();
    await shownLate;
    expect(shown()).toEqual(['b']);
  });

  it('lead to what they are about', async () => {
    window.focus = () => undefined;
    await native.show([row('a')]);
    FakeNotification.shown[0]?.onclick();
    expect(opened).toEqual(['a']);
  });
});
