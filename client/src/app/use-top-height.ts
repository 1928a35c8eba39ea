import { useEffect, type RefObject } from 'react';

// Of the window; a header that is taller than this would stand in the way of what is read.
const MAX_SHARE = 0.2;

/**
 * Tells the style sheets how tall the header is that lies on the page (`--top-height`), so that nothing comes to lie
 * below it. With large text, or much magnified, it would take the screen: then it scrolls away with the page.
 */
export function useTopHeight(header: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const top = header.current;
    if (!top) return;
    const root = document.documentElement;
    const measure = () => {
      const isTall = top.offsetHeight > window.innerHeight * MAX_SHARE;
      top.toggleAttribute('data-tall', isTall);
      root.style.setProperty('--top-height', isTall ? '0px' : `${top.offsetHeight}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(top);
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
      root.style.removeProperty('--top-height');
    };
  }, [header]);
}
