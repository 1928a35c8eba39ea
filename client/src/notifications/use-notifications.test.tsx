import '../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { Frame, sessionClient } from '../../test/render.tsx';
import { inboxFilters } from './inbox-filter.ts';
import { useNotifications } from './use-notifications.ts';

let inbox: FakeInbox;

function start(options?: Parameters<typeof useNotifications>[0]) {
  const client = sessionClient(inbox);
  return renderHook(() => useNotifications(options), {
    wrapper: ({ children }) => <Frame client={client}>{children}</Frame>,
  });
}

async function started(options?: Parameters<typeof useNotifications>[0]) {
  const hook = start(options);
  await waitFor(() => expect(hook.result.current.loading).toBe(false));
  await waitFor(() => expect(hook.result.current.unreadCount).toBeDefined());
  return hook.result;
}

beforeEach(() => {
  inbox = new FakeInbox();
  for (let i = 0; i < 25; i++) inbox.add();
});

describe('useNotifications', () => {
  it('loads, says how many are unread, and pages on to the end', async () => {
    const { result } = start();
    expect(result.current).toMatchObject({ loading: true, notifications: [], hasMore: false });
    await waitFor(() => expect(result.current.notifications).toHaveLength(20));
    expect(result.current).toMatchObject({ loading: false, unreadCount: 25, hasMore: true });
    await act(() => result.current.loadMore());
    await waitFor(() => expect(result.current.notifications).toHaveLength(25));
    expect(result.current.notifications.map(({ id }) => id)).toEqual(inbox.rows.map(({ id }) => id));
    expect(result.current.hasMore).toBe(false);
  });

  it('gives an error that can be retried', async () => {
    inbox.fail('Notifications', 'SERVICE_UNAVAILABLE');
    const { result } = start();
    await waitFor(() => expect(result.current.error).toBeDefined());
    inbox.fail('Notifications', undefined);
    act(() => result.current.retry());
    await waitFor(() => expect(result.current.notifications).toHaveLength(20));
    expect(result.current.error).toBeUndefined();
  });

  it('marks at once, while the count waits for the answer', async () => {
    const result = await started();
    const deliver = inbox.hold('MarkAsRead');
    act(() => void result.current.markAsRead('n25'));
    await waitFor(() => expect(result.current.notifications[0]?.isRead).toBe(true));
    expect(result.current.unreadCount).toBe(25);
    deliver();
    await waitFor(() => expect(result.current.unreadCount).toBe(24));
    await act(() => result.current.markAsUnread('n25'));
    expect(result.current.notifications[0]?.isRead).toBe(false);
    expect(result.current.unreadCount).toBe(25);
  });

  it('puts the row back and says why when the server refuses', async () => {
    const result = await started();
    inbox.fail('MarkAsRead', 'SERVICE_UNAVAILABLE');
    let marking: Promise<boolean> | undefined;
    act(() => void (marking = result.current.markAsRead('n25')));
    expect(await marking).toBe(false);
    await waitFor(() => expect(result.current.notifications[0]?.isRead).toBe(false));
    expect(result.current.unreadCount).toBe(25);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Could not mark as read');
    expect(alert).toHaveTextContent('The service is busy right now');
  });

  it('marks all that stood there when the reader looked, and spares what came since', async () => {
    const result = await started({ filter: inboxFilters.all });
    const seen = inbox.seq;
    inbox.add();
    await act(() => result.current.markAllAsRead());
    expect(inbox.operations('MarkAllAsRead')).toEqual([{ upToSeq: seen, filter: { state: 'INBOX' } }]);
    expect(result.current.notifications.every(({ isRead }) => isRead)).toBe(true);
    expect(result.current.unreadCount).toBe(1);
  });

  it('undoes mark all when it fails', async () => {
    const result = await started();
    inbox.fail('MarkAllAsRead', 'FORBIDDEN');
    await act(() => result.current.markAllAsRead());
    expect(result.current.notifications.some(({ isRead }) => isRead)).toBe(false);
    expect(await screen.findByText('Could not mark all as read')).toBeInTheDocument();
  });
});
