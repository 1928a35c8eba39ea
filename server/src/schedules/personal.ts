import { namelessActor } from '../inbox/nameless.ts';
import type { Personal } from '../platform/personal.ts';
import { theirSender } from '../users/nameless.ts';

/** What is to be sent to somebody, by them, or about what they did. */
export const personalInSchedules: readonly Personal[] = [
  {
    table: 'scheduled_sends',
    of: `(recipient_id = $1 or service = ${theirSender})`,
    exported: ['input', 'at', 'state'],
    erased: 'deleted',
  },
  {
    table: 'scheduled_sends',
    of: `input::jsonb -> 'actor' ->> 'id' = $1`,
    exported: ['input', 'at'],
    erased: {
      overwritten: { input: `(input::jsonb || jsonb_build_object('actor', ${namelessActor}))::text` },
    },
  },
];
