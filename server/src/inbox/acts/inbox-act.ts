import { registerEnumType } from 'type-graphql';

/** What a reader can do with all that a filter lets through. */
export enum InboxAct {
  READ = 'READ',
  UNREAD = 'UNREAD',
  ARCHIVE = 'ARCHIVE',
  UNARCHIVE = 'UNARCHIVE',
  DELETE = 'DELETE',
  SNOOZE = 'SNOOZE',
  UNSNOOZE = 'UNSNOOZE',
  PIN = 'PIN',
  UNPIN = 'UNPIN',
}

registerEnumType(InboxAct, {
  name: 'InboxAct',
  description: 'What a reader does with notifications. What it would not change is passed over.',
  valuesConfig: {
    READ: { description: 'Marks them read.' },
    UNREAD: { description: 'Marks them unread again.' },
    ARCHIVE: { description: 'Puts them into the archive, out of the inbox and its counters.' },
    UNARCHIVE: { description: 'Takes them back out of the archive.' },
    DELETE: { description: 'Removes them; for good, once it cannot be undone any more.' },
    SNOOZE: { description: 'Puts them away until a moment; then they come to the top, unread again.' },
    UNSNOOZE: { description: 'Takes what is snoozed back into the inbox, to where it was.' },
    PIN: { description: 'Pins them: 50 at most in an inbox.' },
    UNPIN: { description: 'Unpins them.' },
  },
});
