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
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title });
});

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationBell />
      {path.startsWith('/notifications/') ? <NotificationPage /> : <NotificationsPage />}
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const row = async (title: string, place: Pick<typeof screen, 'findByRole'> = screen) =>
  (await place.findByRole('link', { name: new RegExp(title) })).closest('article') as HTMLElement;
const archived = () => inbox.rows.filter(({ archivedAt }) => archivedAt).map(({ title }) => title);
const unread = () => inbox.rows.filter(({ readAt }) => !readAt).map(({ title }) => title);

describe('the keys of the list', () => {
  it('lead into it from elsewhere on its page, and on from row to row', async () => {
    await show();
    const third = await row('Third');
    await user.keyboard('k');
    expect(third).toHaveFocus();
    third.blur();
    await user.keyboard('j');
    expect(third).toHaveFocus();
    await user.keyboard('jj');
    expect(await row('First')).toHaveFocus();
    await user.keyboard('j');
    expect(await row('First')).toHaveFocus();
    await user.keyboard('k');
    expect(await row('Second')).toHaveFocus();
    within(await row('Second'))
      .getByRole('button', { name: /^Archive/ })
      .focus();
    await user.keyboard('k');
    expect(await row('Third')).toHaveFocus();
  });

  it('mark the row as read and as unread, once', async () => {
    await show();
    (await row('Second')).focus();
    await user.keyboard('{Shift>}iii{/Shift}');
    await waitFor(() => expect(unread()).toEqual(['Third', 'First']));
    await user.keyboard('{Shift>}uu{/Shift}');
    await waitFor(() => expect(unread()).toEqual(['Third', 'Second', 'First']));
    expect(inbox.operations('MarkAsRead')).toHaveLength(1);
    expect(inbox.operations('MarkAsUnread')).toHaveLength(1);
  });

  it('open what the row leads to', async () => {
    await show();
    const second = await row('Second');
    let clicked = 0;
    within(second)
      .getByRole('link', { name: /Second/ })
      .addEventListener('click', () => clicked++);
    second.focus();
    await user.keyboard('{Enter}');
    expect(clicked).toBe(1);
    await waitFor(() => expect(unread()).toEqual(['Third', 'First']));
  });

  it('delete by either, and undo that as anything else', async () => {
    await show();
    for (const key of ['#', '{Delete}']) {
      (await row('Second')).focus();
      await user.keyboard(key);
      await waitFor(() => expect(screen.queryByText('Second')).not.toBeInTheDocument());
      await user.keyboard('z');
      await row('Second');
    }
  });

  it('are nobody’s behind a question', async () => {
    await show();
    (await row('Second')).focus();
    await user.keyboard('h');
    await user.click(await screen.findByRole('menuitem', { name: 'Another time…' }));
    await screen.findByRole('dialog');
    await user.keyboard('ejz?');
    expect(archived()).toEqual([]);
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement);
  });

  it('undo from anywhere on the page', async () => {
    await show();
    for (const keys of ['z', '{Control>}z{/Control}']) {
      (await row('Second')).focus();
      await user.keyboard('e');
      await waitFor(() => expect(archived()).toEqual(['Second']));
      screen.getByRole('link', { name: 'Archived' }).focus();
      await user.keyboard(keys);
      await waitFor(() => expect(archived()).toEqual([]));
      await row('Second');
    }
  });

  it('leave alone what is written in the search', async () => {
    await show();
    await row('Second');
    await user.keyboard('/');
    const box = screen.getByRole('searchbox', { name: 'Search notifications' });
    expect(box).toHaveFocus();
    await user.keyboard('jeze#');
    expect(box).toHaveValue('jeze#');
    expect(archived()).toEqual([]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('snooze, pin and select the row that has the focus', async () => {
    await show();
    const isPinned = () => inbox.rows.find(({ title }) => title === 'Second')!.isPinned;
    (await row('Second')).focus();
    await user.keyboard('x');
    expect(within(await row('Second')).getByRole('checkbox')).toBeChecked();
    await user.keyboard('x');
    expect(within(await row('Second')).getByRole('checkbox')).not.toBeChecked();
    await user.keyboard('h');
    expect(await screen.findByRole('menu')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    (await row('Second')).focus();
    await user.keyboard('s');
    await waitFor(() => expect(isPinned()).toBe(true));
  });

  it('mean the panel while the focus is in it, and not the page behind', async () => {
    await show();
    await row('Second');
    await user.click(screen.getByRole('button', { name: /^Notifications/ }));
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    const third = await row('Third', within(panel));
    await user.keyboard('j');
    expect(third).toHaveFocus();
    await user.keyboard('e');
    await waitFor(() => expect(archived()).toEqual(['Third']));
    expect(await row('Second', within(panel))).toHaveFocus();
    await user.keyboard('z');
    await waitFor(() => expect(archived()).toEqual([]));
  });
});

describe('the keys on the page of a notification', () => {
  it('are for it, wherever the focus is on the page', async () => {
    await show('/notifications/n2');
    await screen.findByRole('heading', { name: 'Second' });
    await waitFor(() => expect(unread()).toEqual(['Third', 'First']));
    await user.keyboard('{Shift>}u{/Shift}');
    await waitFor(() => expect(unread()).toEqual(['Third', 'Second', 'First']));
    await user.keyboard('e');
    await waitFor(() => expect(archived()).toEqual(['Second']));
    await screen.findByRole('button', { name: 'Move back to inbox' });
    await user.keyboard('e');
    await waitFor(() => expect(archived()).toEqual([]));
    await user.keyboard('h');
    expect(await screen.findByRole('menu')).toBeInTheDocument();
    await user.keyboard('{Escape}#');
    expect(await screen.findByText(/Deleted/)).toBeInTheDocument();
  });
});
