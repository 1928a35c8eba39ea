import { createContext, use, type ReactNode } from 'react';
import { partsOf } from './matches.ts';
import './highlighted.css';

const Search = createContext('');

/** The rows in it show where they have what was searched for. */
export function SearchedFor({ search, children }: { search: string; children: ReactNode }) {
  return <Search value={search}>{children}</Search>;
}

/** A text, with what was searched for marked. */
export function Highlighted({ text }: { text: string }) {
  const search = use(Search);
  if (search === '') return text;
  return partsOf(text, search).map((part, index) =>
    part.isMatch ? (
      <mark key={index} className="match">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  );
}
