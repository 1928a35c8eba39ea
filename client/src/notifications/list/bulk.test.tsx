import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationBell } from '../bell/notification-bell.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

const add = (count: number) => {
  for (let index = 0; index < count; index++) inbox.add();
};

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationBell />
      <NotificationsPage />
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  await screen.findAllByRole('article');
}

const box = (number: number) => screen.getByRole('checkbox', { name: `Select: Notification ${number}` });
const article = (number: number) => box(number).closest('article')!;
const bar = () => screen.findByRole('region', { name: 'Selected notifications' });
const noBar = () =>
  waitFor(() => expect(screen.queryByRole('region', { name: 'Selected notifications' })).toBeNull());
const press = async (name: string) => user.click(within(await bar()).getByRole('button', { name }));
const selected = () =>
  screen
    .getAllByRole('checkbox', { checked: true })
    .map((input) => input.getAttribute('aria-label')?.replace('Select: Notification ', ''));
const idsOf = (isIt: (row: FakeInbox['rows'][number]) => unknown) =>
  inbox.rows.filter(isIt).map(({ id }) => id);

describe('selecting', () => {
  it('is by the box of a row, by x, and by its menu; with Shift it is all between', async () => {
    add(6);
    await show();
    await user.click(box(6));
    expect(await bar()).toHaveTextContent('1 selected');
    fireEvent.click(box(3), { shiftKey: true });
    expect(selected()).toEqual(['6', '5', '4', '3']);
    expect(await bar()).toHaveTextContent('4 selected');
    expect(article(4)).toHaveAttribute('data-selected');
    fireEvent.click(box(4), { shiftKey: true });
    expect(selected()).toEqual(['6', '5']);
    article(1).focus();
    await user.keyboard('x');
    expect(selected()).toEqual(['6', '5', '1']);
    await user.click(screen.getByRole('button', { name: 'More: Notification 2' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Select' }));
    expect(selected()).toEqual(['6', '5', '2', '1']);
  });

  it('says politely how many, and that it has ended', async () => {
    add(2);
    await show();
    await user.click(box(2));
    const aloud = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    await waitFor(() => expect(aloud()).toContain('1 selected'));
    await user.click(box(1));
    await waitFor(() => expect(aloud()).toContain('2 selected'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(aloud()).toContain('Nothing selected'));
    await noBar();
    expect(box(1)).toHaveFocus();
  });

  it('survives what arrives, and forgets what has left, also when that comes back', async () => {
    add(3);
    await show();
    await user.click(box(2));
    await user.click(box(1));
    inbox.add();
    inbox.change('n1', { archivedAt: '2026-01-01T00:00:00.000Z' });
    await waitFor(() => expect(selected()).toEqual(['2']));
    expect(await bar()).toHaveTextContent('1 selected');
    inbox.change('n1', { archivedAt: null });
    await waitFor(() => expect(box(1)).not.toBeChecked());
  });

  it('leads back to the row that it began with when it is ended by its button', async () => {
    add(3);
    await show();
    await user.click(box(2));
    await press('End the selection');
    await noBar();
    expect(article(2)).toHaveFocus();
  });

  it('is nowhere in the panel of the bell', async () => {
    add(2);
    await show();
    await user.click(screen.getByRole('button', { name: /^Notifications, 2/ }));
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    await within(panel).findAllByRole('article');
    expect(within(panel).queryByRole('checkbox')).not.toBeInTheDocument();
  });
});

describe('an act upon all that is selected', () => {
  it('archives them at once; the focus goes to the row after the first, and one Undo brings all back', async () => {
    add(5);
    await show();
    await user.click(box(4));
    await user.click(box(2));
    await press('Archive');
    await noBar();
    expect(article(3)).toHaveFocus();
    expect(await screen.findByText('2 archived')).toBeInTheDocument();
    expect(inbox.operations('ArchiveNotifications')).toEqual([{ ids: ['n4', 'n2'] }]);
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(idsOf(({ archivedAt }) => !archivedAt)).toHaveLength(5));
    expect(inbox.operations('Undo')).toHaveLength(1);
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(5));
  });

  it('reads, unreads and pins them, and they stay selected', async () => {
    add(4);
    await show();
    await user.click(box(4));
    await user.click(box(3));
    await press('Mark as read');
    await waitFor(() => expect(idsOf(({ readAt }) => readAt)).toEqual(['n4', 'n3']));
    expect(selected()).toEqual(['4', '3']);
    await press('Mark as unread');
    await waitFor(() => expect(idsOf(({ readAt }) => readAt)).toEqual([]));
    await press('Pin');
    await waitFor(() => expect(idsOf(({ isPinned }) => isPinned)).toEqual(['n4', 'n3']));
    expect(await screen.findByText('2 pinned')).toBeInTheDocument();
  });

  it('snoozes and deletes them', async () => {
    add(4);
    await show();
    await user.click(box(4));
    await user.click(box(3));
    await press('Snooze');
    await user.click(await screen.findByRole('menuitem', { name: /^Tomorrow/ }));
    expect(await screen.findByText('2 snoozed until 08:00 tomorrow')).toBeInTheDocument();
    await user.click(box(2));
    await press('Delete');
    await waitFor(() => expect(idsOf(() => true)).toEqual(['n4', 'n3', 'n1']));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(idsOf(() => true)).toEqual(['n4', 'n3', 'n2', 'n1']));
  });

  it('moves back what is archived', async () => {
    add(3);
    for (const id of ['n1', 'n2', 'n3']) inbox.change(id, { archivedAt: '2026-01-01T00:00:00.000Z' });
    await show('/notifications?show=archived');
    await user.click(box(3));
    await user.click(box(1));
    await press('Move back to inbox');
    await waitFor(() => expect(idsOf(({ archivedAt }) => archivedAt)).toEqual(['n2']));
    expect(await screen.findByText('2 moved back to the inbox')).toBeInTheDocument();
  });

  it('is taken back, and told, when the server refuses', async () => {
    add(2);
    await show();
    inbox.fail('ArchiveNotifications', 'SERVICE_UNAVAILABLE');
    await user.click(box(2));
    await press('Archive');
    await screen.findByText('Could not archive');
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  });
});

describe('all that the filter shows', () => {
  it('is all that is loaded first, then also what is not, and spares what comes meanwhile', async () => {
    add(25);
    await show('/notifications?show=unread');
    await user.click(box(25));
    await press('Select all 20 loaded');
    await waitFor(() => expect(selected()).toHaveLength(20));
    await press('Select all 25 unread');
    expect(await bar()).toHaveTextContent('All selected');
    inbox.add({ title: 'Came meanwhile' });
    await press('Archive');
    const left = () => inbox.rows.filter(({ archivedAt }) => !archivedAt).map(({ title }) => title);
    await waitFor(() => expect(left()).toEqual(['Came meanwhile']));
    expect(inbox.operations('ActOnAll')).toMatchObject([{ act: 'ARCHIVE', filter: { state: 'UNREAD' } }]);
    expect(await screen.findByText('25 archived')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(idsOf(({ archivedAt }) => archivedAt)).toEqual([]));
  });

  it('becomes those that are loaded when one is taken out', async () => {
    add(25);
    await show();
    await user.click(box(25));
    await press('Select all 20 loaded');
    await press('Select all that the filter shows');
    await user.click(box(20));
    expect(await bar()).toHaveTextContent('19 selected');
    expect(box(20)).not.toBeChecked();
  });
});
