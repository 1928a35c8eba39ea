import type { PreferenceChangeInput } from '../../generated/graphql.ts';
import { useRehearsalQuery } from '../../generated/hooks.ts';
import { isolated } from '../../../../server/src/platform/text/bidi.ts';
import { rehearsalWords } from './rehearsal-words.ts';

/** What a change would have made of the last days, with some of what was read and would have come less. */
export function RehearsalText({ change }: { change: PreferenceChangeInput }) {
  const { data, error } = useRehearsalQuery({ variables: { change }, fetchPolicy: 'no-cache' });
  if (error) return 'What this would have changed cannot be said now.';
  if (!data) return 'Looking at the last 30 days…';
  const { examples } = data.rehearsal;
  const titles = examples.map(({ title }) => `“${isolated(title)}”`).join(', ');
  return (
    <>
      {rehearsalWords(data.rehearsal)}
      {titles && <span className="rehearsal-examples">Among these: {titles}</span>}
    </>
  );
}
