import { IconClick, IconX } from '@tabler/icons-react';
import { Suspense, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useOutlet, useParams } from 'react-router';
import { useMedia } from '../browser/use-media.ts';
import { whenIdle } from '../browser/idle.ts';
import { OpenBeside } from '../notifications/list/open-beside.ts';
import { useListSearch } from '../notifications/use-detail-path.ts';
import { IconLink } from '../ui/buttons/icon-button.tsx';
import { IN_LIST, PagePlace } from '../ui/page/page-place.ts';
import { RowSkeletons, StateMessage } from '../ui/page/states.tsx';
import { NotificationPage, NotificationsPage } from './pages.ts';
import { useWords } from '../words/use-words.tsx';
import './notification-panes.css';

/** 1,100 px, for those whose text has the usual size. */
const WIDE = '(min-width: 68.75em)';

/** The list of notifications and the page of one of them: side by side where there is room, else one or the other. */
export function NotificationPanes() {
  const isWide = useMedia(WIDE);
  const { id = null } = useParams();
  const detail = useOutlet();
  if (!isWide) return id === null ? <NotificationsPage /> : detail;
  return (
    <div className="panes">
      <OpenBeside.Provider value={id}>
        <PagePlace.Provider value={id === null ? 'alone' : 'list'}>
          <NotificationsPage />
        </PagePlace.Provider>
      </OpenBeside.Provider>
      <Beside id={id}>{detail}</Beside>
    </div>
  );
}

function Beside({ id, children }: { id: string | null; children: ReactNode }) {
  const say = useWords();
  const pane = useRef<HTMLElement>(null);
  const search = useListSearch();
  useEffect(() => whenIdle(NotificationPage.preload), []);
  // Another one begins at its own beginning.
  useLayoutEffect(() => void pane.current?.scrollTo?.({ top: 0 }), [id]);
  if (id === null) return <NothingOpen />;
  return (
    <section ref={pane} className="pane" aria-label={say('notification.details')}>
      <IconLink
        to={`/notifications${search}`}
        state={IN_LIST}
        className="pane-close"
        aria-label={say('app.closeDetails')}
        title={say('notification.close')}
      >
        <IconX size={18} stroke={1.7} aria-hidden="true" />
      </IconLink>
      <PagePlace.Provider value="beside">
        <Suspense fallback={<RowSkeletons count={2} />}>{children}</Suspense>
      </PagePlace.Provider>
    </section>
  );
}

function NothingOpen() {
  const say = useWords();
  return (
    <div className="pane pane-empty">
      <StateMessage icon={<IconClick size={28} stroke={1.5} />} title={say('app.nothingOpen')}>
        {say('app.detailsHere')}
      </StateMessage>
    </div>
  );
}
