import type { PlainKey, Say } from '../../words/words.ts';

// What most are asked, and the demo asks. Any other is said in the sender's words, whatever language they are in.
const KNOWN = new Map<string, PlainKey>([
  ['Approve', 'notification.approve'],
  ['Reject', 'notification.reject'],
]);

/** What a button says, in the reader's language where we know how to say that. */
export function labelOf({ label }: { label: string }, say: Say): string {
  const known = KNOWN.get(label);
  return known ? say(known) : label;
}
