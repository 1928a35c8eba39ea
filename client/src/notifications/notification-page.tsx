import { Button } from '@mantine/core';
import { IconArrowLeft, IconBellOff, IconCloudOff, IconExternalLink } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { errorText } from '../apollo/error-text.ts';
import type { NotificationRowFragment } from '../generated/graphql.ts';
import { useNotificationQuery } from '../generated/hooks.ts';
import { Page } from '../ui/page.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { SmartLink } from '../ui/smart-link.tsx';
import { LoadFailure, RowSkeletons, StateMessage } from '../ui/states.tsx';
import { NotificationIcon } from './notification-icon.tsx';
import { targetOf } from './notification-target.ts';
import { useMarking } from './use-marking.ts';

export function NotificationPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useNotificationQuery({ variables: { id } });
  const retry = useCallback(() => void refetch().catch(() => undefined), [refetch]);
  const notification = data?.notification;
  if (notification) return <Notification key={id} notification={notification} />;
  if (data) return <NoNotification />;
  if (error) return <LoadFailure icon={<IconCloudOff size={28} />} why={errorText(error)} onRetry={retry} />;
  return <RowSkeletons count={2} />;
}

function Notification({ notification }: { notification: NotificationRowFragment }) {
  const { id, title, message, type, createdAt, isRead } = notification;
  const { markAsRead, markAsUnread } = useMarking();
  const wasOpened = useRef(false);
  useEffect(() => {
    // Once: a reader who marks it unread again means it.
    if (wasOpened.current) return;
    wasOpened.current = true;
    if (!isRead) void markAsRead(id);
  }, [id, isRead, markAsRead]);
  const target = targetOf(notification);
  return (
    <Page title={title} lead={<RelativeTime at={createdAt} />} narrow>
      <div className="card detail">
        <NotificationIcon type={type} />
        <p className="prose" dir="auto">
          {message}
        </p>
      </div>
      <div className="detail-actions">
        {target && (
          <SmartLink to={target.url} className="link-button">
            {target.label}
            {target.url.kind === 'external' && <IconExternalLink size={15} aria-hidden="true" />}
          </SmartLink>
        )}
        <Button variant="default" onClick={() => void (isRead ? markAsUnread(id) : markAsRead(id))}>
          {isRead ? 'Mark as unread' : 'Mark as read'}
        </Button>
      </div>
      <BackToNotifications />
    </Page>
  );
}

function BackToNotifications() {
  return (
    <Button
      component={Link}
      to="/notifications"
      variant="subtle"
      color="gray"
      mt="lg"
      leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
    >
      All notifications
    </Button>
  );
}

function NoNotification() {
  return (
    <StateMessage
      icon={<IconBellOff size={28} stroke={1.5} />}
      title="This notification is not there"
      action={<BackToNotifications />}
    >
      It may have been removed.
    </StateMessage>
  );
}
