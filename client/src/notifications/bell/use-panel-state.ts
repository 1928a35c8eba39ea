import { useState } from 'react';
import { useLocation, useNavigate } from '../../ui/router.ts';

/**
 * Whether the panel is open. On a phone, where it covers everything, it is a place in the history: Back closes it, and
 * leads to it again from what was opened out of it.
 */
export function usePanelState(isPhone: boolean) {
  const [isOpen, setOpen] = useState(false);
  const { pathname, search, hash, ...location } = useLocation();
  const navigate = useNavigate();
  if (!isPhone) {
    const close = () => setOpen(false);
    return { isOpen, toggle: () => setOpen(!isOpen), close, leave: close };
  }
  const before = location.state as { isPanelOpen?: boolean } | null;
  const isSheet = before?.isPanelOpen === true;
  const open = () => void navigate({ pathname, search, hash }, { state: { ...before, isPanelOpen: true } });
  const close = () => void (isSheet && navigate(-1));
  // Whoever follows a link goes to another place by that.
  return { isOpen: isSheet, toggle: isSheet ? close : open, close, leave: () => undefined };
}
