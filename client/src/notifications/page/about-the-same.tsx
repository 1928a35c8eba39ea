import { useId, useMemo } from 'react';
import { PageLink } from '../../ui/words/page-link.tsx';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { narrowed } from '../../inbox/lists/filter.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { useNotifications } from '../../inbox/use-notifications.ts';
import { useHeldTop } from '../../ui/attention/use-held-top.ts';
import { PartHeading } from '../../ui/page/page.tsx';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { pathAbout } from '../list/list-address.ts';
import { NotificationIcon } from '../notification-icon.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import { pathOf } from '../notification-target.ts';
import { useListSearch } from '../use-detail-path.ts';
import { Said, useWords } from '../../words/use-words.tsx';
import './about-the-same.css';

const NEWEST = 10;

type Props = { subject: Subject; butId: string };

/** What else the inbox has about the subject of a notification. Nothing where it has nothing, or that is not known. */
export function AboutTheSame({ subject: { type, subjectId, ...words }, butId }: Props) {
  const say = useWords();
  const id = useId();
  const filter = useMemo(() => narrowed('all', { subject: { type, id: subjectId } }), [type, subjectId]);
  const { notifications } = useNotifications({ filter });
  // What comes meanwhile shows as soon as the pointer has gone.
  const { shown, attention } = useHeldTop(notifications.filter((row) => row.id !== butId));
  const others = shown.slice(0, NEWEST);
  if (others.length === 0) return null;
  const subject = { type, subjectId, ...words };
  return (
    <section className="same" aria-labelledby={id}>
      <PartHeading id={id}>
        <Said of="notification.moreAbout" with={{ name: <bdi>{nameOf(subject)}</bdi> }} />
      </PartHeading>
      <ul className="card same-list" {...attention}>
        {others.map((row) => (
          <Other key={row.id} row={row} />
        ))}
      </ul>
      <PageLink to={pathAbout(subject)} className="same-all">
        {say('notification.showAllAbout')}
      </PageLink>
    </section>
  );
}

function Other({ row }: { row: NotificationRowFragment }) {
  const path = pathOf(row.id) + useListSearch();
  const say = useWords();
  return (
    <li>
      <PageLink to={path} className="same-link" data-unread={!row.isRead || undefined}>
        <NotificationIcon of={row} />
        <span className="same-title">
          {!row.isRead && <span className="visually-hidden">{say('notification.unreadMark')} </span>}
          <SeverityMark severity={row.severity} />
          <bdi>{row.title}</bdi>
        </span>
        <RelativeTime at={row.createdAt} className="same-time" />
      </PageLink>
    </li>
  );
}
