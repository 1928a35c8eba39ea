// Stands in the place of `client/src/ui/router.ts`: links and navigation by the host's router.
import {
  createContext,
  forwardRef,
  useContext,
  useSyncExternalStore,
  type ComponentProps,
  type MouseEvent,
} from 'react';

/** How the host goes to a path of its own; undefined: as links do. */
export const HostNavigation = createContext<((path: string) => void) | undefined>(undefined);

type Place = { pathname: string; search: string; hash: string };
type Location = Place & { state: unknown; key: string };
type Options = { replace?: boolean; state?: unknown };

// What our own pages keep in their history has no place in a host's: it lasts until the reader goes somewhere.
const NOWHERE: Location = { pathname: '', search: '', hash: '', state: null, key: 'default' };
let here = NOWHERE;
const listeners = new Set<() => void>();

function setState(state: unknown): void {
  here = { ...NOWHERE, state };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useLocation = (): Location =>
  useSyncExternalStore(
    subscribe,
    () => here,
    () => NOWHERE,
  );

export function useNavigate(): (to: string | Partial<Place> | number, options?: Options) => void {
  const navigate = useContext(HostNavigation);
  return (to, options) => {
    setState(typeof to === 'object' ? (options?.state ?? null) : null);
    if (typeof to !== 'string') return;
    if (navigate) navigate(to);
    else window.location.assign(to);
  };
}

type LinkProps = Omit<ComponentProps<'a'>, 'href' | 'ref'> & { to: string } & Options;

/** A real anchor. A plain click is the host's to follow; with a modifier it is the browser's. */
export const PageLink = forwardRef<HTMLAnchorElement, LinkProps>(function PageLink(
  { to, replace: _, state: __, onClick, ...props },
  ref,
) {
  const navigate = useContext(HostNavigation);
  const onFollow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    const isPlain =
      event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (event.defaultPrevented || !isPlain) return;
    setState(null);
    if (!navigate) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...props} ref={ref} href={to} onClick={onFollow} />;
});
