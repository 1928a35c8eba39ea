import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationPage } from '../page/notification-page.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const AT = '2026-01-02T09:30:00.000Z';

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox();
});

function show(path: string) {
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

describe('what its sender has done to it since', () => {
  it('is said in its row: edited, with the moment; taken back', async () => {
    inbox.add({ title: 'As it was' });
    inbox.add({ title: 'Corrected', editedAt: AT, retractedAt: AT });
    show('/notifications');
    const row = (await screen.findByText('Corrected')).closest('article')!;
    const edited = within(row).getByText('Edited');
    expect(edited).toHaveAttribute('datetime', AT);
    expect(edited.title).toContain('2026');
    expect(within(row).getByText('Taken back by its sender')).toBeVisible();
    const other = screen.getByText('As it was').closest('article')!;
    expect(within(other).queryByText('Edited')).toBeNull();
    expect(within(other).queryByText('Taken back by its sender')).toBeNull();
  });

  it('says that nobody else has answered, as long as it can be', async () => {
    const actions = [{ actionId: 'yes', label: 'Yes', style: 'DEFAULT' as const, asksForComment: false }];
    inbox.add({ title: 'Open', isEscalated: true, actions });
    inbox.add({ title: 'Answered', isEscalated: true });
    show('/notifications');
    const row = (await screen.findByText('Open')).closest('article')!;
    expect(within(row).getByText('Nobody has answered in time')).toBeVisible();
    expect(screen.getAllByText('Nobody has answered in time')).toHaveLength(1);
  });

  it('is said on its page', async () => {
    inbox.add({ title: 'Corrected', editedAt: AT, retractedAt: AT });
    show('/notifications/n1');
    expect(await screen.findByText('Edited')).toBeVisible();
    expect(screen.getByText('Taken back by its sender')).toBeVisible();
  });

  it('is seen at once where it is open', async () => {
    inbox.add({ title: 'Room 4' });
    const client = show('/notifications');
    await screen.findByText('Room 4');
    await waitFor(() => expect(client.connection.get()).toBe('live'));
    inbox.change('n1', { title: 'Room 5', editedAt: AT });
    expect(await screen.findByText('Room 5')).toBeVisible();
    expect(screen.getByText('Edited')).toBeVisible();
    expect(screen.queryByText('Room 4')).toBeNull();
  });
});
