import { NAMELESS } from '../users/nameless.ts';
import type { Actor } from './notification.row.ts';

const somebody: Actor = { id: null, name: NAMELESS, imageUrl: null };

/** An actor who was erased, as JSON in SQL. */
export const namelessActor = `'${JSON.stringify(somebody)}'::jsonb`;

/** An outcome, in SQL: what was done stays; who did it, and their words, do not. */
export const namelessOutcome = (outcome: string): string =>
  `${outcome} || jsonb_build_object('by', ${namelessActor}, 'comment', null)`;
