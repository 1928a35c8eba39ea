import type { Delta } from '../inbox/delta.ts';
import type { InboxState } from '../inbox/inbox-state.ts';

/** Bumped when the form of the message changes, so that replicas of two versions can run side by side. */
const VERSION = 6;
/** Larger changes are only announced; whoever wants them reads them. */
const MAX_CHARACTERS = 64 * 1024;

export const inboxTopic = (userId: string): string => `carillon:inbox:${userId}`;
/** Of changes of many inboxes at once: every replica hears of each, and looks for those whom it knows. */
export const MANY_INBOXES_TOPIC = 'carillon:inboxes';

/** A change that is told, and about how many bytes that takes. */
export interface Told {
  readonly delta: Delta;
  readonly size: number;
}

/** A committed change as it travels between replicas, or only the news that there is one. */
export type Announcement = Told | { wakeUp: true };

/**
 * A change as it is told: here as it is, elsewhere as a message.
 * @param from the replica that tells it; it comes first, so that a replica knows its own words without reading them
 */
export function announcementOf(from: string, delta: Delta): { announcement: Announcement; message: string } {
  const message = JSON.stringify({ from, v: VERSION, delta });
  if (message.length <= MAX_CHARACTERS) return { announcement: { delta, size: message.length }, message };
  return { announcement: { wakeUp: true }, message: JSON.stringify({ from, v: VERSION, wakeUp: true }) };
}

/** Who has something new, without saying what: most of them are connected nowhere. */
export const wakeUpOf = (from: string, userIds: readonly string[]): string =>
  JSON.stringify({ from, v: VERSION, userIds });

/** Of another version: nobody is woken, and those who are connected are found to be behind by the next repair. */
export function decodeWakeUp(message: string): readonly string[] {
  try {
    const { v, userIds } = JSON.parse(message) as { v?: unknown; userIds?: unknown };
    return v === VERSION && Array.isArray(userIds) ? (userIds as string[]) : [];
  } catch {
    return [];
  }
}

/** Whether a replica hears itself. */
export const isFrom = (replica: string, message: string): boolean =>
  message.startsWith(`{"from":"${replica}"`);

/** What cannot be read, or is of another version, still says that something happened. */
export function decodeAnnouncement(message: string): Announcement {
  try {
    const { v, delta } = JSON.parse(message) as { v?: unknown; delta?: Delta };
    return v === VERSION && delta && isState(delta.inbox)
      ? { delta, size: message.length }
      : { wakeUp: true };
  } catch {
    return { wakeUp: true };
  }
}

const isState = (inbox: InboxState | undefined): boolean => typeof inbox?.seq === 'number';
