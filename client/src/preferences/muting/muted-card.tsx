import { linkOf } from '../../../../server/src/platform/text/link.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { nameOf, refOf, type Subject } from '../../inbox/subjects/subject.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { SmartLink } from '../../ui/words/smart-link.tsx';
import { useHints } from '../rehearsal/use-hints.ts';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { useWords } from '../../words/use-words.tsx';

export function MutedCard({ subjects }: { subjects: Subject[] }) {
  const say = useWords();
  const { unmute } = usePreferenceChanges();
  const hintsOf = useHints();
  return (
    <section id={PLACES.muted} className="card place" tabIndex={-1} aria-labelledby="muted-title">
      <h2 id="muted-title">{say('preferences.mutedTitle')}</h2>
      <p className="card-lead">
        {say(subjects.length === 0 ? 'preferences.nothingMuted' : 'preferences.mutedLead')}
      </p>
      {subjects.length > 0 && (
        <ul className="muted-list">
          {subjects.map((subject) => (
            <li key={`${subject.type} ${subject.subjectId}`}>
              <MutedName subject={subject} />
              <Button
                variant="default"
                size="small"
                {...hintsOf(() => ({ unmute: refOf(subject) }))}
                aria-label={say('preferences.unmuteName', { name: nameOf(subject) })}
                onClick={() => void unmute(subject)}
              >
                {say('preferences.unmute')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** With a way there, if it leads to where a link may lead. */
function MutedName({ subject }: { subject: Subject }) {
  const link = linkOf(subject.url ?? '');
  if (!link) return <span dir="auto">{nameOf(subject)}</span>;
  return (
    <SmartLink to={link} dir="auto">
      {nameOf(subject)}
    </SmartLink>
  );
}
