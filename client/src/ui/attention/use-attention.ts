import { useEffect, useState, type FocusEvent } from 'react';
import { useIsPageVisible } from '../../browser/tab-visibility.ts';

const LINGERS = 600;

/**
 * Whether the pointer or the focus is on an element, of a page that is in view; or was, a moment ago: whoever goes from
 * a list to a button acts on what they have seen there. `attention` goes on the element.
 */
export function useAttention() {
  const [isPointed, setPointed] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  const isOnIt = isPointed || hasFocus;
  const [wasOnIt, setWasOnIt] = useState(false);
  if (isOnIt && !wasOnIt) setWasOnIt(true);
  useEffect(() => {
    if (isOnIt) return;
    const timer = setTimeout(() => setWasOnIt(false), LINGERS);
    return () => clearTimeout(timer);
  }, [isOnIt]);
  const isVisible = useIsPageVisible();
  return {
    isAttended: wasOnIt && isVisible,
    attention: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      // Shown as such: where a click has led it, the pointer tells what is looked at.
      onFocus: ({ target }: FocusEvent) => setFocus(target.matches(':focus-visible')),
      // Also when the reader goes to another window, with the focus where it was.
      onBlur: ({ currentTarget, relatedTarget }: FocusEvent) =>
        setFocus(currentTarget.contains(relatedTarget)),
    },
  };
}
