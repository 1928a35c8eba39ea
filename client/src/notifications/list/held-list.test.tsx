import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationBell } from '../bell/notification-bell.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

let inbox: FakeInbox;
let visibility: string;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  visibility = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
  for (const title of ['First', 'Second']) inbox.add({ title, readAt: '2026-01-01T00:00:00.000Z' });
});
afterEach(() => void Reflect.deleteProperty(document, 'visibilityState'));

function look(at: 'visible' | 'hidden') {
  visibility = at;
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationBell />
      {path.startsWith('/notifications') && <NotificationsPage />}
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  return client;
}

const titles = (within_: HTMLElement = document.body) =>
  within(within_)
    .queryAllByRole('article')
    .map((row) => row.querySelector('.note-title > [dir]')?.textContent);
const article = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('article') as HTMLElement;
const bell = () => screen.getByRole('button', { name: /^Notifications/ });
const arrive = async (title: string, unread: number) => {
  inbox.add({ title });
  await waitFor(() => expect(bell()).toHaveAccessibleName(`Notifications, ${unread} unread`));
};

describe('what arrives', () => {
  it('goes into the list by itself while nobody is on it', async () => {
    await show();
    await article('Second');
    inbox.add({ title: 'New' });
    await waitFor(() => expect(titles()).toEqual(['New', 'Second', 'First']));
  });

  it('waits while the pointer is on the list, and comes when it has gone', async () => {
    await show();
    const row = await article('First');
    fireEvent.pointerEnter(row.closest('.feed')!.parentElement!);
    await arrive('New', 1);
    await arrive('Newer', 2);
    expect(await screen.findByRole('button', { name: '2 new' })).toBeInTheDocument();
    expect(titles()).toEqual(['Second', 'First']);
    fireEvent.pointerLeave(row.closest('.feed')!.parentElement!);
    await waitFor(() => expect(titles()).toEqual(['Newer', 'New', 'Second', 'First']));
  });

  it('waits while the focus is on the list, and comes when it is asked for', async () => {
    await show();
    act(() => void 0);
    (await article('First')).focus();
    await arrive('New', 1);
    expect(titles()).toEqual(['Second', 'First']);
    await user.click(await screen.findByRole('button', { name: '1 new' }));
    await waitFor(() => expect(titles()).toEqual(['New', 'Second', 'First']));
  });

  it('leaves one that comes to the top where it was, until the reader is done', async () => {
    await show();
    (await article('Second')).focus();
    Object.assign(
      inbox.rows.find(({ id }) => id === 'n1')!,
      { seq: inbox.seq + 1 },
    );
    inbox.change('n1', { title: 'First, grown' });
    await screen.findByRole('link', { name: 'First, grown' });
    expect(titles()).toEqual(['Second', 'First, grown']);
    bell().focus();
    await waitFor(() => expect(titles()).toEqual(['First, grown', 'Second']));
  });

  it('does not wait for a reader who looks at another tab', async () => {
    await show();
    (await article('First')).focus();
    look('hidden');
    await arrive('New', 1);
    await waitFor(() => expect(titles()).toEqual(['New', 'Second', 'First']));
  });

  it('is spared by "mark all as read" while it waits', async () => {
    inbox.add({ title: 'Unread' });
    await show();
    (await article('Unread: Unread')).focus();
    const { seq } = inbox;
    await arrive('New', 2);
    await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() =>
      expect(inbox.operations('MarkAllAsRead')).toEqual([{ upToSeq: seq, filter: { state: 'INBOX' } }]),
    );
  });

  it('waits in the panel too', async () => {
    await show('/elsewhere');
    await user.click(bell());
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    await waitFor(() => expect(titles(panel)).toEqual(['Second', 'First']));
    within(panel).getAllByRole('article')[1]!.focus();
    await arrive('New', 1);
    expect(titles(panel)).toEqual(['Second', 'First']);
    await user.click(within(panel).getByRole('button', { name: '1 new' }));
    await waitFor(() => expect(titles(panel)).toEqual(['New', 'Second', 'First']));
  });
});

describe('what is shown is seen', () => {
  const isNew = () => bell().hasAttribute('data-new');

  it('on the page as in the panel', async () => {
    inbox.add();
    await show();
    await waitFor(() => expect(inbox.operations('MarkAllAsSeen')).toEqual([{ upToSeq: 3 }]));
    await waitFor(() => expect(isNew()).toBe(false));
  });

  it('only while the page is in view', async () => {
    visibility = 'hidden';
    inbox.add();
    await show();
    await article('Unread: Notification 3');
    expect(inbox.operations('MarkAllAsSeen')).toEqual([]);
    look('visible');
    await waitFor(() => expect(isNew()).toBe(false));
  });

  it.each(['read', 'archived'])('not by the list of what is %s', async (view) => {
    inbox.add();
    await show(`/notifications?show=${view}`);
    await waitFor(() => expect(isNew()).toBe(true));
    expect(inbox.operations('MarkAllAsSeen')).toEqual([]);
  });
});

describe('"All caught up"', () => {
  const lead = () => document.querySelector('.page-lead')?.textContent?.trim();

  it('is said when nothing is unread', async () => {
    await show();
    await waitFor(() => expect(lead()).toBe('All caught up'));
    inbox.add();
    await waitFor(() => expect(lead()).toBe('1 unread'));
  });

  it('is not said before that is known, nor when it could not be found out', async () => {
    inbox.fail('Notifications', 'SERVICE_UNAVAILABLE');
    const answer = inbox.hold('Notifications');
    await show('/notifications?show=unread');
    await screen.findByRole('status', { name: 'Loading' });
    expect(lead()).toBe('');
    answer();
    await screen.findByRole('alert');
    expect(screen.queryByText('All caught up')).not.toBeInTheDocument();
  });

  it('is not said of the archive, nor while the line is lost', async () => {
    await show('/notifications?show=archived');
    await screen.findByText('The archive is empty');
    expect(screen.queryByText('All caught up')).not.toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: /^Unread/ }));
    await waitFor(() => expect(screen.getAllByText('All caught up')).toHaveLength(2));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    act(() => void window.dispatchEvent(new Event('offline')));
    await waitFor(() => expect(screen.queryByText('All caught up')).not.toBeInTheDocument());
    expect(screen.getByText('Nothing unread here')).toBeInTheDocument();
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    act(() => void window.dispatchEvent(new Event('online')));
    await waitFor(() => expect(screen.getAllByText('All caught up')).toHaveLength(2));
  });
});
