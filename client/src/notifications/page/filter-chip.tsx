import { IconChevronDown, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import './filter-chips.css';

type Props = {
  kind: 'category' | 'about' | 'severity' | 'since' | 'until';
  name: string;
  without: string;
};

/** What the list is narrowed to, with the way back. A link, as the tabs are: each way to look at the list has an address. */
export function FilterChip({ kind, name, without }: Props) {
  return (
    <Link to={without} className="filter-chip" data-chosen replace title="Remove this filter">
      <span className="visually-hidden">Remove the filter: {kind} </span>
      <bdi>{name}</bdi>
      <IconX size={15} stroke={2} aria-hidden="true" />
    </Link>
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
  if (!unread) return null;
  return (
    <span className="filter-count">
      {unread}
      <span className="visually-hidden"> unread</span>
    </span>
  );
}
