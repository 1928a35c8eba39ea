import { createHash } from 'node:crypto';
import type { Actor } from './notification.row.ts';

/** Tells those apart who did the events of one row, without saying who they are: by id, else by name. */
export const actorKey = ({ id, name }: Pick<Actor, 'id' | 'name'>): string =>
  createHash('sha256')
    .update(JSON.stringify([id, id === null ? name : null]))
    .digest('base64url')
    .slice(0, 16);
