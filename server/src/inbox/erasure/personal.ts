import type { Personal } from '../../platform/personal.ts';

const CONTENT = [
  ...[
    'id',
    'seq',
    'service',
    'type',
    'category',
    'severity',
    'title',
    'message',
    'url',
    'image_url',
    'wording',
  ],
  ...[
    'application_id',
    'subject_type',
    'subject_id',
    'subject_label',
    'subject_url',
    'actor',
    'actors',
    'data',
  ],
  ...['actions', 'outcome', 'event_count', 'ring', 'email_skipped', 'push_skipped', 'sms_skipped'],
];
const REST = [
  ...['created_at', 'read_at', 'archived_at', 'settled_at', 'snoozed_until', 'pinned_at', 'deleted_at'],
  ...['woken_at', 'expires_at', 'edited_at', 'retracted_at', 'idempotency_key', 'is_escalated'],
];

const ofReader = 'user_id = $1';

/** What an inbox has of its reader. Their names in others' inboxes: see `unname`. */
export const personalInInbox: readonly Personal[] = [
  {
    table: 'all_notifications',
    of: ofReader,
    exported: [...CONTENT, ...REST],
    erased: 'with their owner',
  },
  { table: 'inbox', of: ofReader, exported: ['id', 'seq', 'unread', 'unseen'], erased: 'with their owner' },
  { table: 'tombstones', of: ofReader, exported: [], erased: 'with their owner' },
  { table: 'acts', of: ofReader, exported: ['act', 'affected', 'at', 'undone_at'], erased: 'deleted' },
  { table: 'offline_acts', of: ofReader, exported: ['device', 'at'], erased: 'deleted' },
  { table: 'restorations', of: ofReader, exported: [], erased: 'deleted' },
];
