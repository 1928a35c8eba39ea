import { useCallback, useInsertionEffect, useRef } from 'react';

/**
 * For effects and the listeners that they add: a function that is always the same, and does what was drawn last. Never
 * called while anything is drawn. As React's own of this name, which hosts with React 18 do not have.
 */
export function useEffectEvent<Given extends unknown[], Result>(
  callback: (...given: Given) => Result,
): (...given: Given) => Result {
  const newest = useRef(callback);
  useInsertionEffect(() => {
    newest.current = callback;
  });
  return useCallback((...given: Given) => newest.current(...given), []);
}
