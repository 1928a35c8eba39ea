import { useEffect, useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { isFocusLost } from '../attention/keep-focus.ts';
import { itemOf } from './menu-keys.ts';
import { useEffectEvent } from '../use-effect-event.ts';
import './floating-menu.css';
import './menu.css';

const GAP = 4;
const EDGE = 8;
/** Within what its button stands in: a press in it is not one outside of that, and of a modal it can be reached. */
const ROOMS = 'dialog, [role=dialog], main, [data-room]';

type Props = {
  /** The button that has opened it; it gets the focus back. */
  anchor: HTMLElement;
  /** Stands above the choices, and names them. */
  heading: string;
  /** `MenuItem`s and `MenuLink`s. */
  children: ReactNode;
  onClose: () => void;
};

/**
 * A menu beside a button that stands where a menu would be cut off: in a row of a list. It lies over everything, as near
 * to its button as there is room, and has the keys that ARIA's patterns give to menus.
 */
export function FloatingMenu({ anchor, heading, children, onClose }: Props) {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const items = () => [...(box.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

  useLayoutEffect(() => {
    const place = () => box.current && putBeside(box.current, anchor);
    place();
    const ending = new AbortController();
    const options = { signal: ending.signal, capture: true, passive: true };
    window.addEventListener('scroll', place, options);
    window.addEventListener('resize', place, options);
    // Whoever makes text larger gets it larger, and its button elsewhere.
    const sizes = new ResizeObserver(place);
    sizes.observe(document.body);
    return () => {
      ending.abort();
      sizes.disconnect();
    };
  }, [anchor]);
  useEffect(() => items()[0]?.focus({ preventScroll: true }), []);
  const onPress = useEffectEvent((event: Event) => {
    const path = event.composedPath();
    if (path.includes(anchor) || (box.current && path.includes(box.current))) return;
    onClose();
    // After the press has moved the focus: back, unless the reader went on to something.
    setTimeout(() => isFocusLost() && anchor.focus({ preventScroll: true }));
  });
  useEffect(() => {
    const ending = new AbortController();
    document.addEventListener('pointerdown', (event) => onPress(event), {
      signal: ending.signal,
      capture: true,
    });
    return () => ending.abort();
  }, []);

  const giveBack = () => {
    anchor.focus({ preventScroll: true });
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of the list that it stands in are not meant.
    event.stopPropagation();
    const { key } = event;
    // The menu goes, and Tab goes on from its button.
    if (key === 'Tab') return giveBack();
    if (key === 'Escape') giveBack();
    else {
      const target = itemOf(key, items());
      if (!target) return;
      target.focus();
    }
    event.preventDefault();
  };
  const menu = (
    <div
      ref={box}
      className="floating-menu"
      data-apart
      onKeyDown={onKeyDown}
      // A press on what cannot be chosen leaves the focus where its keys are.
      onMouseDown={(event) => event.preventDefault()}
    >
      <div className="floating-heading" id={id} dir="auto">
        {heading}
      </div>
      <div
        role="menu"
        aria-labelledby={id}
        // Before what was chosen is done: its row may go by that, and the focus from there to the next.
        onClickCapture={() => anchor.focus({ preventScroll: true })}
        onClick={onClose}
      >
        {children}
      </div>
    </div>
  );
  return createPortal(menu, anchor.closest(ROOMS) ?? document.body);
}

/** Below its end, or above where there is more room. */
function putBeside(box: HTMLElement, anchor: HTMLElement): void {
  const { top, bottom, left, right } = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const { clientWidth, clientHeight } = document.documentElement;
  const isLeftward = getComputedStyle(anchor).direction !== 'rtl';
  const x = isLeftward ? right - width : left;
  const isBelow = bottom + GAP + height + EDGE <= clientHeight || clientHeight - bottom > top;
  const y = isBelow ? bottom + GAP : top - GAP - height;
  box.style.left = `${clamp(x, clientWidth - width)}px`;
  box.style.top = `${clamp(y, clientHeight - height)}px`;
}

function clamp(at: number, room: number): number {
  return Math.max(EDGE, Math.min(at, room - EDGE));
}
