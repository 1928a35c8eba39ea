import { lazyPart } from '../../../src/ui/page/lazy-part.ts';
import { withWords } from '../../../src/words/load.ts';
import { Shadow, type HostProps } from './shadow.tsx';

const ToastsView = lazyPart(() =>
  withWords('acts', import('./toasts-view.tsx')).then((module) => module.ToastsView),
);

/**
 * What arrives, what can be undone and what could not be done, in a corner of the window. Mounted once. What shall not ring
 * for its reader now shows no toast.
 */
export function Toasts(props: HostProps) {
  return (
    <Shadow {...props} of="toasts">
      <ToastsView />
    </Shadow>
  );
}
