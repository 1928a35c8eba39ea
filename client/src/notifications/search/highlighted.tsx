import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { Part } from './matches.ts';
import './highlighted.css';

type Divide = (text: string) => Part[];

const Search = createContext<Divide | null>(null);

/** The rows in it show where they have what was searched for. What finds it comes with the first search. */
export function SearchedFor({ search, children }: { search: string; children: ReactNode }) {
  const [partsOf, setPartsOf] = useState<((text: string, search: string) => Part[]) | null>(null);
  const isSearch = search !== '';
  useEffect(() => {
    if (!isSearch) return;
    // Without it everything is read just as well.
    import('./matches.ts').then(
      (part) => setPartsOf(() => part.partsOf),
      () => undefined,
    );
  }, [isSearch]);
  const divide = isSearch && partsOf ? (text: string) => partsOf(text, search) : null;
  return <Search.Provider value={divide}>{children}</Search.Provider>;
}

/** A text, with what was searched for marked. */
export function Highlighted({ text }: { text: string }) {
  const divide = useContext(Search);
  if (!divide) return text;
  return divide(text).map((part, index) =>
    part.isMatch ? (
      <mark key={index} className="match">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
