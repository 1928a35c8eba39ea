import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../../notifications/arrivals/live-inbox.tsx';
import { NotificationsPage } from '../../notifications/page/notifications-page.tsx';

const user = userEvent.setup();
const READ = '2026-01-01T00:00:00.000Z';
let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox();
});

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationsPage />
    </>,
    path,
  );
  await screen.findAllByRole('article');
  return client;
}

const divider = () => screen.queryByRole('separator', { name: 'New since you last looked' });
const below = () => divider()?.closest('article')?.querySelector('.note-title > [dir]')?.textContent;

describe('the line below what is new', () => {
  it('stands where what was seen begins, and stays when that has been seen', async () => {
    for (const title of ['Old', 'Older, unread', 'Seen']) inbox.add({ title });
    inbox.seenSeq = 3;
    for (const title of ['New', 'Newer']) inbox.add({ title });
    await show();
    await waitFor(() => expect(below()).toBe('Seen'));
    await waitFor(() => expect(inbox.operations('MarkAllAsSeen')).toHaveLength(1));
    inbox.add({ title: 'Meanwhile' });
    await screen.findByText('Meanwhile');
    expect(below()).toBe('Seen');
    expect(within(divider()!.closest('article')!).getAllByRole('separator')).toHaveLength(1);
  });

  it('stays when what is above it is read', async () => {
    inbox.add({ title: 'Seen', readAt: READ });
    inbox.seenSeq = 1;
    inbox.add({ title: 'New' });
    await show();
    await waitFor(() => expect(below()).toBe('Seen'));
    await user.click(screen.getByRole('button', { name: 'Mark as read: New' }));
    await waitFor(() => expect(inbox.rows[0]!.readAt).not.toBeNull());
    expect(below()).toBe('Seen');
  });

  it.each([
    ['nothing', 3],
    ['all', 0],
  ])('is not there where %s is new', async (_, seenSeq) => {
    for (let index = 0; index < 3; index++) inbox.add();
    inbox.seenSeq = seenSeq;
    await show();
    expect(divider()).toBeNull();
  });

  it('comes with the page that has it, where more is new than the first page', async () => {
    for (let index = 0; index < 3; index++) inbox.add({ title: `Old ${index}` });
    inbox.seenSeq = 3;
    for (let index = 0; index < 25; index++) inbox.add();
    await show();
    expect(divider()).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Load more' }));
    await waitFor(() => expect(below()).toBe('Old 2'));
  });

  it.each(['?show=archived', '?show=read', '?category=general'])('is not there in %s', async (search) => {
    for (let index = 0; index < 2; index++) inbox.add({ readAt: READ, archivedAt: null });
    inbox.add({ archivedAt: READ });
    inbox.seenSeq = 1;
    inbox.add();
    await show(`/notifications${search}`);
    expect(divider()).toBeNull();
  });
});
