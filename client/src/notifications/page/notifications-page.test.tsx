import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationBell } from '../bell/notification-bell.tsx';
import { NotificationPage } from './notification-page.tsx';
import { NotificationsPage } from './notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

function show(path = '/notifications') {
  const client = sessionClient(inbox);
  const pages = path.startsWith('/notifications/') ? <NotificationPage /> : <NotificationsPage />;
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      {pages}
    </>,
    path,
  );
  return client;
}

const titles = () =>
  screen.queryAllByRole('article').map((row) => within(row).getAllByRole('link')[0]?.textContent);

describe('the list of notifications', () => {
  it('shows what people wrote as text, in the direction it runs', async () => {
    inbox.add({ title: '<b>bold</b> & 🎉', message: '<img src=x onerror=alert(1)>' });
    inbox.add({ title: 'مرحبا بالعالم' });
    show();
    const title = await screen.findByText('<b>bold</b> & 🎉');
    expect(title.querySelector('b')).toBeNull();
    expect(screen.getByText('<img src=x onerror=alert(1)>')).toHaveAttribute('dir', 'auto');
    expect(screen.getByText('مرحبا بالعالم')).toHaveAttribute('dir', 'auto');
    expect(document.querySelector('article img')).toBeNull();
  });

  it('never makes a link of an address that is not safe', async () => {
    inbox.add({ title: 'Trap', url: 'javascript:alert(1)' });
    inbox.add({ title: 'Out', url: 'https://example.com/' });
    show();
    const row = (await screen.findByText('Trap')).closest('article') as HTMLElement;
    const hrefs = (links: HTMLElement[]) => links.map((link) => link.getAttribute('href'));
    expect(hrefs(within(row).getAllByRole('link'))).toEqual(['/notifications/n1']);
    await user.click(within(row).getByRole('button', { name: 'More: Trap' }));
    const choices = await screen.findAllByRole('menuitem');
    expect(hrefs(choices.filter(({ localName }) => localName === 'a'))).toEqual([
      '/preferences#general',
      '/notifications/n1#why',
    ]);
    await user.keyboard('{Escape}');
    const out = screen.getByRole('link', { name: 'Unread: Out' });
    expect(out).toHaveAttribute('href', 'https://example.com/');
    expect(out.getAttribute('rel')).toContain('noopener');
  });

  it('is a feed of articles that Page Down walks through', async () => {
    for (let i = 0; i < 3; i++) inbox.add();
    show();
    const feed = await screen.findByRole('feed', { name: 'Notifications' });
    const [first, second] = within(feed).getAllByRole('article');
    first?.focus();
    await user.keyboard('{PageDown}');
    expect(second).toHaveFocus();
    expect(second).toHaveAttribute('aria-posinset', '2');
  });

  it('says in words what is unread, and lets a read row stay while the reader looks at the unread ones', async () => {
    inbox.add({ title: 'One' });
    inbox.add({ title: 'Two' });
    show('/notifications?show=unread');
    await waitFor(() => expect(titles()).toEqual(['Unread: Two', 'Unread: One']));
    await user.click(screen.getByRole('button', { name: 'Mark as read: Two' }));
    await waitFor(() => expect(titles()).toEqual(['Two', 'Unread: One']));
    await user.click(screen.getByRole('link', { name: 'All' }));
    await user.click(screen.getByRole('link', { name: /^Unread \d/ }));
    await waitFor(() => expect(titles()).toEqual(['Unread: One']));
  });

  it('has words for an empty list and for a failure', async () => {
    show('/notifications?show=unread');
    expect((await screen.findAllByText('All caught up')).length).toBeGreaterThan(0);
  });

  it('says that it is busy for as long as more of it loads', async () => {
    for (let i = 0; i < 25; i++) inbox.add();
    show();
    const feed = await screen.findByRole('feed', { name: 'Notifications' });
    expect(feed).toHaveAttribute('aria-busy', 'false');
    const answer = inbox.hold('Notifications');
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(feed).toHaveAttribute('aria-busy', 'true'));
    answer();
    await waitFor(() => expect(feed).toHaveAttribute('aria-busy', 'false'));
    await waitFor(() => expect(titles()).toHaveLength(25));
  });

  it('offers another try when it does not load', async () => {
    inbox.add({ title: 'There' });
    inbox.fail('Notifications', 'INTERNAL_SERVER_ERROR');
    show();
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong on our side');
    inbox.fail('Notifications', undefined);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('There')).toBeInTheDocument();
  });
});

describe('an arrival', () => {
  it('shows in the list, as a toast, in the title and in the live region', async () => {
    const client = show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    inbox.add({ title: 'It is done' });
    await waitFor(() => expect(titles()).toEqual(['Unread: It is done']));
    expect(screen.getAllByText('It is done').length).toBe(2);
    await waitFor(() => expect(document.title).toBe('(1) Notifications · Carillon'));
    expect(await screen.findByText('New notification: It is done')).toHaveAttribute('role', 'status');
  });

  it('interrupts whoever listens where it is urgent', async () => {
    const client = show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    inbox.add({ title: 'Tea' });
    inbox.add({ title: 'Fire', severity: 'URGENT' });
    const urgent = await screen.findByText('New notification: Fire');
    expect(urgent).toHaveAttribute('aria-live', 'assertive');
    expect(urgent).not.toHaveAttribute('role');
    expect(await screen.findByText('New notification: Tea')).toHaveAttribute('role', 'status');
  });

  it('is a single line when many came while we were away', async () => {
    const client = show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    inbox.cutSockets();
    for (let i = 0; i < 7; i++) inbox.add();
    expect(await screen.findByText('7 new while you were away', {}, { timeout: 3_000 })).toBeInTheDocument();
    expect(document.querySelectorAll('.arrival-toast')).toHaveLength(0);
  });
});

describe('the toast of an arrival', () => {
  const toasts = () => document.querySelectorAll('.arrival-toast').length;

  async function showWithBell() {
    const client = sessionClient(inbox);
    renderWith(
      client,
      <>
        <LiveInbox client={client} />
        <NotificationBell />
      </>,
    );
    await waitFor(() => expect(client.connection.get()).toBe('live'));
  }

  it.each([
    ['read', () => inbox.change('n1', { readAt: '2026-01-01T00:00:00.000Z' })],
    ['archived', () => inbox.change('n1', { archivedAt: '2026-01-01T00:00:00.000Z' })],
    ['deleted', () => inbox.remove('n1')],
  ])('goes when the notification is %s elsewhere', async (_, settle) => {
    await showWithBell();
    inbox.add();
    await waitFor(() => expect(toasts()).toBe(1));
    settle();
    await waitFor(() => expect(toasts()).toBe(0));
  });

  it('is not shown beside an open panel, and goes when the panel opens', async () => {
    await showWithBell();
    inbox.add();
    await waitFor(() => expect(toasts()).toBe(1));
    await user.click(screen.getByRole('button', { name: /^Notifications/ }));
    await waitFor(() => expect(toasts()).toBe(0));
    inbox.add({ title: 'While it is open' });
    await screen.findByText('While it is open');
    expect(toasts()).toBe(0);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    inbox.add({ title: 'Afterwards' });
    await waitFor(() => expect(toasts()).toBe(1));
  });
});

describe('the page of one notification', () => {
  it('marks it as read once, and leaves it alone when the reader marks it unread again', async () => {
    inbox.add({ title: 'Read me' });
    show('/notifications/n1');
    expect(await screen.findByRole('heading', { name: 'Read me' })).toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Mark as unread' }));
    expect(await screen.findByRole('button', { name: 'Mark as read' })).toBeInTheDocument();
    expect(inbox.operations('MarkAsRead')).toHaveLength(1);
  });
});
