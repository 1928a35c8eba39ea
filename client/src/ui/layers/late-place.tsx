import { Suspense, type ReactNode } from 'react';
import { isOnline } from '../../browser/line.ts';
import { Boundary } from '../page/boundary.tsx';
import { toastFailure } from './toast.ts';

type Props = { children: ReactNode; onClose: () => void };

/** Around what is opened by a button and whose code comes late: where it does not come, that is told and nothing else. */
export function LatePlace({ children, onClose }: Props) {
  const close = () => {
    onClose();
    toastFailure('This did not open', isOnline() ? 'The server could not be reached.' : 'You are offline.');
  };
  return (
    <Boundary fallback={null} onFail={close}>
      <Suspense fallback={null}>{children}</Suspense>
    </Boundary>
  );
}
