import { createContext, type ReactNode } from 'react';
import type { Subject } from '../../inbox/subjects/subject.ts';

/** Draws the button by which a reader mutes what a row is about, and lets it be heard again; without it rows have none. */
export const RowMuting = createContext<((subject: Subject) => ReactNode) | null>(null);
