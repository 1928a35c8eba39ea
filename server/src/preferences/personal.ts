import type { Personal } from '../platform/personal.ts';

/** What a reader wishes for, and wished for before. */
export const personalInPreferences: readonly Personal[] = [
  {
    table: 'preferences',
    of: 'user_id = $1',
    exported: [
      'language',
      'time_zone',
      'quiet_hours',
      'dnd_until',
      'digest_hour',
      'digest_day',
      'pushes_content',
    ],
    erased: 'deleted',
  },
  {
    table: 'channel_choices',
    of: 'user_id = $1',
    exported: ['category', 'channel', 'is_on'],
    erased: 'deleted',
  },
  {
    table: 'pace_choices',
    of: 'user_id = $1',
    exported: ['category', 'channel', 'pace'],
    erased: 'deleted',
  },
  {
    table: 'muted_subjects',
    of: 'user_id = $1',
    exported: ['subject_type', 'subject_id', 'label', 'url', 'muted_at'],
    erased: 'deleted',
  },
  { table: 'muted_applications', of: 'user_id = $1', exported: ['application_id'], erased: 'deleted' },
  // After those: where one of them goes, a trigger writes one of these.
  {
    table: 'preference_changes',
    of: 'user_id = $1',
    exported: ['source', 'was', 'became', 'changed_at'],
    erased: 'deleted',
  },
];
