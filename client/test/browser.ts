// What jsdom leaves out of a browser, as far as the components need it. Import it before them.
import { TextDecoder, TextEncoder } from 'node:util';
import '@testing-library/jest-dom/jest-globals';
import { afterEach, beforeAll } from '@jest/globals';
import { cleanup, configure } from '@testing-library/react';
import { clearToasts } from '../src/ui/layers/toast.ts';
import { speak } from '../src/words/words.ts';

Object.assign(globalThis, { TextDecoder, TextEncoder });
// How long what is awaited may take: a second is short where others use the machine too.
configure({ asyncUtilTimeout: 10_000 });

Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }),
});

class NoResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
window.ResizeObserver = NoResizeObserver;
Object.defineProperty(document, 'fonts', { value: new EventTarget() });
window.scrollTo = () => undefined;

// Of the dialog jsdom knows the element only; the focus goes in and comes back as in a browser.
HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
  const before = document.activeElement as HTMLElement | null;
  this.open = true;
  this.querySelector('button')?.focus();
  this.addEventListener('close', () => before?.isConnected && before.focus(), { once: true });
};
HTMLDialogElement.prototype.close = function (this: HTMLDialogElement) {
  if (!this.open) return;
  this.open = false;
  this.dispatchEvent(new Event('close'));
};

// Changes come in by themselves here, as they do in life; there is no call to wrap them in.
beforeAll(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});

afterEach(() => {
  cleanup();
  clearToasts();
  speak('en');
});
