import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, type FocusEvent, type PointerEvent } from 'react';
import type { PreferenceChangeInput } from '../../generated/graphql.ts';
import { rehearsalsOf } from './rehearsals.ts';

/** Whoever passes by, or knows what they want, is not told anything. */
const LINGERING = 400;

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
    const come = (change: () => PreferenceChangeInput) => {
      leave();
      timer = setTimeout(() => rehearsals.hint(change()), LINGERING);
    };
    const of = (change: () => PreferenceChangeInput) => ({
      onPointerEnter: (event: PointerEvent) => event.pointerType !== 'touch' && come(change),
      onPointerLeave: leave,
      onFocus: ({ currentTarget }: FocusEvent) => currentTarget.matches(':focus-visible') && come(change),
      onBlur: leave,
    });
    return { of, leave };
  }, [rehearsals]);
  useEffect(() => hints.leave, [hints]);
  return hints.of;
}
