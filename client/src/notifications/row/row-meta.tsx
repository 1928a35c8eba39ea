import { IconExternalLink } from '@tabler/icons-react';
import { useContext, type MouseEvent } from 'react';
import { PageLink } from '../../ui/router.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { nameOf, type Subject } from '../../inbox/subjects/subject.ts';
import { isElsewhere } from '../../ui/attention/use-whole-link.ts';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { ActorNames } from '../actor-names.tsx';
import { RowState } from './row-state.tsx';
import { Highlighted } from '../search/highlighted.tsx';
import { targetOf } from '../notification-target.ts';
import { PagesContext } from '../pages.ts';
import { useDetailPath } from '../use-detail-path.ts';
import { Said, useWords } from '../../words/use-words.tsx';

type Props = {
  row: NotificationRowFragment;
  titleId: string;
  /** The reader follows a link. */
  onFollow: (() => void) | undefined;
};

/** When it came and from whom, what it is about, where it leads if that is away from here, and the way to its own page. */
export function RowMeta({ row, titleId, onFollow }: Props) {
  const say = useWords();
  const target = targetOf(row)?.url;
  const detailPath = useDetailPath(row.id);
  const follow = (event: MouseEvent) => isElsewhere(event) || onFollow?.();
  return (
    <p className="note-meta" part="row-meta">
      <RelativeTime at={row.createdAt} part="row-time" />
      <RowState row={row} />
      <By row={row} />
      {row.subject && <About subject={row.subject} onClick={follow} />}
      {target?.kind === 'external' && (
        <span className="note-host">
          {new URL(target.href).host}
          <IconExternalLink className="points" size={13} aria-hidden="true" />
          <span className="visually-hidden">{say('notification.newTab')}</span>
        </span>
      )}
      {target && detailPath !== null && (
        <PageLink to={detailPath} className="note-details" aria-describedby={titleId} onClick={follow}>
          {say('notification.details')}
        </PageLink>
      )}
    </p>
  );
}

type AboutProps = { subject: Subject; onClick: (event: MouseEvent) => void };

/** A link to all that is about the same, where there is a page of that. */
function About({ subject, onClick }: AboutProps) {
  const say = useWords();
  const pages = useContext(PagesContext);
  const name = (
    <bdi>
      <Highlighted text={nameOf(subject)} />
    </bdi>
  );
  if (!pages.about) return <span className="note-subject">{name}</span>;
  return (
    <PageLink
      to={pages.about(subject)}
      className="note-subject"
      title={say('notification.showAllAbout')}
      onClick={onClick}
    >
      <span className="visually-hidden">{say('notification.allAbout')} </span>
      {name}
    </PageLink>
  );
}

/** Whose face it shows, unless its words have the name already. */
function By({ row }: Pick<Props, 'row'>) {
  const { actors, title, message } = row;
  if (actors.every(({ name }) => title.includes(name) || message.includes(name))) return null;
  return (
    <span className="note-by">
      <Said of="notification.by" with={{ names: <ActorNames of={row} /> }} />
    </span>
  );
}
