import { InboxView } from './inbox-view.tsx';
import { Shadow, type HostProps } from './shadow.tsx';

/** The inbox as a list that loads on by itself, for a page of its own or a column of one. */
export function Inbox(props: HostProps) {
  return (
    <Shadow {...props} of="inbox">
      <InboxView />
    </Shadow>
  );
}
