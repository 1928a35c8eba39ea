import {
  createContext,
  createElement,
  Fragment,
  useContext,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Values } from './message.ts';
import { currentSay, onSpeak, partsOf, say, type Say, type ValuesOf, type WordKey } from './words.ts';

const Words = createContext<Say>(say);

/** What is below it is drawn anew in another language, where it stands. */
export function WordsProvider({ children }: { children: ReactNode }) {
  return <Words.Provider value={useSyncExternalStore(onSpeak, currentSay)}>{children}</Words.Provider>;
}

/** What says the texts of the catalogue: `say('ui.close')`. */
export const useWords = (): Say => useContext(Words);

type Drawn = (words: ReactNode) => ReactNode;
type Props<Key extends WordKey> = { of: Key; with: ValuesOf<Key, ReactNode, Drawn> };

/** A text of the catalogue with something drawn in it: `<Said of="applications.by" with={{ name: <bdi>…</bdi> }} />`. */
export function Said<Key extends WordKey>({ of, with: values }: Props<Key>) {
  useWords();
  const drawn = Object.entries(values as Record<string, ReactNode | Drawn>).map(([name, value]) => [
    name,
    typeof value === 'function' ? (words: ReactNode[]) => value(together(words)) : value,
  ]);
  return together(partsOf<ReactNode>(of, Object.fromEntries(drawn) as Values<ReactNode>));
}

const together = (parts: ReactNode[]) => createElement(Fragment, null, ...parts);
