import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { NOW } from '../../../test/fake-row.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from './notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="Where">{pathname + search}</output>;
}

async function show(path = '/notifications', isFollowed = true) {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      {isFollowed && <LiveInbox client={client} />}
      <Where />
      <NotificationsPage />
    </>,
    path,
  );
  if (isFollowed) await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const isAt = (place: string) => waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe(place));
/** What is there to be chosen at once, and to be taken back. */
const chips = () =>
  within(screen.getByRole('list', { name: 'Filters' }))
    .queryAllByRole('link')
    .map(({ textContent }) => textContent.trim());
const areChips = (...expected: string[]) => waitFor(() => expect(chips()).toEqual(expected));
const unreadTab = (name: string) => waitFor(() => screen.getByRole('link', { name }));
const lead = () => document.querySelector('.page-lead')?.textContent;
const titles = () =>
  screen.queryAllByRole('article').map((row) => row.querySelector('.note-title [dir]')?.textContent);

describe('the chips of categories', () => {
  it('are of all that is unread, also where no row of it is loaded, and narrow the list', async () => {
    inbox.add({ title: 'Old', category: 'build_jobs' });
    for (let index = 0; index < 30; index++) inbox.add({ category: 'applications' });
    await show();
    await areChips('Applications 30 unread', 'Build jobs 1 unread');
    await unreadTab('Unread 31 unread');
    expect(titles()).not.toContain('Old');
    await user.click(screen.getByRole('link', { name: 'Build jobs 1 unread' }));
    await isAt('/notifications?category=build_jobs');
    await waitFor(() => expect(titles()).toEqual(['Old']));
    await unreadTab('Unread 1 unread');
    expect(lead()).toBe('1 unread');
    await areChips('Remove the filter: category Build jobs', 'Applications 30 unread');
  });

  it('follow the server’s numbers and keep their places, where they are none and when others get more', async () => {
    inbox.add({ category: 'a' });
    const { id } = inbox.add({ category: 'a' });
    inbox.add({ category: 'b' });
    await show();
    await areChips('A 2 unread', 'B 1 unread');
    for (let index = 0; index < 2; index++) inbox.add({ category: 'b' });
    inbox.add({ category: 'c' });
    await areChips('A 2 unread', 'B 3 unread', 'C 1 unread');
    inbox.change(id, { readAt: NOW() });
    await areChips('A 1 unread', 'B 3 unread', 'C 1 unread');
    for (const row of inbox.rows) inbox.change(row.id, { readAt: NOW() });
    await areChips('A', 'B', 'C');
    await unreadTab('Unread');
  });

  it('wait for the server when something is marked: nothing is added up here', async () => {
    inbox.add({ title: 'One', category: 'a' });
    await show('/notifications', false);
    await areChips('A 1 unread');
    const answer = inbox.hold('MarkAsRead');
    await user.click(await screen.findByRole('button', { name: 'Mark as read: One' }));
    await screen.findByRole('button', { name: 'Mark as unread: One' });
    expect(chips()).toEqual(['A 1 unread']);
    answer();
    await areChips('A');
  });

  it('are not there where their numbers would be of something else', async () => {
    inbox.add({ category: 'a', readAt: NOW() });
    inbox.add({ category: 'b', severity: 'HIGH' });
    await show('/notifications?show=read');
    await screen.findByRole('article');
    expect(chips()).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'All' }));
    await areChips('B 1 unread');
    await user.click(screen.getByRole('button', { name: 'Filter by importance' }));
    await user.click(screen.getByRole('menuitem', { name: 'High' }));
    await areChips('Remove the filter: importance High');
    await unreadTab('Unread');
  });

  it('are eight at most; the menu has all, those with something unread first', async () => {
    const names = ['constructor', '__proto__', '<b>', 'إشعار', '🎻', 'f', 'g', 'h', 'i', 'j'];
    for (const category of names) inbox.add({ category });
    await show();
    await waitFor(() => expect(chips()).toHaveLength(8));
    await user.click(screen.getByRole('button', { name: 'Filter by category' }));
    const choices = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
    expect(choices).toHaveLength(13);
    expect(choices).toContain('Constructor 1 unread');
    expect(choices).toContain('إشعار 1 unread');
    expect(choices.slice(10)).toEqual(['Applications ', 'General ', 'Account and security ']);
  });
});

describe('a list of a time', () => {
  it('is chosen by name, kept in the address, and taken back', async () => {
    inbox.add({ title: 'Old', createdAt: '2020-01-05T12:00:00.000Z' });
    inbox.add({ title: 'New', createdAt: NOW() });
    await show();
    await waitFor(() => expect(titles()).toEqual(['New', 'Old']));
    await user.click(screen.getByRole('button', { name: 'Filter by time' }));
    await user.click(screen.getByRole('menuitem', { name: 'Older than 30 days' }));
    await waitFor(() => expect(titles()).toEqual(['Old']));
    expect(screen.getByLabelText('Where').textContent).toMatch(/^\/notifications\?until=\d{4}-\d\d-\d\d$/);
    await user.click(screen.getByRole('link', { name: /^Remove the filter: until Before / }));
    await waitFor(() => expect(titles()).toEqual(['New', 'Old']));
  });

  it('may have two ends in the address, each with its chip', async () => {
    inbox.add({ title: 'Old', createdAt: '2020-01-05T12:00:00.000Z' });
    inbox.add({ title: 'New' });
    await show('/notifications?since=2020-01-05&until=2020-01-06');
    await waitFor(() => expect(titles()).toEqual(['Old']));
    await areChips('Remove the filter: since Since 5 Jan 2020', 'Remove the filter: until Before 6 Jan 2020');
  });
});
