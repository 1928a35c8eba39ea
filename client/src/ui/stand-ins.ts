// What libraries take for granted and some browsers lack, or have under another name. Imported before them.

class NothingResizes {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
if (typeof ResizeObserver === 'undefined') Object.assign(globalThis, { ResizeObserver: NothingResizes });

const noMedia = (media: string) => Object.assign(new EventTarget(), { media, matches: false });
if (typeof matchMedia === 'undefined') Object.assign(globalThis, { matchMedia: noMedia });

// Before it was an event target, it had the same by other names.
type Listener = (event: MediaQueryListEvent) => void;
if (typeof MediaQueryList !== 'undefined' && !MediaQueryList.prototype.addEventListener) {
  Object.assign(MediaQueryList.prototype, {
    addEventListener(this: MediaQueryList, _: string, listener: Listener) {
      this.addListener(listener);
    },
    removeEventListener(this: MediaQueryList, _: string, listener: Listener) {
      this.removeListener(listener);
    },
  });
}
