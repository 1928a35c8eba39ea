import { Link } from 'react-router';
import { Button } from '../../ui/buttons/button.tsx';
import { usePreferenceChanges } from '../use-preference-changes.ts';
import { PLACES } from '../../../../server/src/platform/text/places.ts';

type Props = { applications: { id: string; title: string }[] };

export function MutedApplicationsCard({ applications }: Props) {
  const { unmute } = usePreferenceChanges();
  return (
    <section id={PLACES.muted} className="card place" tabIndex={-1} aria-labelledby="muted-title">
      <h2 id="muted-title">Muted applications</h2>
      <p className="card-lead">
        {applications.length === 0
          ? 'None. You can mute an application on its page, or where you see why something reached you.'
          : 'They neither ring nor send e-mails. What happens in them still comes to your inbox.'}
      </p>
      {applications.length > 0 && (
        <ul className="muted-list">
          {applications.map((application) => (
            <li key={application.id}>
              <Link to={`/applications/${encodeURIComponent(application.id)}`} dir="auto">
                {application.title}
              </Link>
              <Button
                variant="default"
                size="small"
                aria-label={`Unmute ${application.title}`}
                onClick={() => void unmute(application)}
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
