import { linkOf } from '../../../../server/src/platform/text/link.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';
import { nameOf, refOf, type Subject } from '../../inbox/subjects/subject.ts';
import { Button } from '../../ui/buttons/button.tsx';
import { SmartLink } from '../../ui/words/smart-link.tsx';
import { useHints } from '../rehearsal/use-hints.ts';
import { usePreferenceChanges } from '../use-preference-changes.ts';

export function MutedCard({ subjects }: { subjects: Subject[] }) {
  const { unmute } = usePreferenceChanges();
  const hintsOf = useHints();
  return (
    <section id={PLACES.muted} className="card place" tabIndex={-1} aria-labelledby="muted-title">
      <h2 id="muted-title">Muted</h2>
      <p className="card-lead">
        {subjects.length === 0
          ? 'Nothing. You can mute what a notification is about in the list, or where you see why something reached you.'
          : 'These neither ring nor send e-mails. What happens in them still comes to your inbox.'}
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
                aria-label={`Unmute ${nameOf(subject)}`}
                onClick={() => void unmute(subject)}
              >
                Unmute
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
