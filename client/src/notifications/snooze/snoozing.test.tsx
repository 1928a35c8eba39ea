import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { NotificationBell } from '../bell/notification-bell.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationPage } from '../page/notification-page.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const READ = '2026-01-01T00:00:00.000Z';
const HOUR = 60 * 60_000;

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title });
});

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  const page = path.startsWith('/notifications/') ? <NotificationPage /> : <NotificationsPage />;
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationBell />
      {page}
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const titles = () =>
  screen.queryAllByRole('article').map((row) => row.querySelector('.note-title > [dir]')?.textContent);
const row = async (title: string) => (await screen.findByText(title)).closest('article') as HTMLElement;
const button = (name: string) => screen.getByRole('button', { name });
const untilOf = (title: string) => inbox.rows.find((known) => known.title === title)?.snoozedUntil;
const choose = async (name: RegExp | string) => user.click(await screen.findByRole('menuitem', { name }));

describe('snoozing', () => {
  it('says of each choice when that is, takes the row away, and Undo brings it back', async () => {
    await show();
    await row('Second');
    await user.click(button('Snooze: Second'));
    const menu = await screen.findByRole('menu', { name: 'Snooze until' });
    const [later, tomorrow] = within(menu).getAllByRole('menuitem');
    expect(later).toHaveTextContent(/^(Later today|In 3 hours)\d\d:\d\d/);
    expect(later).toHaveFocus();
    expect(tomorrow).toHaveTextContent(/^Tomorrow08:00 tomorrow$/);
    await user.click(tomorrow!);
    await waitFor(() => expect(titles()).toEqual(['Third', 'First']));
    expect(await row('First')).toHaveFocus();
    expect(await screen.findByText('Snoozed until 08:00 tomorrow')).toBeInTheDocument();
    expect(Date.parse(untilOf('Second')!)).toBeGreaterThan(Date.now());
    await user.click(button('Undo'));
    await waitFor(() => expect(titles()).toEqual(['Third', 'Second', 'First']));
    expect(await row('Second')).toHaveFocus();
    expect(untilOf('Second')).toBeNull();
  });

  it('goes by the keyboard alone: h, arrows, Enter; Escape gives the focus back', async () => {
    await show();
    (await row('Second')).focus();
    await user.keyboard('h');
    await screen.findByRole('menu', { name: 'Snooze until' });
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('menu')).not.toBeInTheDocument();
    expect(button('Snooze: Second')).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('menu');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(titles()).toEqual(['Third', 'First']));
  });

  it('until a time of one’s own, which has to be one that can be', async () => {
    await show();
    await row('Second');
    await user.click(button('Snooze: Second'));
    await choose('Another time…');
    const dialog = screen.getByRole('dialog', { name: 'Snooze until another time' });
    const input = within(dialog).getByLabelText('Bring it back on');
    fireEvent.change(input, { target: { value: '2020-01-01T08:00' } });
    await user.click(within(dialog).getByRole('button', { name: 'Snooze' }));
    expect(input).toHaveAccessibleDescription(/That is over already/);
    expect(inbox.operations('SnoozeNotifications')).toEqual([]);
    const at = new Date(Date.now() + 26 * HOUR);
    at.setSeconds(0, 0);
    const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
    fireEvent.change(input, { target: { value: local } });
    await user.click(within(dialog).getByRole('button', { name: 'Snooze' }));
    await waitFor(() => expect(titles()).toEqual(['Third', 'First']));
    expect(untilOf('Second')).toBe(at.toISOString());
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('comes back, with the reason, when the server refuses', async () => {
    await show();
    await row('Second');
    inbox.fail('SnoozeNotifications', 'SERVICE_UNAVAILABLE');
    await user.click(button('Snooze: Second'));
    await choose(/^Tomorrow/);
    await screen.findByText('Could not snooze');
    expect(titles()).toEqual(['Third', 'Second', 'First']);
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });

  it('has a tab of its own, where each says until when, and can be woken', async () => {
    inbox.change('n2', { snoozedUntil: new Date(Date.now() + 26 * HOUR).toISOString(), readAt: READ });
    await show('/notifications?show=snoozed');
    const snoozed = await row('Second');
    expect(titles()).toEqual(['Second']);
    expect(within(snoozed).getByText(/^Snoozed until/)).toHaveTextContent(/Snoozed until \d\d:\d\d /);
    await user.click(button('Wake now: Second'));
    expect(await screen.findByText('Nothing is snoozed')).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'All' }));
    await waitFor(() => expect(titles()).toEqual(['Third', 'Second', 'First']));
  });

  it('ends by itself: it comes to the top, unread, and is told like an arrival', async () => {
    inbox.change('n1', { snoozedUntil: new Date(Date.now() + HOUR).toISOString(), readAt: READ });
    await show();
    await waitFor(() => expect(titles()).toEqual(['Third', 'Second']));
    const woken = inbox.rows.find(({ id }) => id === 'n1')!;
    inbox.rows = [woken, ...inbox.rows.filter((known) => known !== woken)];
    inbox.change('n1', { snoozedUntil: null, readAt: null, seq: inbox.seq + 1 });
    await waitFor(() => expect(titles()).toEqual(['First', 'Third', 'Second']));
    expect(await screen.findByText('New notification: First')).toBeInTheDocument();
  });
});

describe('the page of one notification', () => {
  it('snoozes, says so, and wakes', async () => {
    await show('/notifications/n2');
    await user.click(await screen.findByRole('button', { name: 'Snooze' }));
    await choose(/^Tomorrow/);
    await waitFor(() =>
      expect(document.querySelector('.detail-lead')).toHaveTextContent('Snoozed until 08:00 tomorrow'),
    );
    await user.click(button('Wake now'));
    expect(await screen.findByRole('button', { name: 'Snooze' })).toBeInTheDocument();
    await waitFor(() => expect(untilOf('Second')).toBeNull());
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();
  });
});
