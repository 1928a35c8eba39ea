import { lazyPart } from '../../../src/ui/page/lazy-part.ts';
import { Drawn, type Drawing } from './drawing.tsx';
import { Shadow, type HostProps } from './shadow.tsx';

const InboxView = lazyPart(async () => (await import('./inbox-view.tsx')).InboxView);

/** The inbox as a list that loads on by itself, for a page of its own or a column of one. */
export function Inbox({
  renderRow,
  renderEmpty,
  renderHeader,
  renderActions,
  ...props
}: HostProps & Drawing) {
  return (
    <Shadow {...props} of="inbox">
      <Drawn by={{ renderRow, renderEmpty, renderHeader, renderActions }}>
        <InboxView />
      </Drawn>
    </Shadow>
  );
}
