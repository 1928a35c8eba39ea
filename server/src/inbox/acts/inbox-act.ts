import { registerEnumType } from 'type-graphql';

/** What a reader can do with all that a filter lets through. */
export enum InboxAct {
  READ = 'READ',
  UNREAD = 'UNREAD',
  ARCHIVE = 'ARCHIVE',
  UNARCHIVE = 'UNARCHIVE',
  DELETE = 'DELETE',
}

registerEnumType(InboxAct, {
  name: 'InboxAct',
  description: 'What a reader does with notifications. What it would not change is passed over.',
  valuesConfig: {
    READ: { description: 'Marks them read.' },
    UNREAD: { description: 'Marks them unread again.' },
    ARCHIVE: { description: 'Puts them into the archive, out of the inbox and its counters.' },
    UNARCHIVE: { description: 'Takes them back out of the archive.' },
    DELETE: { description: 'Removes them for good.' },
  },
});
