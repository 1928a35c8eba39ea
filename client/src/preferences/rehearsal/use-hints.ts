import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, type FocusEvent, type PointerEvent } from 'react';
import type { PreferenceChangeInput } from '../../generated/graphql.ts';
import { rehearsalsOf } from './rehearsals.ts';

/** Whoever passes by, or knows what they want, is not told anything. */
const LINGERING = 400;
/** Of the height of the window: what stands below it would be covered. */
const LOW = 0.7;

/**
 * For a control: while the pointer or the keyboard lingers on it, the page says what it would do. A finger is on it only
 * to press it: for that there is looking first.
 */
export function useHints() {
  const rehearsals = rehearsalsOf(useApolloClient());
  const hints = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      rehearsals.hint(null);
    };
    const come = (control: Element, change: () => PreferenceChangeInput) => {
      leave();
      timer = setTimeout(() => {
        const isLow = control.getBoundingClientRect().bottom > LOW * window.innerHeight;
        rehearsals.hint({ change: change(), isLow });
      }, LINGERING);
    };
    const of = (change: () => PreferenceChangeInput) => ({
      onPointerEnter: ({ pointerType, currentTarget }: PointerEvent) =>
        pointerType !== 'touch' && come(currentTarget, change),
      onPointerLeave: leave,
      onFocus: ({ currentTarget }: FocusEvent) =>
        currentTarget.matches(':focus-visible') && come(currentTarget, change),
      onBlur: leave,
    });
    return { of, leave };
  }, [rehearsals]);
  useEffect(() => hints.leave, [hints]);
  return hints.of;
}
