import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
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
    expect(await screen.findByText('2 of 3 undone; the others were changed since')).toBeInTheDocument();
  });

  it('asks nothing, however many there are, and is undone as one', async () => {
    add(25);
    await show();
    await screen.findByText('25 unread');
    await markAll();
    expect(await screen.findByText('25 marked as read')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(unread()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(unread()).toHaveLength(25));
    expect(inbox.operations('Undo')).toHaveLength(1);
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
