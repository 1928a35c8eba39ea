import { lazy, type ComponentType } from 'react';

/** The code of a part did not come: the line is down, or a newer version of us has taken its place. */
export class PartNotLoaded extends Error {}

/** A part whose code is fetched when it is first shown, or earlier by `preload`. Stands below a `Suspense`. */
export function lazyPart<Props>(load: () => Promise<ComponentType<Props>>) {
  const loadPart = () =>
    load().then(
      (part) => ({ default: part }),
      (cause: unknown) => {
        throw new PartNotLoaded('The code of a part of the page did not come', { cause });
      },
    );
  // Should it fail, whoever shows it is told.
  const preload = () => void load().catch(() => undefined);
  return Object.assign(lazy(loadPart), { preload });
}
