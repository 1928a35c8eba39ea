import { createContext, useCallback, useContext, useState } from 'react';
import { inTab } from '../../browser/kept.ts';

const PREFIX = 'carillon-draft:';

/** Whose drafts they are; null: nobody's, and nothing is kept. */
const DraftOwner = createContext<string | null>(null);
export const DraftOwnerProvider = DraftOwner.Provider;

/** Both in one text, of which neither can pretend to be a part of the other. */
const keyOf = (owner: string, place: string) => PREFIX + JSON.stringify([owner, place]);

/**
 * What somebody has begun to write in a place, until they send it or sign out. It survives a reload, a crash, and a
 * session that ended by itself; in this tab only, and for nobody else who signs in here. `kept` is what was there when
 * the place was opened, else `empty`.
 */
export function useDraft<Draft extends Record<string, string>>(place: string, empty: Draft) {
  const owner = useContext(DraftOwner);
  const key = owner === null ? null : keyOf(owner, place);
  const [kept] = useState(() => (key === null ? empty : parsed(inTab.read(key), empty)));
  const keep = useCallback(
    (draft: Draft) => {
      if (key === null) return;
      if (Object.values(draft).some(Boolean)) inTab.write(key, JSON.stringify(draft));
      else inTab.remove(key);
    },
    [key],
  );
  const clear = useCallback(() => {
    if (key !== null) inTab.remove(key);
  }, [key]);
  return { kept, keep, clear };
}

/** Somebody signed out, or another signed in. */
export function clearDrafts(butOf?: string): void {
  for (const key of inTab.keys()) {
    if (key.startsWith(PREFIX) && ownerOf(key) !== butOf) inTab.remove(key);
  }
}

function ownerOf(key: string): unknown {
  const owned = fromJson(key.slice(PREFIX.length));
  return Array.isArray(owned) ? owned[0] : undefined;
}

/** Site data may hold anything: only what has the draft's shape is taken. */
function parsed<Draft extends Record<string, string>>(text: string | null, empty: Draft): Draft {
  const known = new Map(Object.entries(fromJson(text ?? '') ?? {}));
  const fields = Object.entries(empty).map(([field, none]) => {
    const value: unknown = known.get(field);
    return [field, typeof value === 'string' ? value : none];
  });
  return Object.fromEntries(fields) as Draft;
}

function fromJson(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}
