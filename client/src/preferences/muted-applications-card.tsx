import { Button } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'react-router';
import { usePreferenceChanges } from './use-preference-changes.ts';

type Props = { applications: { id: string; title: string }[] };

export function MutedApplicationsCard({ applications }: Props) {
  const { unmute } = usePreferenceChanges();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section id="muted" className="card place" tabIndex={-1} aria-labelledby="muted-title">
      <h2 id="muted-title" ref={heading} tabIndex={-1}>
        Muted applications
      </h2>
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
                size="compact-sm"
                aria-label={`Unmute ${application.title}`}
                onClick={() => {
                  // The row goes, and with it the button: on from the heading of what is left.
                  heading.current?.focus();
                  void unmute(application);
                }}
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
