import type { PreferenceChangeInput } from '../../generated/graphql.ts';
import { useRehearsalQuery } from '../../generated/rehearsal.ts';
import { rehearsalWords } from './rehearsal-words.ts';
import { listWords } from '../../ui/words/list-words.ts';
import { useWords } from '../../words/use-words.tsx';

/** What a change would have made of the last days, with some of what was read and would have come less. */
export function RehearsalText({ change }: { change: PreferenceChangeInput }) {
  const say = useWords();
  const { data, error } = useRehearsalQuery({ variables: { change }, fetchPolicy: 'no-cache' });
  if (error) return say('preferences.cannotBeSaid');
  if (!data) return say('preferences.looking');
  const { examples } = data.rehearsal;
  const titles = listWords(examples.map(({ title }) => say('ui.quoted', { text: title })));
  return (
    <>
      {rehearsalWords(data.rehearsal)}
      {titles && <span className="rehearsal-examples">{say('preferences.amongThese', { titles })}</span>}
    </>
  );
}
