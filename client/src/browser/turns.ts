// A tab that hangs, or is frozen in the background, may hold its turn for ever.
const PATIENCE = 10_000;

/**
 * Does the work while no other tab of this browser does any under the same name. Where the browser lets tabs take no
 * turns, or one does not end its own, it is done all the same.
 */
export async function inTurn<T>(name: string, work: () => Promise<T>): Promise<T> {
  let begun: Promise<T> | undefined;
  const begin = () => (begun ??= work());
  try {
    return await navigator.locks.request(name, { signal: AbortSignal.timeout(PATIENCE) }, begin);
  } catch {
    return begin();
  }
}

/**
 * Takes one of so many places that the tabs of this browser have together. Where they cannot share, and outside of a
 * browser, there is always one.
 * @returns what gives it back; undefined: all are taken
 */
export async function holdPlace(name: string, places: number): Promise<(() => void) | undefined> {
  if (typeof document === 'undefined') return () => undefined;
  for (let place = 1; place <= places; place++) {
    const leave = await holdIfFree(`${name}-${place}`);
    if (leave) return leave;
  }
  return undefined;
}

function holdIfFree(name: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const hold = (lock: Lock | null) =>
      lock ? new Promise<void>((leave) => resolve(leave)) : resolve(undefined);
    const ask = async () => navigator.locks.request(name, { ifAvailable: true }, hold);
    ask().catch(() => resolve(() => undefined));
  });
}

/**
 * Runs `lead` in one tab of this browser at a time; when that tab goes away, the next one takes over. Where tabs cannot
 * take turns, each leads.
 */
export function leadWhenFirst(name: string, lead: () => () => void): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  let resign: (() => void) | undefined;
  const begin = () => {
    if (!signal.aborted) resign ??= lead();
  };
  const untilStopped = () =>
    new Promise<void>((resolve) => {
      begin();
      signal.addEventListener('abort', () => resolve());
    });
  const wait = async () => navigator.locks.request(name, { signal }, untilStopped);
  wait().catch(begin);
  return () => {
    stopping.abort();
    resign?.();
  };
}

/** As one of any number of tabs of this browser that do the same. @returns what ends it */
export function takePart(name: string): () => void {
  const stopping = new AbortController();
  const { signal } = stopping;
  const untilStopped = () =>
    new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const hold = async () => navigator.locks.request(name, { mode: 'shared', signal }, untilStopped);
  hold().catch(() => undefined);
  return () => stopping.abort();
}

/** Whether any tab of this browser takes part, as far as tabs can know of each other. */
export async function doesAnyTakePart(name: string): Promise<boolean> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.some((lock) => lock.name === name);
  } catch {
    return false;
  }
}
