import { IconArchive, IconArrowLeft, IconBellOff, IconCloudOff, IconTrash } from '@tabler/icons-react';
import { useCallback, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { errorText } from '../../inbox/error-text.ts';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import type { Subject } from '../../inbox/subjects/subject.ts';
import { useNotificationQuery } from '../../generated/inbox.ts';
import { ButtonLink } from '../../ui/buttons/button.tsx';
import { PagePlace } from '../../ui/page/page-place.ts';
import { Page } from '../../ui/page/page.tsx';
import { RelativeTime } from '../../ui/words/relative-time.tsx';
import { LoadFailure, RowSkeletons, StatePage } from '../../ui/page/states.tsx';
import { useIsPageVisible } from '../../browser/tab-visibility.ts';
import { ActionButtons } from '../actions/action-buttons.tsx';
import { ActorNames } from '../actor-names.tsx';
import { CountMark } from '../count-mark.tsx';
import { NotificationIcon } from '../notification-icon.tsx';
import { SeverityMark } from '../severity-mark.tsx';
import { RowState } from '../row/row-state.tsx';
import { NotificationOutcome } from '../row/notification-outcome.tsx';
import { useListSearch } from '../use-detail-path.ts';
import { AboutTheSame } from './about-the-same.tsx';
import { DetailActions } from './detail-actions.tsx';
import { NotificationWhy } from './notification-why.tsx';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { Said, useWords } from '../../words/use-words.tsx';
import './detail.css';

type Props = {
  /** Where the reader says whether they want to hear of what it is about. */
  muting?: (subject: Subject) => ReactNode;
};

export function NotificationPage({ muting }: Props) {
  const say = useWords();
  const { id = '' } = useParams();
  // Once it is there, only a removal can take it out of the cache: asking the network again would tell nothing new.
  const { data, error, refetch } = useNotificationQuery({
    variables: { id },
    nextFetchPolicy: 'cache-only',
  });
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const notification = data?.notification;
  const [shownId, setShownId] = useState<string>();
  if (notification && shownId !== id) setShownId(id);
  if (notification) return <Notification key={id} notification={notification} muting={muting} />;
  if (shownId === id) return <DeletedNotification />;
  if (data) return <NoNotification />;
  return (
    <Page title={say('notification.one')} narrow>
      {error && <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />}
      {!error && <RowSkeletons count={2} />}
    </Page>
  );
}

function Notification({ notification, muting }: Props & { notification: NotificationRowFragment }) {
  const { id, seq, title, message, imageUrl, isRead, subject } = notification;
  const { markAsRead } = useMarking();
  const isVisible = useIsPageVisible();
  const openedAt = useRef<number>(undefined);
  useEffect(() => {
    // Once, and again when it has grown: a reader who marks it unread means it.
    if (!isVisible || openedAt.current === seq) return;
    openedAt.current = seq;
    if (!isRead) void markAsRead(id);
  }, [id, seq, isRead, isVisible, markAsRead]);
  return (
    <Page title={title} lead={<Lead notification={notification} />} narrow>
      <div className="card detail">
        <NotificationIcon of={notification} />
        <div className="detail-text">
          <p className="prose" dir="auto">
            {message}
          </p>
          {imageUrl && <Picture url={imageUrl} />}
          <NotificationOutcome notification={notification} isWhole />
          <ActionButtons row={notification} />
        </div>
      </div>
      <DetailActions notification={notification} />
      {subject && <AboutTheSame subject={subject} butId={id} />}
      <NotificationWhy notification={notification} muting={subject && muting?.(subject)} />
      <BackToNotifications />
    </Page>
  );
}

function Lead({ notification }: { notification: NotificationRowFragment }) {
  const say = useWords();
  const { createdAt, archivedAt, severity, count, actorCount } = notification;
  return (
    <span className="detail-lead">
      <SeverityMark severity={severity} isInWords />
      {count > 1 && <CountMark count={count} isInWords />}
      <RelativeTime at={createdAt} />
      {actorCount > 0 && (
        <span>
          <Said of="notification.by" with={{ names: <ActorNames of={notification} /> }} />
        </span>
      )}
      <RowState row={{ ...notification, archivedAt: null }} />
      {archivedAt !== null && (
        <span className="detail-archived">
          <IconArchive size={15} stroke={1.7} aria-hidden="true" />
          {say('notification.archived')}
        </span>
      )}
    </span>
  );
}

/** What its sender wanted shown with it, in a space that is kept for it. */
function Picture({ url }: { url: string }) {
  return (
    <img
      className="detail-picture"
      src={url}
      alt=""
      width={320}
      height={180}
      loading="lazy"
      referrerPolicy="no-referrer"
    />
  );
}

function BackToNotifications() {
  const say = useWords();
  const search = useListSearch();
  // They are there.
  if (useContext(PagePlace) === 'beside') return null;
  return (
    <ButtonLink
      to={`/notifications${search}`}
      variant="subtle"
      color="gray"
      className="back"
      icon={<IconArrowLeft className="points" size={16} aria-hidden="true" />}
    >
      {say('notification.all')}
    </ButtonLink>
  );
}

function NoNotification() {
  const say = useWords();
  return (
    <StatePage
      icon={<IconBellOff size={28} stroke={1.5} />}
      title={say('notification.notThere')}
      action={<BackToNotifications />}
    >
      {say('notification.notThereWhy')}
    </StatePage>
  );
}

/** It was here a moment ago, and went here or on another device. */
function DeletedNotification() {
  const say = useWords();
  return (
    <StatePage
      icon={<IconTrash size={28} stroke={1.5} />}
      title={say('notification.wasDeleted')}
      action={<BackToNotifications />}
    >
      {say('notification.wasDeletedWhy')}
    </StatePage>
  );
}
