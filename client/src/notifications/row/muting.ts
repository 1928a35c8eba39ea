import { createContext, type ReactNode } from 'react';
import type { Subject } from '../../inbox/subjects/subject.ts';

/** How a reader mutes what a row is about, and lets it be heard again. */
type Muting = {
  /** As a choice in its menu. */
  inMenu: (subject: Subject) => ReactNode;
  /** By a key, while the row has the focus; draws nothing. */
  byKey: (subject: Subject) => ReactNode;
};

/** Without it rows cannot be muted. */
export const RowMuting = createContext<Muting | null>(null);
