import { IconArrowLeft, IconCloudOff, IconFileOff } from '@tabler/icons-react';
import { Fragment, useCallback, useEffect, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { errorText } from '../inbox/error-text.ts';
import type { ApplicationCardFragment } from '../generated/graphql.ts';
import { useApplicationQuery } from '../generated/applications.ts';
import { Alert } from '../ui/page/alert.tsx';
import { ButtonLink } from '../ui/buttons/button.tsx';
import { Page } from '../ui/page/page.tsx';
import { PersonName } from '../ui/words/person-name.tsx';
import { RelativeTime } from '../ui/words/relative-time.tsx';
import { LoadFailure, RowSkeletons, StatePage } from '../ui/page/states.tsx';
import { StatusBadge } from './application-status.tsx';
import { DecisionForm } from './decision-form.tsx';
import { Said, useWords } from '../words/use-words.tsx';
import './applications.css';

type PageProps = {
  viewerId: string;
  /** Where the reader says whether they want to hear of it. */
  muting?: (application: { id: string; title: string }) => ReactNode;
  /** Stands there while the application does: what is about it has been seen. */
  opened?: (application: { id: string }) => ReactNode;
};

export function ApplicationPage({ viewerId, muting, opened }: PageProps) {
  const say = useWords();
  const { id = '' } = useParams();
  const { data, error, refetch } = useApplicationQuery({
    variables: { id },
    fetchPolicy: 'cache-and-network',
  });
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const application = data?.application;
  // A notification says that it was decided, and no more.
  const isUntold = application && application.status !== 'SUBMITTED' && application.decidedAt === null;
  useEffect(() => {
    if (isUntold) retry();
  }, [isUntold, retry]);
  if (application)
    return (
      <Fragment key={id}>
        {opened?.(application)}
        <Application
          application={application}
          viewerId={viewerId}
          muting={muting?.(application)}
          onStale={retry}
        />
      </Fragment>
    );
  if (data) return <NoApplication />;
  return (
    <Page title={say('application.one')} narrow>
      {error && <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />}
      {!error && <RowSkeletons count={3} />}
    </Page>
  );
}

type Props = {
  application: ApplicationCardFragment & { isMuted: boolean };
  viewerId: string;
  muting: ReactNode;
  onStale: () => void;
};

function Application({ application, viewerId, muting, onStale }: Props) {
  const say = useWords();
  const [wasTooLate, setTooLate] = useState(false);
  const { id, title, status, candidate, instructor, createdAt } = application;
  const isDecidable = status === 'SUBMITTED' && instructor.id === viewerId;
  const onConflict = () => {
    setTooLate(true);
    onStale();
  };
  return (
    <Page title={title} lead={<StatusBadge status={status} />} narrow>
      {wasTooLate && status !== 'SUBMITTED' && (
        <Alert color="yellow" role="alert">
          {application.decidedBy ? (
            <Said
              of={status === 'APPROVED' ? 'application.alreadyApproved' : 'application.alreadyRejected'}
              with={{ name: <PersonName name={application.decidedBy.name} /> }}
            />
          ) : (
            say(
              status === 'APPROVED'
                ? 'application.alreadyApprovedBySomebody'
                : 'application.alreadyRejectedBySomebody',
            )
          )}
        </Alert>
      )}
      <dl className="card facts">
        <Fact name={say('application.candidate')}>
          <PersonName name={candidate.name} />
        </Fact>
        <Fact name={say('application.instructor')}>
          <PersonName name={instructor.name} />
        </Fact>
        <Fact name={say('application.submitted')}>
          <RelativeTime at={createdAt} />
        </Fact>
        {application.decidedAt && (
          <Fact name={say('application.decided')}>
            {application.decidedBy ? (
              <Said
                of="application.decidedBy"
                with={{
                  when: <RelativeTime at={application.decidedAt} />,
                  name: <PersonName name={application.decidedBy.name} />,
                }}
              />
            ) : (
              <RelativeTime at={application.decidedAt} />
            )}
          </Fact>
        )}
        {application.reason && (
          <Fact name={say('application.reason')}>
            <span className="prose" dir="auto">
              {application.reason}
            </span>
          </Fact>
        )}
      </dl>
      {isDecidable && <DecisionForm id={id} onConflict={onConflict} />}
      {status === 'SUBMITTED' && candidate.id === viewerId && !application.isMuted && (
        <p className="hint">{say('application.needNotWait')}</p>
      )}
      {muting && <div className="app-muting">{muting}</div>}
      <BackToApplications />
    </Page>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function BackToApplications() {
  const say = useWords();
  return (
    <ButtonLink
      to="/applications"
      variant="subtle"
      color="gray"
      className="back"
      icon={<IconArrowLeft className="points" size={16} aria-hidden="true" />}
    >
      {say('application.all')}
    </ButtonLink>
  );
}

function NoApplication() {
  const say = useWords();
  return (
    <StatePage
      icon={<IconFileOff size={28} stroke={1.5} />}
      title={say('application.notThere')}
      action={<BackToApplications />}
    >
      {say('application.notThereWhy')}
    </StatePage>
  );
}
