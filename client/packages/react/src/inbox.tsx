import { lazyPart } from '../../../src/ui/page/lazy-part.ts';
import { Shadow, type HostProps } from './shadow.tsx';

const InboxView = lazyPart(async () => (await import('./inbox-view.tsx')).InboxView);

/** The inbox as a list that loads on by itself, for a page of its own or a column of one. */
export function Inbox(props: HostProps) {
  return (
    <Shadow {...props} of="inbox">
      <InboxView />
    </Shadow>
  );
}
