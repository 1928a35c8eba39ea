import { afterEach, beforeEach } from '@jest/globals';

const ABOVE = 200;

/**
 * jsdom lays nothing out. Here rows stand below each other from 200 px on, each as tall as it is said, and the window
 * scrolls. Call it in a `describe`.
 */
export function withLayout(heightOf: (row: Element) => number = () => 100) {
  const { getBoundingClientRect } = Object.getOwnPropertyDescriptors(Element.prototype);
  const { scrollTo, scrollBy } = Object.getOwnPropertyDescriptors(window);
  const scroll = (top: number) => {
    Object.defineProperty(window, 'scrollY', { value: Math.max(0, top), configurable: true });
    window.dispatchEvent(new Event('scroll'));
  };
  beforeEach(() => {
    Element.prototype.getBoundingClientRect = function (this: Element) {
      const top = ABOVE + topOf(this) - window.scrollY;
      const height = this.localName === 'article' ? heightOf(this) : 0;
      return { top, bottom: top + height, height, width: 500 } as DOMRect;
    };
    window.scrollTo = ((to: ScrollToOptions) => scroll(to.top ?? 0)) as typeof window.scrollTo;
    window.scrollBy = ((by: ScrollToOptions) =>
      scroll(window.scrollY + (by.top ?? 0))) as typeof window.scrollBy;
    scroll(0);
  });
  afterEach(() => {
    scroll(0);
    Object.defineProperties(Element.prototype, { getBoundingClientRect });
    Object.defineProperties(window, { scrollTo, scrollBy });
  });

  function topOf(element: Element): number {
    if (element.localName !== 'article') return 0;
    let top = marginOf(element, 'start');
    for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
      top += marginOf(before, 'start') + heightOf(before) + marginOf(before, 'end');
    return top;
  }

  return { scroll };
}

/** As it is written: jsdom takes its time to parse a style, and there are thousands. */
const marginOf = (row: Element, side: 'start' | 'end'): number =>
  Number(new RegExp(`margin-block-${side}: ([\\d.]+)px`).exec(row.getAttribute('style') ?? '')?.[1] ?? 0);
