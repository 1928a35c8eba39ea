import type { NotificationRow } from './notification.row.ts';

/** The names of its fields, its ids and moments, and the short ones. */
const FRAME_SIZE = 450;

/**
 * About how many bytes the row is, written as JSON. Nearly nothing has to be measured of what says no more than a
 * text; what must be escaped in that counts once.
 */
export function sizeOf(row: NotificationRow): number {
  const { title, message, url, subjectLabel, subjectUrl, actor, actors, data, imageUrl, actions, outcome } =
    row;
  const text = FRAME_SIZE + Buffer.byteLength(title) + Buffer.byteLength(message) + (url?.length ?? 0);
  const more = [subjectLabel, subjectUrl, actor, actors, data, imageUrl, actions, outcome];
  return more.every((value) => value === null) ? text : text + Buffer.byteLength(JSON.stringify(more));
}
