import { Button, Skeleton } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';

const RETRY_EVERY = 15_000;

/** Under a list that is empty as far as is known. */
export const OUT_OF_DATE = 'You are not connected just now. What has come since shows as soon as you are.';

type Props = { icon: ReactNode; title: string; children?: ReactNode; action?: ReactNode; role?: 'alert' };

/** A quiet page-sized message: nothing here, not found, not available. */
export function StateMessage({ icon, title, children, action, role }: Props) {
  return (
    <div className="state" role={role}>
      <div className="state-icon" aria-hidden="true">
        {icon}
      </div>
      <p className="state-title">{title}</p>
      {children && <p className="state-text">{children}</p>}
      {action && <div className="state-action">{action}</div>}
    </div>
  );
}

type FailureProps = { icon: ReactNode; why: string; onRetry: () => void };

/** Something could not be loaded. Tries again by itself: now and then, and as soon as the network is back. */
export function LoadFailure({ icon, why, onRetry }: FailureProps) {
  useEffect(() => {
    window.addEventListener('online', onRetry);
    const timer = setInterval(onRetry, RETRY_EVERY);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', onRetry);
    };
  }, [onRetry]);
  return (
    <StateMessage
      icon={icon}
      role="alert"
      title={navigator.onLine ? 'This did not load' : 'You are offline'}
      action={
        <Button variant="default" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      {navigator.onLine ? why : 'It will load by itself as soon as you are back online.'}
    </StateMessage>
  );
}

export function RowSkeletons({ count }: { count: number }) {
  return (
    <div role="status" aria-label="Loading" className="skeletons">
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="skeleton-row" aria-hidden="true">
          <Skeleton circle height={36} />
          <div>
            <Skeleton height={12} width={`${70 - ((index * 13) % 30)}%`} />
            <Skeleton height={10} width={`${45 - ((index * 7) % 20)}%`} mt={10} />
          </div>
        </div>
      ))}
    </div>
  );
}
