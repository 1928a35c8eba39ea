import { useContext, useEffect, useState, type ReactNode } from 'react';
import { Button } from '../buttons/button.tsx';
import { Skeleton } from './skeleton.tsx';
import { useWords } from '../../words/use-words.tsx';
import './states.css';
import { PagePlace } from './page-place.ts';
import { usePageHeading } from './use-page-heading.ts';

const RETRY_EVERY = 15_000;

/** Under a list that is empty as far as is known. */
export const OUT_OF_DATE = <OutOfDate />;

function OutOfDate() {
  return useWords()('ui.outOfDate');
}

type Props = { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode };

/** A quiet message in the place of a list: nothing here, not available. */
export function StateMessage({ title, ...props }: Props) {
  return <State {...props} part="empty" heading={<p className="state-title">{title}</p>} />;
}

/** A page that has nothing but a message: not found, gone. */
export function StatePage({ title, ...props }: Props) {
  const heading = usePageHeading(title);
  const Heading = useContext(PagePlace) === 'beside' ? 'h2' : 'h1';
  return (
    <div className="page">
      <State
        {...props}
        heading={
          <Heading ref={heading} tabIndex={-1} className="state-title">
            {title}
          </Heading>
        }
      />
    </div>
  );
}

type StateProps = Omit<Props, 'title'> & { heading: ReactNode; part?: string };

function State({ icon, heading, children, action, part }: StateProps) {
  return (
    <div className="state" part={part}>
      <div className="state-icon" aria-hidden="true">
        {icon}
      </div>
      {heading}
      {children && <p className="state-text">{children}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}

type FailureProps = { icon: ReactNode; why: string; onRetry: () => void };

/** Something could not be loaded. Tries again by itself: now and then, and as soon as the network is back. */
export function LoadFailure({ icon, why, onRetry }: FailureProps) {
  const say = useWords();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    window.addEventListener('online', onRetry);
    const timer = setInterval(onRetry, RETRY_EVERY);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', onRetry);
    };
  }, [onRetry]);
  const tryAgain = () => {
    setTries(tries + 1);
    onRetry();
  };
  return (
    <State
      part="failure"
      icon={icon}
      heading={
        // Said anew after each try that was asked for: in words that are the same a screen reader hears no change.
        <div key={tries} role="alert">
          <p className="state-title">{say(navigator.onLine ? 'ui.didNotLoad' : 'ui.offline')}</p>
          <p className="state-text">{navigator.onLine ? why : say('ui.loadsWhenOnline')}</p>
        </div>
      }
      action={
        <Button variant="default" onClick={tryAgain}>
          {say('ui.tryAgain')}
        </Button>
      }
    />
  );
}

export function RowSkeletons({ count }: { count: number }) {
  const say = useWords();
  return (
    <div role="status" aria-label={say('ui.loading')} className="skeletons">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="skeleton-row" aria-hidden="true">
          <Skeleton isRound width="2.25rem" height="2.25rem" />
          <div>
            <Skeleton height="0.75rem" width={`${70 - ((index * 13) % 30)}%`} />
            <Skeleton height="0.625rem" width={`${45 - ((index * 7) % 20)}%`} />
          </div>
        </div>
      ))}
    </div>
  );
}
