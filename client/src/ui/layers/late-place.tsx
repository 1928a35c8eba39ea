import { Suspense, type ReactNode } from 'react';
import { isOnline } from '../../browser/line.ts';
import { Boundary } from '../page/boundary.tsx';
import { toastFailure } from './toast.ts';
import { say } from '../../words/words.ts';

type Props = {
  children: ReactNode;
  /** Stands there until it has come. */
  meanwhile?: ReactNode;
  onClose: () => void;
};

/** Around what is opened by a button and whose code comes late: where it does not come, that is told and nothing else. */
export function LatePlace({ children, meanwhile = null, onClose }: Props) {
  const close = () => {
    onClose();
    toastFailure(say('ui.didNotOpen'), say(isOnline() ? 'error.noAnswer' : 'error.offline'));
  };
  return (
    <Boundary fallback={null} onFail={close}>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </Boundary>
  );
}
