import { namelessActor } from '../inbox/nameless.ts';
import type { Personal } from '../platform/personal.ts';

/** What hosts have said in SQL to somebody, or of what they did, and nobody has yet. */
export const personalInIntake: readonly Personal[] = ['intake', 'failed_intakes'].flatMap((table) => [
  { table, of: 'recipient_id = $1', exported: ['input', 'created_at'], erased: 'deleted' as const },
  {
    table,
    of: `input -> 'actor' ->> 'id' = $1`,
    exported: ['input', 'created_at'],
    erased: { overwritten: { input: `input || jsonb_build_object('actor', ${namelessActor})` } },
  },
]);
