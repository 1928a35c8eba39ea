import { namelessActor } from '../inbox/nameless.ts';
import type { Personal } from '../platform/personal.ts';
import { namelessSender, theirSender } from '../users/nameless.ts';

/** Which topics somebody belongs to, and what they have sent, or done, that was told to many. */
export const personalInBroadcasts: readonly Personal[] = [
  { table: 'topic_members', of: 'user_id = $1', exported: ['topic', 'created_at'], erased: 'deleted' },
  {
    table: 'broadcasts',
    of: `service = ${theirSender}`,
    exported: ['audience', 'content', 'state', 'created_at'],
    erased: { overwritten: { service: namelessSender, idempotency_key: 'null' } },
  },
  {
    table: 'broadcasts',
    of: `content -> 'actor' ->> 'id' = $1`,
    exported: ['content', 'created_at'],
    erased: { overwritten: { content: `content || jsonb_build_object('actor', ${namelessActor})` } },
  },
  // Whose turn was last. While it runs, that is the place from which it goes on.
  {
    table: 'broadcasts',
    of: `after_user_id = $1 and state <> 'RUNNING'`,
    exported: [],
    erased: { overwritten: { after_user_id: `''` } },
  },
  {
    table: 'broadcast_parts',
    of: '(after_user_id = $1 or through_user_id = $1)',
    exported: [],
    erased: { kept: 'Places between which a broadcast is being sent. They go when it is, within moments.' },
  },
];
