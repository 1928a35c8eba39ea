import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

async function show() {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationsPage />
    </>,
    '/notifications',
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  await screen.findAllByRole('article');
}

const markAll = async () => user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
const unread = () => inbox.rows.filter(({ readAt }) => !readAt).map(({ id }) => id);
const add = (count: number) => Array.from({ length: count }, () => inbox.add());

describe('"Mark all as read"', () => {
  it('can be undone, for exactly those that it marked', async () => {
    inbox.add({ readAt: '2026-01-01T00:00:00.000Z' });
    add(3);
    await show();
    await markAll();
    expect(await screen.findByText('3 marked as read')).toBeInTheDocument();
    expect(unread()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(unread()).toEqual(['n4', 'n3', 'n2']));
    await waitFor(() => expect(screen.getAllByText('Unread:')).toHaveLength(3));
  });

  it('spares, when it is undone, what was changed on another device since', async () => {
    add(3);
    await show();
    await markAll();
    await screen.findByText('3 marked as read');
    inbox.change('n2', { archivedAt: '2026-01-01T00:00:00.000Z' });
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(unread()).toEqual(['n3', 'n1']));
  });

  it('asks first where too many are unread to be put back, and does nothing unless it is told to', async () => {
    add(20);
    await show();
    add(1);
    await screen.findByText('21 unread');
    await markAll();
    const question = screen.getByRole('dialog', { name: 'Mark 21 notifications as read?' });
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    expect(unread()).toHaveLength(21);
    await markAll();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(unread()).toEqual([]));
  });

  it('asks first where some of them are not loaded', async () => {
    add(5);
    for (let index = 0; index < 20; index++) inbox.add({ readAt: '2026-01-01T00:00:00.000Z' });
    await show();
    await screen.findByText('5 unread');
    await markAll();
    expect(screen.getByRole('dialog', { name: 'Mark 5 notifications as read?' })).toBeInTheDocument();
  });

  it('offers no way back when nothing was marked, or it failed', async () => {
    add(2);
    await show();
    inbox.fail('MarkAllAsRead', 'SERVICE_UNAVAILABLE');
    await markAll();
    await screen.findByText('Could not mark all as read');
    expect(screen.queryByText('2 marked as read')).not.toBeInTheDocument();
  });
});
