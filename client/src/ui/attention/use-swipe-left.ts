import { useEffect, useRef, type MouseEvent, type PointerEvent } from 'react';

// Before this a finger may still mean to scroll or to tap; after that it means it.
const BEGINS = 12;
const ENOUGH = 88;

type Swipe = { x: number; y: number; hasBegun: boolean; offset: number };

/**
 * Lets a finger pull an element to the left, or to the right where lines begin there; let go far enough out, it swipes. The element follows through the custom
 * property `--swipe` and shows with `data-swipe` how far it is; it needs `touch-action: pan-y`.
 */
export function useSwipeLeft<E extends HTMLElement>(onSwipe: () => void) {
  const swipe = useRef<Swipe | null>(null);
  const wasSwiped = useRef(false);

  const show = (element: E, offset: number) => {
    element.style.setProperty('--swipe', `${offset * towardsEnd(element)}px`);
    if (offset === 0) delete element.dataset['swipe'];
    else element.dataset['swipe'] = -offset >= ENOUGH ? 'enough' : 'begun';
  };

  const ref = useRef<E>(null);
  useEffect(() => {
    const element = ref.current!;
    // A finger that lifts in full motion throws, and the browser would take the next tap for the hand that stops it:
    // whoever swiped could not undo it at once. React listens passively, so this cannot be a prop.
    const keepFromThrowing = (event: TouchEvent) => {
      if (swipe.current?.hasBegun && event.cancelable) event.preventDefault();
    };
    element.addEventListener('touchmove', keepFromThrowing, { passive: false });
    return () => element.removeEventListener('touchmove', keepFromThrowing);
  }, []);

  return {
    ref,
    onPointerDown: ({ pointerType, isPrimary, clientX, clientY }: PointerEvent<E>) => {
      wasSwiped.current = false;
      if (pointerType === 'mouse' || !isPrimary) return;
      swipe.current = { x: clientX, y: clientY, hasBegun: false, offset: 0 };
    },
    onPointerMove: ({ currentTarget, pointerId, clientX, clientY }: PointerEvent<E>) => {
      const now = swipe.current;
      if (!now) return;
      const forth = (clientX - now.x) * towardsEnd(currentTarget);
      if (!now.hasBegun) {
        const down = Math.abs(clientY - now.y);
        if (Math.abs(forth) < BEGINS && down < BEGINS) return;
        if (forth > 0 || down > -forth) return void (swipe.current = null);
        now.hasBegun = true;
        currentTarget.setPointerCapture(pointerId);
      }
      now.offset = Math.min(0, forth + BEGINS);
      show(currentTarget, now.offset);
    },
    onPointerUp: ({ currentTarget }: PointerEvent<E>) => {
      const ended = swipe.current;
      swipe.current = null;
      if (!ended?.hasBegun) return;
      wasSwiped.current = true;
      show(currentTarget, 0);
      if (-ended.offset >= ENOUGH) onSwipe();
    },
    onPointerCancel: ({ currentTarget }: PointerEvent<E>) => {
      swipe.current = null;
      show(currentTarget, 0);
    },
    // Some browsers take the end of a swipe for a click on the link it began on.
    onClickCapture: (event: MouseEvent) => {
      if (!wasSwiped.current) return;
      wasSwiped.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** In which direction its lines run: 1 to the right, -1 to the left. */
const towardsEnd = (element: Element): 1 | -1 => (getComputedStyle(element).direction === 'rtl' ? -1 : 1);
