import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from './notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  localStorage.clear();
  inbox = new FakeInbox();
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title });
});

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  const rendered = renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationsPage />
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  return rendered;
}

const titlesOf = (label: string) =>
  [...(screen.queryByRole('feed', { name: label })?.querySelectorAll('.note-title > [dir]') ?? [])].map(
    ({ textContent }) => textContent,
  );
const inInbox = () => within(screen.getByRole('feed', { name: 'Notifications' }));
const press = async (name: string) => {
  await screen.findByRole('feed', { name: 'Notifications' });
  await user.click(await inInbox().findByRole('button', { name }));
};

describe('what is pinned', () => {
  it('stands in a list of its own, and in the inbox at its place with a mark', async () => {
    await show();
    await screen.findByText('First');
    expect(screen.queryByRole('feed', { name: 'Pinned' })).not.toBeInTheDocument();
    await press('Pin: First');
    await waitFor(() => expect(titlesOf('Pinned')).toEqual(['First']));
    expect(titlesOf('Notifications')).toEqual(['Third', 'Second', 'First']);
    const row = inInbox().getByRole('article', { name: /First/ });
    expect(row.querySelector('.note-state')).toHaveTextContent('Pinned');
    expect(screen.getByRole('heading', { name: 'Pinned 1' })).toBeInTheDocument();
    expect(inbox.rows.find(({ title }) => title === 'First')).toMatchObject({ isPinned: true });
  });

  it('leaves it when it is unpinned there, here or elsewhere', async () => {
    inbox.change('n1', { isPinned: true });
    inbox.change('n2', { isPinned: true });
    await show();
    await waitFor(() => expect(titlesOf('Pinned')).toEqual(['Second', 'First']));
    inbox.change('n2', { isPinned: false });
    await waitFor(() => expect(titlesOf('Pinned')).toEqual(['First']));
    const pinned = within(screen.getByRole('feed', { name: 'Pinned' }));
    await user.click(pinned.getByRole('button', { name: 'Unpin: First' }));
    await waitFor(() => expect(screen.queryByRole('feed', { name: 'Pinned' })).not.toBeInTheDocument());
    await waitFor(() => expect(inbox.rows.every(({ isPinned }) => !isPinned)).toBe(true));
  });

  it('stays pinned in the archive, and says so', async () => {
    inbox.change('n1', { isPinned: true });
    await show();
    await waitFor(() => expect(titlesOf('Pinned')).toEqual(['First']));
    await press('Archive: First');
    await waitFor(() => expect(titlesOf('Notifications')).toEqual(['Third', 'Second']));
    expect(titlesOf('Pinned')).toEqual(['First']);
    await waitFor(() =>
      expect(screen.getByRole('feed', { name: 'Pinned' })).toHaveTextContent(/Pinned\s*Archived/),
    );
  });

  it('tells why the fifty-first cannot be, and takes the guess back', async () => {
    await show();
    await screen.findByText('First');
    inbox.fail('PinNotifications', 'CONFLICT', { limit: 50 });
    await press('Pin: First');
    expect(await screen.findByText('Could not pin')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('There are 50 pinned notifications already.');
    await waitFor(() => expect(screen.queryByRole('feed', { name: 'Pinned' })).not.toBeInTheDocument());
  });

  it('can be folded away, also for the next time', async () => {
    inbox.change('n1', { isPinned: true });
    const { unmount } = await show();
    await waitFor(() => expect(titlesOf('Pinned')).toEqual(['First']));
    const details = () => screen.getByText('Pinned', { selector: 'h2' }).closest('details')!;
    // The element that stands in for the browser's does not toggle by a click.
    details().open = false;
    await waitFor(() => expect(screen.queryByRole('feed', { name: 'Pinned' })).not.toBeInTheDocument());
    unmount();
    await show();
    await screen.findByText('Third');
    await waitFor(() => expect(details()).not.toHaveAttribute('open'));
  });

  it('is pinned and unpinned by its key', async () => {
    await show();
    (await screen.findByRole('article', { name: /Second/ })).focus();
    await user.keyboard('s');
    await waitFor(() => expect(titlesOf('Pinned')).toEqual(['Second']));
    await user.keyboard('s');
    await waitFor(() => expect(screen.queryByRole('feed', { name: 'Pinned' })).not.toBeInTheDocument());
  });

  it.each(['read', 'snoozed', 'archived', 'unread&search=First'])('is not shown above %s', async (view) => {
    inbox.change('n1', { isPinned: true });
    await show(`/notifications?show=${view}`);
    await waitFor(() => expect(screen.queryByRole('status', { name: 'Loading' })).not.toBeInTheDocument());
    expect(screen.queryByRole('feed', { name: 'Pinned' })).not.toBeInTheDocument();
  });
});
