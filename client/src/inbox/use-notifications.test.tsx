import '../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, renderHook, screen, waitFor } from '@testing-library/react';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { Frame, sessionClient } from '../../test/render.tsx';
import { inboxFilters } from './lists/filter.ts';
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

const ids = (result: Awaited<ReturnType<typeof started>>) => result.current.notifications.map(({ id }) => id);

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
    inbox.fail('MarkAsRead', undefined);
    act(() => screen.getByRole('button', { name: 'Try again' }).click());
    await waitFor(() => expect(result.current.notifications[0]?.isRead).toBe(true));
    expect(result.current.unreadCount).toBe(24);
    expect(screen.queryByText('Could not mark as read')).not.toBeInTheDocument();
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
    await waitFor(() => expect(result.current.notifications.some(({ isRead }) => isRead)).toBe(false));
    expect(await screen.findByText('Could not mark all as read')).toBeInTheDocument();
  });

  it('archives at once, while the count waits for the answer', async () => {
    const result = await started();
    const deliver = inbox.hold('ArchiveNotifications');
    act(() => void result.current.archive('n25'));
    await waitFor(() => expect(ids(result)[0]).toBe('n24'));
    expect(result.current.unreadCount).toBe(25);
    deliver();
    await waitFor(() => expect(result.current.unreadCount).toBe(24));
    expect(ids(result)).not.toContain('n25');
  });

  it('lets nothing that arrives wait for an archiving under way', async () => {
    const result = await started();
    const deliver = inbox.hold('ArchiveNotifications');
    act(() => void result.current.archive('n25'));
    await waitFor(() => expect(ids(result)[0]).toBe('n24'));
    inbox.add({ id: 'new' });
    act(() => result.current.retry());
    await waitFor(() => expect(ids(result).slice(0, 2)).toEqual(['new', 'n24']));
    expect(result.current.unreadCount).toBe(25);
    deliver();
  });

  it.each([
    ['archive', 'ArchiveNotifications', 'Could not archive'],
    ['remove', 'DeleteNotifications', 'Could not delete'],
  ] as const)('puts the row back and says why when the server refuses to %s', async (act_, name, words) => {
    const result = await started();
    inbox.fail(name, 'SERVICE_UNAVAILABLE');
    const answer = inbox.hold(name);
    let work: Promise<boolean> | undefined;
    act(() => void (work = result.current[act_]('n25')));
    await waitFor(() => expect(ids(result)[0]).toBe('n24'));
    answer();
    expect(await work).toBe(false);
    await waitFor(() => expect(ids(result).slice(0, 2)).toEqual(['n25', 'n24']));
    expect(result.current.unreadCount).toBe(25);
    expect(await screen.findByText(words)).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument());
  });

  it('moves back to where it was', async () => {
    const result = await started();
    await act(() => result.current.archive('n24'));
    await waitFor(() => expect(ids(result).slice(0, 2)).toEqual(['n25', 'n23']));
    await act(() => result.current.unarchive('n24'));
    await waitFor(() => expect(ids(result).slice(0, 3)).toEqual(['n25', 'n24', 'n23']));
    expect(result.current.unreadCount).toBe(25);
  });

  it('moves back also when nothing of the page it was on is left', async () => {
    const result = await started();
    for (const id of ids(result)) await act(() => result.current.archive(id));
    await waitFor(() => expect(ids(result)).toEqual([]));
    expect(result.current.hasMore).toBe(true);
    await act(() => result.current.unarchive('n20'));
    await waitFor(() => expect(ids(result)).toEqual(['n20']));
    await act(() => result.current.loadMore());
    await waitFor(() => expect(ids(result)).toEqual(['n20', 'n5', 'n4', 'n3', 'n2', 'n1']));
  });

  it('removes for good', async () => {
    const result = await started();
    await act(() => result.current.remove('n25'));
    await waitFor(() => expect(ids(result)[0]).toBe('n24'));
    expect(result.current.unreadCount).toBe(24);
    expect(inbox.rows).toHaveLength(24);
  });
});
