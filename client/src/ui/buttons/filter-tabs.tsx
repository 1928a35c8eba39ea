import { useEffect, useLayoutEffect, useRef } from 'react';
import { NavigationType, useLocation, useNavigationType } from 'react-router';
import { PageLink } from '../words/page-link.tsx';
import './choice-line.css';
import './filter-tabs.css';
import { isFocusLost } from '../attention/keep-focus.ts';
import { wasAt } from '../page/use-page-heading.ts';
import { useWords } from '../../words/use-words.tsx';

type Tab = {
  label: string;
  to: string;
  isCurrent: boolean;
  /** Of what waits there; none is not said. */
  unread?: number | undefined;
};

/** Views of one list as real links, so that each has an address and the back button works. */
export function FilterTabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const say = useWords();
  const line = useRef<HTMLElement>(null);
  const current = useRef<HTMLAnchorElement>(null);
  const navigation = useNavigationType();
  const { pathname } = useLocation();
  useLayoutEffect(() => {
    // Chosen, and made anew with the list: whoever goes by keyboard is still there.
    if (navigation === NavigationType.Replace && wasAt(pathname) && isFocusLost()) current.current?.focus();
  }, [navigation, pathname]);
  // Into the middle of a line that is too long; without the page, which may stand elsewhere.
  useEffect(() => {
    // Told once the browser has laid them out, before anything is painted: to ask it would mean to wait for that.
    const laidOut = new ResizeObserver(() => {
      laidOut.disconnect();
      line.current?.scrollBy?.(middleOf(current.current) - middleOf(line.current), 0);
    });
    if (line.current) laidOut.observe(line.current);
    return () => laidOut.disconnect();
  }, []);
  return (
    <nav ref={line} className="tabs choice-line" aria-label={label}>
      {tabs.map((tab) => (
        <PageLink
          key={tab.label}
          ref={tab.isCurrent ? current : undefined}
          to={tab.to}
          className="tab"
          aria-current={tab.isCurrent ? 'page' : undefined}
          replace
        >
          {tab.label}
          {Boolean(tab.unread) && (
            <span className="tab-count">
              {' '}
              {tab.unread}
              <span className="visually-hidden"> {say('filter.unread')}</span>
            </span>
          )}
        </PageLink>
      ))}
    </nav>
  );
}

function middleOf(element: Element | null): number {
  const { left = 0, right = 0 } = element?.getBoundingClientRect() ?? {};
  return (left + right) / 2;
}
