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
const NOW = '2026-01-01T00:00:00.000Z';

beforeEach(() => {
  inbox = new FakeInbox();
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title, readAt: NOW });
});

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  const pages = path.startsWith('/notifications/') ? <NotificationPage /> : <NotificationsPage />;
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationBell />
      {pages}
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  return client;
}

const rows = () => screen.queryAllByRole('article').map((row) => row.querySelector('a')?.textContent);
const row = async (title: string) =>
  (await screen.findByRole('link', { name: title })).closest('article') as HTMLElement;
const button = (name: string) => screen.getByRole('button', { name });
const archived = () => inbox.rows.filter(({ archivedAt }) => archivedAt).map(({ title }) => title);

describe('archiving', () => {
  it('takes the row out of its list, and Undo brings it back where it was, with the focus', async () => {
    await show();
    await row('Second');
    await user.click(button('Archive: Second'));
    await waitFor(() => expect(rows()).toEqual(['Third', 'First']));
    expect(archived()).toEqual(['Second']);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
    expect(await row('Second')).toHaveFocus();
    expect(archived()).toEqual([]);
  });

  it('offers one way back for all that went while it stood', async () => {
    await show();
    await user.click((await row('Third')).querySelector('[aria-keyshortcuts=E]')!);
    await user.click((await row('Second')).querySelector('[aria-keyshortcuts=E]')!);
    expect(await screen.findByText('2 archived')).toBeInTheDocument();
    await user.click(button('Undo'));
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
    expect(inbox.operations('Undo')).toHaveLength(2);
    expect(archived()).toEqual([]);
  });

  it('can be undone while it is still under way: the way back does not overtake the way there', async () => {
    await show();
    await row('Second');
    const answer = inbox.hold('ArchiveNotifications');
    await user.click(button('Archive: Second'));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    expect(inbox.operations('Undo')).toEqual([]);
    answer();
    await waitFor(() => expect(inbox.operations('Undo')).toHaveLength(1));
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
    expect(archived()).toEqual([]);
  });

  it('has a tab of its own, which offers the way back and the way out', async () => {
    inbox.change('n2', { archivedAt: NOW });
    await show('/notifications?show=archived');
    await waitFor(() => expect(rows()).toEqual(['Second']));
    expect(screen.getByRole('link', { name: 'Archived' })).toHaveAttribute('aria-current', 'page');
    expect(screen.queryByRole('button', { name: 'Mark all as read' })).not.toBeInTheDocument();
    await user.click(button('Move back to inbox: Second'));
    expect(await screen.findByText('The archive is empty')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'All' }));
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
  });

  it('works in the panel too', async () => {
    await show('/elsewhere');
    await user.click(button('Notifications'));
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    await user.click(await within(panel).findByRole('button', { name: 'Archive: Third' }));
    await waitFor(() => expect(within(panel).queryByText('Third')).not.toBeInTheDocument());
    expect(within(panel).getByText('Second')).toBeInTheDocument();
  });

  it('gives the focus back to the row in the panel, not to the one on the page behind it', async () => {
    await show();
    await row('Third');
    await user.click(button('Notifications'));
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    await user.click(await within(panel).findByRole('button', { name: 'Archive: Third' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const back = await within(panel).findByRole('link', { name: 'Third' });
    await waitFor(() => expect(back.closest('article')).toHaveFocus());
  });
});

describe('deleting', () => {
  const remove = async (title: string) => {
    await user.click(button(`More: ${title}`));
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
  };

  it('takes the row away without a question, and the focus to the next', async () => {
    await show();
    await row('Second');
    await remove('Second');
    await waitFor(() => expect(rows()).toEqual(['Third', 'First']));
    expect(await row('First')).toHaveFocus();
    await waitFor(() => expect(inbox.rows).toHaveLength(2));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is undone by its toast, with the focus', async () => {
    await show();
    await row('Second');
    await remove('Second');
    expect(await screen.findByText('Deleted')).toBeInTheDocument();
    await user.click(button('Undo'));
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
    expect(await row('Second')).toHaveFocus();
    expect(inbox.rows).toHaveLength(3);
  });

  it('gives all that went while the toast stood back together', async () => {
    await show();
    (await row('Third')).focus();
    await user.keyboard('{Delete}');
    await waitFor(() => expect(rows()).toEqual(['Second', 'First']));
    await user.keyboard('{Delete}');
    expect(await screen.findByText('2 deleted')).toBeInTheDocument();
    await user.click(button('Undo'));
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
  });
});

describe('the focus, when its row goes,', () => {
  it('goes on to the next row, then to the previous, then to the heading', async () => {
    await show();
    (await row('Second')).focus();
    await user.keyboard('e');
    await waitFor(() => expect(rows()).toEqual(['Third', 'First']));
    expect(await row('First')).toHaveFocus();
    await user.keyboard('e');
    await waitFor(() => expect(rows()).toEqual(['Third']));
    expect(await row('Third')).toHaveFocus();
    await user.keyboard('e');
    await waitFor(() => expect(rows()).toEqual([]));
    expect(screen.getByRole('heading', { name: 'Notifications' })).toHaveFocus();
  });

  it('goes on also when the row goes in another tab, and stays when another row does', async () => {
    await show();
    (await row('Second')).focus();
    inbox.change('n1', { archivedAt: NOW });
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second']));
    expect(await row('Second')).toHaveFocus();
    inbox.remove('n2');
    await waitFor(() => expect(rows()).toEqual(['Third']));
    expect(await row('Third')).toHaveFocus();
  });
});

describe('the keys of the list', () => {
  it('archive, move back, undo and delete', async () => {
    await show();
    (await row('Third')).focus();
    await user.keyboard('e');
    await waitFor(() => expect(archived()).toEqual(['Third']));
    await user.keyboard('z');
    await waitFor(() => expect(archived()).toEqual([]));
    await waitFor(() => expect(rows()).toHaveLength(3));
    await user.keyboard('{Delete}');
    await waitFor(() => expect(inbox.rows).toHaveLength(2));
    expect(button('Archive: First')).toHaveAttribute('title', 'Archive (E)');
    expect(button('Snooze: First')).toHaveAttribute('title', 'Snooze (H)');
    expect(button('Pin: First')).toHaveAttribute('title', 'Pin (S)');
  });

  it('are nobody’s outside it, nor with a modifier', async () => {
    await show();
    (await row('Third')).focus();
    await user.keyboard('{Control>}e{/Control}{Meta>}e{/Meta}');
    screen.getByRole('link', { name: 'Archived' }).focus();
    await user.keyboard('e{Delete}z');
    expect(inbox.operations('DeleteNotifications')).toEqual([]);
    expect(inbox.operations('ArchiveNotifications')).toEqual([]);
  });

  it('lead out of it: Ctrl+Home to what stands before, Ctrl+End to what comes after', async () => {
    for (let i = 0; i < 20; i++) inbox.add({ title: `Later ${i}`, readAt: NOW });
    await show();
    (await row('Later 3')).focus();
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(button('Filter by time')).toHaveFocus();
    (await row('Later 3')).focus();
    await user.keyboard('{Control>}{End}{/Control}');
    expect(button('Load more')).toHaveFocus();
  });
});

describe('the page of one notification', () => {
  it('says that it is archived, and leads back', async () => {
    await show('/notifications/n2');
    await user.click(await screen.findByRole('button', { name: 'Archive' }));
    expect(await screen.findByRole('button', { name: 'Move back to inbox' })).toBeInTheDocument();
    expect(document.querySelector('.detail-archived')).toHaveTextContent('Archived');
    await user.click(button('Move back to inbox'));
    expect(await screen.findByRole('button', { name: 'Archive' })).toBeInTheDocument();
    await waitFor(() => expect(archived()).toEqual([]));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument());
  });

  it('says that it was deleted, here or elsewhere, without asking the server again', async () => {
    await show('/notifications/n2');
    await screen.findByRole('heading', { name: 'Second' });
    inbox.remove('n2');
    expect(await screen.findByText('This notification was deleted')).toBeInTheDocument();
    expect(inbox.operations('Notification')).toHaveLength(1);
  });

  it('comes back with the reason when it could not be deleted', async () => {
    await show('/notifications/n2');
    inbox.fail('DeleteNotifications', 'RATE_LIMITED');
    const answer = inbox.hold('DeleteNotifications');
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(await screen.findByText('This notification was deleted')).toBeInTheDocument();
    answer();
    expect(await screen.findByRole('heading', { name: 'Second' })).toBeInTheDocument();
    expect(await screen.findByRole('alert')).toHaveTextContent('Could not delete');
  });

  it('does not claim that something was deleted which never was there', async () => {
    await show('/notifications/other');
    expect(await screen.findByText('This notification is not there')).toBeInTheDocument();
  });
});
