import { grow } from '../../../test/grow.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationPage } from '../page/notification-page.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const who = (name: string) => ({ actorId: name, name, imageUrl: null });
const people = ['Cleo', 'Ben', 'Ana'].map(who);

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox();
});

function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      {path === '/notifications' ? <NotificationsPage /> : <NotificationPage />}
    </>,
    path,
  );
  return client;
}

const rows = () => screen.getAllByRole('article');

describe('a row that stands for several events', () => {
  it('says how many, and who did it', async () => {
    inbox.add({ title: 'New comment', count: 5, actor: people[0]!, actors: people, actorCount: 5 });
    show();
    const row = await screen.findByRole('article');
    expect(within(row).getByRole('link', { name: 'Unread: New comment , 5 events' })).toBeInTheDocument();
    expect(row.querySelector('.note-by')).toHaveTextContent('by Cleo, Ben, Ana, and 2 others');
    expect(row.querySelectorAll('.note-icon .avatar')).toHaveLength(2);
  });

  it.each([
    [1, 1, 'by Cleo'],
    [2, 2, 'by Cleo and Ben'],
    [3, 4, 'by Cleo, Ben, Ana, and one other'],
    [3, 100, 'by Cleo, Ben, Ana, and 97 or more others'],
  ])('names %s of %s', async (named, actorCount, words) => {
    inbox.add({ count: 200, actor: people[0]!, actors: people.slice(0, named), actorCount });
    show();
    const row = await screen.findByRole('article');
    expect(row.querySelector('.note-by')).toHaveTextContent(words);
  });

  it('comes to the top when it grows, once, and is unread again', async () => {
    inbox.add({ title: 'Comments', readAt: '2026-01-01T00:00:00.000Z' });
    inbox.add({ title: 'Newer' });
    const client = show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    await screen.findAllByRole('article');
    expect(rows().map((row) => row.querySelector('.note-title')!.textContent)).toEqual([
      'Unread: Newer',
      'Comments',
    ]);
    act(() => grow(inbox, 'n1'));
    await waitFor(() => expect(rows()[0]).toHaveTextContent('Unread: Comments'));
    expect(rows()).toHaveLength(2);
  });

  it('is told by one toast and one announcement, however often it grows', async () => {
    inbox.add({ title: 'Comments' });
    const client = show();
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    const toasts = () => [...document.querySelectorAll('.arrival-toast .arrival-title')];
    for (const title of ['2 comments', '3 comments', '4 comments']) {
      act(() => grow(inbox, 'n1', { title }));
      await waitFor(() =>
        expect(toasts().map((toast) => toast.textContent)).toEqual([expect.stringContaining(title)]),
      );
    }
    await screen.findByText('New notification: 4 comments');
    expect(document.querySelector('.sum-toast')).toBeNull();
  });

  it('is read again when it grows before the eyes of its reader', async () => {
    inbox.add();
    show('/notifications/n1');
    await waitFor(() => expect(inbox.operations('MarkAsRead')).toHaveLength(1));
    act(() => grow(inbox, 'n1', { actors: people, actorCount: 3 }));
    await waitFor(() => expect(inbox.operations('MarkAsRead')).toHaveLength(2));
    expect(await screen.findByText('2 events')).toBeInTheDocument();
  });
});
