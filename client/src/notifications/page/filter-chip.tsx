import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { PageLink } from '../../ui/words/page-link.tsx';
import { useWords } from '../../words/use-words.tsx';
import './filter-chips.css';

const REMOVE = {
  category: 'filter.removeCategory',
  about: 'filter.removeAbout',
  severity: 'filter.removeSeverity',
  since: 'filter.removeSince',
  until: 'filter.removeUntil',
} as const;

type Props = {
  kind: keyof typeof REMOVE;
  name: string;
  without: string;
};

/** What the list is narrowed to, with the way back. A link, as the tabs are: each way to look at the list has an address. */
export function FilterChip({ kind, name, without }: Props) {
  const say = useWords();
  return (
    <PageLink to={without} className="filter-chip" data-chosen replace title={say('filter.remove')}>
      <span className="visually-hidden">{say(REMOVE[kind])} </span>
      <bdi>{name}</bdi>
      <IconX size={15} stroke={2} aria-hidden="true" />
    </PageLink>
  );
}

/** What a menu of filters hangs on. */
export function FilterChipButton({ children }: { children: ReactNode }) {
  return (
    <span className="filter-chip">
      {children}
      <IconChevronDown size={15} stroke={1.9} aria-hidden="true" />
    </span>
  );
}

/** How many are unread, behind a name; nothing for none. */
export function UnreadCount({ unread }: { unread: number | undefined }) {
  const say = useWords();
  if (!unread) return null;
  return (
    <span className="filter-count">
      {unread}
      <span className="visually-hidden"> {say('filter.unread')}</span>
    </span>
  );
}
