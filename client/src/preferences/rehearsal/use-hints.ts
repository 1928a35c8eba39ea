import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, type FocusEvent, type PointerEvent } from 'react';
import type { PreferenceChangeInput } from '../../generated/graphql.ts';
import { rehearsalsOf } from './rehearsals.ts';

/**
 * For a control: while the pointer or the keyboard lingers on it, the page says what it would do. A finger is on it only
 * to press it: for that there is looking first.
 */
export function useHints() {
  const rehearsals = rehearsalsOf(useApolloClient());
  useEffect(() => rehearsals.leave, [rehearsals]);
  return useMemo(
    () => (change: () => PreferenceChangeInput) => ({
      onPointerEnter: ({ pointerType, currentTarget }: PointerEvent) =>
        pointerType !== 'touch' && rehearsals.come(currentTarget, change),
      onPointerLeave: rehearsals.leave,
      onFocus: ({ currentTarget }: FocusEvent) =>
        currentTarget.matches(':focus-visible') && rehearsals.come(currentTarget, change),
      onBlur: rehearsals.leave,
    }),
    [rehearsals],
  );
}
