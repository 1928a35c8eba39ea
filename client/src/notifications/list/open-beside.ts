import { createContext, useContext, useEffect, useRef } from 'react';
import { useNavigate } from '../../ui/router.ts';
import { pathOf } from '../notification-target.ts';
import { useListSearch } from '../use-detail-path.ts';
import { IN_LIST } from '../../ui/page/page-place.ts';

/** The notification whose page is open beside the list; null where none is, or each has a page for itself. */
export const OpenBeside = createContext<string | null>(null);

/** Whoever goes on within that time only passes by: then it is not opened, and not read. */
const PASSING = 250;

/** How another row is opened there while the focus stays in the list; undefined where none is open. */
export function useOpening(): ((id: string) => void) | undefined {
  const openId = useContext(OpenBeside);
  const navigate = useNavigate();
  const search = useListSearch();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (openId === null) return undefined;
  return (id) => {
    clearTimeout(timer.current);
    const open = () => void navigate(pathOf(id) + search, { replace: true, state: IN_LIST });
    timer.current = setTimeout(open, PASSING);
  };
}
