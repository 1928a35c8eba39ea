import { createContext, type ReactNode } from 'react';
import type { Subject } from '../../inbox/subjects/subject.ts';

/** Draws the choice by which a reader mutes what a row is about, and lets it be heard again; without it menus have none. */
export const RowMuting = createContext<((subject: Subject) => ReactNode) | null>(null);
