import { IconChevronRight } from '@tabler/icons-react';
import { PageLink } from '../ui/words/page-link.tsx';
import type { ApplicationCardFragment } from '../generated/graphql.ts';
import { PersonName } from '../ui/words/person-name.tsx';
import { RelativeTime } from '../ui/words/relative-time.tsx';
import { StatusBadge } from './application-status.tsx';
import { Said } from '../words/use-words.tsx';

export function ApplicationRow({
  application,
  viewerId,
}: {
  application: ApplicationCardFragment;
  viewerId: string;
}) {
  const { id, title, status, candidate, instructor, createdAt } = application;
  const isMine = candidate.id === viewerId;
  return (
    <li className="app-row">
      <PageLink to={`/applications/${id}`} className="app-row-link">
        <span className="app-row-main">
          <span className="app-row-title" dir="auto">
            {title}
          </span>
          <span className="app-row-meta">
            <Said
              of={isMine ? 'application.to' : 'application.from'}
              with={{ name: <PersonName name={isMine ? instructor.name : candidate.name} /> }}
            />
            {' · '}
            <RelativeTime at={createdAt} />
          </span>
        </span>
        <StatusBadge status={status} />
        <IconChevronRight className="app-row-chevron points" size={18} stroke={1.7} aria-hidden="true" />
      </PageLink>
    </li>
  );
}
