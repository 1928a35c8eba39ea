import { useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { PageLink, PlaceLink } from '../ui/words/page-link.tsx';
import type { SessionClient } from '../apollo/client.ts';
import { NotificationBell } from '../notifications/bell/notification-bell.tsx';
import { QuietNotice } from '../preferences/quiet/quiet-notice.tsx';
import { quietWords, useQuiet } from '../preferences/quiet/use-quiet.ts';
import { UserMenu } from '../session/user-menu.tsx';
import { BellMark } from '../ui/bell-mark.tsx';
import { ConnectionChip } from './connection-chip.tsx';
import { PageArrival } from './page-arrival.tsx';
import { LoadingPage } from './loading-page.tsx';
import { useTopHeight } from './use-top-height.ts';
import { useWords } from '../words/use-words.tsx';

/** What stands around every page of a signed-in reader. */
export function Shell({ client }: { client: SessionClient }) {
  const say = useWords();
  const quiet = useQuiet();
  const { pathname } = useLocation();
  const header = useRef<HTMLElement>(null);
  useTopHeight(header);
  return (
    <>
      <a href="#content" className="skip-link">
        {say('app.skip')}
      </a>
      <header ref={header} className="top">
        <div className="top-inner">
          <PageLink to="/applications" className="brand" aria-label={say('app.home')}>
            <BellMark />
            <span className="brand-name">Carillon</span>
          </PageLink>
          <nav className="top-nav" aria-label={say('app.main')}>
            <PlaceLink to="/applications">{say('app.applications')}</PlaceLink>
            <PlaceLink to="/notifications" className="top-nav-wide">
              {say('app.notifications')}
            </PlaceLink>
          </nav>
          <div className="top-side">
            <ConnectionChip connection={client.connection} />
            <NotificationBell quiet={quiet && quietWords(quiet)} notice={<QuietNotice />} />
            <UserMenu />
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="content">
        <PageArrival place={pathname} waiting={<LoadingPage />}>
          <Outlet />
        </PageArrival>
      </main>
    </>
  );
}
