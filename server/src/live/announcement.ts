import type { ChangedRow, Delta, InboxState } from './delta.ts';

/** Bumped when the form of the message changes, so that replicas of two versions can run side by side. */
const VERSION = 1;
/** Larger changes are only announced; whoever wants them reads them. */
const MOST_CHARACTERS = 64 * 1024;

export const inboxTopic = (userId: string): string => `carillon:inbox:${userId}`;

/** A committed change as it travels between replicas, or only the news that there is one. */
export type Announcement<Row extends ChangedRow = ChangedRow> = { delta: Delta<Row> } | { wakeUp: true };

export function encodeAnnouncement(delta: Delta): string {
  const message = JSON.stringify({ v: VERSION, delta });
  return message.length > MOST_CHARACTERS ? JSON.stringify({ v: VERSION, wakeUp: true }) : message;
}

/** What cannot be read, or is of another version, still says that something happened. */
export function decodeAnnouncement<Row extends ChangedRow>(message: string): Announcement<Row> {
  try {
    const { v, delta } = JSON.parse(message) as { v?: unknown; delta?: Delta<Row> };
    return v === VERSION && delta && isState(delta.inbox) ? { delta } : { wakeUp: true };
  } catch {
    return { wakeUp: true };
  }
}

const isState = (inbox: InboxState | undefined): boolean => typeof inbox?.seq === 'number';
