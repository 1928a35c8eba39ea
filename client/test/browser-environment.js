import { TestEnvironment } from 'jest-environment-jsdom';

// What every browser has and jsdom has not. Node's own are as good.
const FROM_NODE = [
  'BroadcastChannel',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'WritableStream',
  'fetch',
  'structuredClone',
];

/**
 * jsdom with the globals that the client's libraries count on. Nothing is laid out and no media query matches. React and
 * Apollo Client are as readers get them, twice as fast as with what they look after while somebody develops;
 * `NODE_ENV=development npm test` shows what they warn of.
 */
export default class BrowserEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    const { env } = this.global.process;
    if (env.NODE_ENV === 'test') env.NODE_ENV = 'production';
    for (const name of FROM_NODE) this.global[name] ??= globalThis[name];

    this.global.matchMedia ??= (media) =>
      Object.assign(new this.global.EventTarget(), {
        media,
        matches: false,
        addListener() {},
        removeListener() {},
      });
    this.global.ResizeObserver ??= class {
      observe() {}
      unobserve() {}
      disconnect() {}
    };
    this.global.Element.prototype.scrollIntoView ??= () => undefined;
  }
}
