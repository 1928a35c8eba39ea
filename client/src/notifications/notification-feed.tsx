import type { KeyboardEvent } from 'react';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { dayHeading, useNow } from '../ui/relative-time.tsx';
import { NotificationRow, type RowActions } from './notification-row.tsx';

type Props = RowActions & {
  rows: NotificationRowFragment[];
  label: string;
  isBusy?: boolean;
  withDays?: boolean;
};

export function NotificationFeed({ rows, label, isBusy = false, withDays = false, ...actions }: Props) {
  const now = useNow();
  const dayOf = (row: NotificationRowFragment | undefined) =>
    row && dayHeading(Date.parse(row.createdAt), now);
  return (
    <div role="feed" aria-label={label} aria-busy={isBusy} className="feed" onKeyDown={moveBetweenArticles}>
      {rows.map((row, index) => {
        const day = withDays && dayOf(row) !== dayOf(rows[index - 1]) ? dayOf(row) : undefined;
        const heading = day && <h2 className="feed-day">{day}</h2>;
        return <NotificationRow key={row.id} row={row} position={index + 1} heading={heading} {...actions} />;
      })}
    </div>
  );
}

/** The keys of the ARIA feed pattern: a page is one article. */
function moveBetweenArticles(event: KeyboardEvent<HTMLElement>): void {
  const step = { PageDown: 1, PageUp: -1 }[event.key];
  if (!step) return;
  const articles = [...event.currentTarget.querySelectorAll<HTMLElement>('article')];
  const current = articles.findIndex((article) => article.contains(document.activeElement));
  const next = articles[current + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
