import { renderWith, sessionClient } from '../../../test/render.tsx';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { readTimesIn } from '../../ui/words/zone.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationPage } from './notification-page.tsx';
import { NotificationsPage } from './notifications-page.tsx';

const about = (id: string, label: string | null = `Course ${id}`) => ({
  subject: { type: 'course', subjectId: id, label, url: null },
});

let inbox: FakeInbox;
const user = userEvent.setup();

afterEach(() => readTimesIn(undefined));

beforeEach(() => {
  inbox = new FakeInbox();
  inbox.add({ title: 'One', category: 'applications', ...about('1') });
  inbox.add({ title: 'Two', ...about('2:b') });
  inbox.add({ title: 'Three', ...about('1') });
  inbox.add({ title: 'Four' });
});

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="Where">{pathname + search}</output>;
}

async function show(path: string) {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <Where />
      {path.startsWith('/notifications/') ? <NotificationPage /> : <NotificationsPage />}
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const titles = () =>
  screen.queryAllByRole('article').map((row) => row.querySelector('.note-title [dir]')?.textContent);
const areShown = (...expected: string[]) => waitFor(() => expect(titles()).toEqual(expected));
const isAt = (place: string) => expect(screen.getByLabelText('Where')).toHaveTextContent(place);

describe('a list that is narrowed', () => {
  it('to a category, by a choice that is kept in the address and taken back by its chip', async () => {
    await show('/notifications?show=unread');
    await areShown('Four', 'Three', 'Two', 'One');
    await user.click(screen.getByRole('button', { name: 'Filter by category' }));
    await user.click(screen.getByRole('menuitem', { name: 'Applications 1 unread' }));
    await areShown('One');
    isAt('/notifications?show=unread&category=applications');
    await user.click(screen.getByRole('link', { name: 'All' }));
    isAt('/notifications?category=applications');
    await user.click(await screen.findByRole('link', { name: 'Remove the filter: category Applications' }));
    await areShown('Four', 'Three', 'Two', 'One');
    expect(screen.getByRole('link', { name: 'All' })).toHaveFocus();
  });

  it('to a subject, by its label in a row; what arrives is placed as the server would', async () => {
    await show('/notifications');
    await areShown('Four', 'Three', 'Two', 'One');
    const row = screen.getByText('Three').closest('article') as HTMLElement;
    await user.click(within(row).getByRole('link', { name: 'All about Course 1' }));
    isAt('/notifications?subject=course:1');
    await areShown('Three', 'One');
    inbox.add({ title: 'Elsewhere', ...about('2:b') });
    inbox.add({ title: 'Here', ...about('1') });
    await areShown('Here', 'Three', 'One');
    expect(inbox.operations('MarkAsRead')).toEqual([]);
    await user.click(screen.getByRole('link', { name: 'Remove the filter: about Course 1' }));
    await areShown('Here', 'Elsewhere', 'Four', 'Three', 'Two', 'One');
  });

  it('marks as read what it shows, and sees nothing but that', async () => {
    await show('/notifications?subject=course:1');
    await areShown('Three', 'One');
    expect(screen.getByText('2 unread')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(inbox.counts().unread).toBe(2));
    expect(inbox.operations('MarkAllAsSeen')).toEqual([]);
  });

  it('takes an id with a colon, says what has no label in words, and says when nothing passes', async () => {
    await show('/notifications?subject=build_job:2:b');
    expect(await screen.findByText('Nothing that passes the filter.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Remove the filter: about build job 2:b' })).toBeInTheDocument();
  });

  it.each([
    ['night_watch', 'Night watch'],
    ['CI/builds', 'CI builds'],
    ['billingReminders', 'Billing reminders'],
  ])('says a category readably that nobody knows: %s', async (category, words) => {
    await show(`/notifications?category=${category}`);
    expect(
      await screen.findByRole('link', { name: `Remove the filter: category ${words}` }),
    ).toBeInTheDocument();
  });

  it('to a time, by days as the reader’s clock has them, and says them so', async () => {
    readTimesIn('Asia/Tokyo');
    inbox.add({ title: 'Early', createdAt: '2020-06-15T14:59:00Z' });
    inbox.add({ title: 'First', createdAt: '2020-06-15T15:00:00Z' });
    inbox.add({ title: 'Last', createdAt: '2020-06-16T14:59:00Z' });
    inbox.add({ title: 'Late', createdAt: '2020-06-16T15:00:00Z' });
    await show('/notifications?since=2020-06-16&until=2020-06-17');
    await areShown('Last', 'First');
    for (const words of ['since Since 16 Jun 2020', 'until Before 17 Jun 2020'])
      expect(screen.getByRole('link', { name: `Remove the filter: ${words}` })).toBeInTheDocument();
  });

  it.each(['%25E0%25A4%25A:1', ':1', 'course:', 'course'])(
    'is whole for an address that names nothing: %s',
    async (text) => {
      await show(`/notifications?subject=${text}`);
      await areShown('Four', 'Three', 'Two', 'One');
    },
  );
});

describe('the page of a notification', () => {
  it('lists what else there is about the same, live, and leads to all of it', async () => {
    await show('/notifications/n3');
    const others = await screen.findByRole('region', { name: 'More about Course 1' });
    expect(within(others).getAllByRole('listitem')).toHaveLength(1);
    expect(within(others).getByRole('link', { name: /One/ })).toHaveAttribute('href', '/notifications/n1');
    inbox.add({ title: 'Five', ...about('1') });
    expect(await within(others).findByRole('link', { name: /Five/ })).toBeInTheDocument();
    expect(within(others).getByRole('link', { name: 'Show all about this' })).toHaveAttribute(
      'href',
      '/notifications?subject=course:1',
    );
  });

  it('moves none of them from under the pointer; what came shows when that has gone', async () => {
    await show('/notifications/n3');
    const others = await screen.findByRole('region', { name: 'More about Course 1' });
    const words = () =>
      within(others)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    const list = within(others).getByRole('list');
    await user.hover(list);
    const before = words();
    inbox.add({ title: 'Five', ...about('1') });
    await screen.findByText('New notification: Five');
    expect(words()).toEqual(before);
    await user.unhover(list);
    await waitFor(() => expect(words()).toHaveLength(2));
  });

  it('has no such list where there is nothing else', async () => {
    await show('/notifications/n2');
    await screen.findByRole('heading', { name: 'Two' });
    await waitFor(() => expect(inbox.operations('Notifications')).toHaveLength(1));
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
