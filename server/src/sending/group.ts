import { createHash } from 'node:crypto';
import { actorKey } from '../inbox/actor-key.ts';
import { MAX_ACTORS, type Actor } from '../inbox/notification.row.ts';
import type { Content } from './content.ts';

/** What events must have in common to become one row, and for how long, from the first of them on. */
export interface Group {
  readonly key: string;
  readonly minutes: number;
}

/** Where a sender says what belongs together, and its type has no window. */
const DEFAULT_MINUTES = 60;
/** How many different actors a row counts. */
const MAX_ACTORS_COUNTED = 100;

const hashOf = (...parts: (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

/**
 * The group of what is sent, by what its sender calls it, else by its subject; null: it stands alone. So does what is
 * about nothing, and what asks for something: that is answered by itself.
 */
export function groupOf(content: Content): Group | null {
  const { service, type, subject, groupKey, groupMinutes, actions, requestKey } = content;
  const minutes = groupMinutes ?? (groupKey === null ? null : DEFAULT_MINUTES);
  if (minutes === null || actions !== null || requestKey !== null) return null;
  if (groupKey !== null) return { key: hashOf(service, type, groupKey), minutes };
  return subject && { key: hashOf(service, type, subject.type, subject.id), minutes };
}

/** What a row knows of those who did it: the last, and all of them as short hashes. */
export interface Crowd {
  readonly actors: readonly Actor[];
  readonly actorKeys: readonly string[];
}

/** The same with who did it now, if anybody is known to have. Whoever was there before comes to the front. */
export function joinedBy({ actors, actorKeys }: Crowd, actor: Actor | null): Crowd {
  if (!actor) return { actors, actorKeys };
  const key = actorKey(actor);
  const isCounted = actorKeys.includes(key) || actorKeys.length === MAX_ACTORS_COUNTED;
  return {
    actors: [actor, ...actors.filter((other) => actorKey(other) !== key)].slice(0, MAX_ACTORS),
    actorKeys: isCounted ? actorKeys : [...actorKeys, key],
  };
}
