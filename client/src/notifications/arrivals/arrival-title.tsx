import { useContext, type MouseEvent, type ReactNode } from 'react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { PageLink } from '../../ui/router.ts';
import { SmartLink } from '../../ui/words/smart-link.tsx';
import { destinationOf } from '../notification-target.ts';
import { PagesContext } from '../pages.ts';

type Props = {
  row: NotificationRowFragment;
  onClick: (event: MouseEvent) => void;
  children: ReactNode;
};

/** Leads straight to what it is about, or to its own page when it is about nothing else. */
export function ArrivalTitle({ row, onClick, children }: Props) {
  const ownPath = useContext(PagesContext).notification?.(row.id);
  return (
    <SmartLink to={destinationOf(row, ownPath)} className="arrival-title" onClick={onClick}>
      {children}
    </SmartLink>
  );
}

/** Leads to the list of all, where there is a page of that. */
export function SumTitle({ onClick, children }: Pick<Props, 'children'> & { onClick: () => void }) {
  const { inbox } = useContext(PagesContext);
  if (inbox === null) return <span className="arrival-title">{children}</span>;
  return (
    <PageLink to={inbox} className="arrival-title" onClick={onClick}>
      {children}
    </PageLink>
  );
}
