import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { commandBoard } from '../../shortcuts/commands.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title });
});

async function show() {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <textarea aria-label="Elsewhere" />
      <NotificationsPage />
    </>,
    '/notifications',
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  await screen.findAllByRole('article');
}

const button = (name: string) => screen.getByRole('button', { name });
const rows = () =>
  screen.queryAllByRole('article').map((row) => row.querySelector('.note-title > [dir]')?.textContent);
const of = (title: string) => inbox.rows.find((row) => row.title === title);
const undo = () => user.keyboard('{Control>}z{/Control}');

describe('Ctrl+Z', () => {
  it('undoes one thing after the other, the last one first, also what no toast spoke of', async () => {
    await show();
    await user.click(button('Archive: Third'));
    await waitFor(() => expect(of('Third')?.archivedAt).toBeTruthy());
    await user.click(button('Mark as read: Second'));
    await waitFor(() => expect(of('Second')?.readAt).toBeTruthy());
    await user.click(button('Pin: First'));
    await waitFor(() => expect(of('First')?.isPinned).toBe(true));
    await undo();
    await waitFor(() => expect(of('First')?.isPinned).toBe(false));
    await undo();
    await waitFor(() => expect(of('Second')?.readAt).toBeNull());
    expect(of('Third')?.archivedAt).toBeTruthy();
    await undo();
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
    await undo();
    expect(inbox.operations('Undo')).toHaveLength(3);
  });

  it('is offered by the palette as long as there is something to undo', async () => {
    await show();
    const isOffered = () => commandBoard.offered(['undo']).length > 0;
    expect(isOffered()).toBe(false);
    await user.click(button('Archive: Second'));
    expect(isOffered()).toBe(true);
    await waitFor(() => expect(of('Second')?.archivedAt).toBeTruthy());
    await undo();
    expect(isOffered()).toBe(false);
  });

  it('is done as ⌘Z, on a layout without Latin letters, and wherever the focus is', async () => {
    await show();
    for (const keys of [
      { key: 'z', code: 'KeyZ', metaKey: true },
      { key: 'я', code: 'KeyZ', ctrlKey: true },
      { key: 'z', code: 'KeyW', ctrlKey: true },
    ]) {
      await user.click(button('Archive: Second'));
      await waitFor(() => expect(of('Second')?.archivedAt).toBeTruthy());
      act(() => (document.activeElement as HTMLElement).blur());
      fireEvent.keyDown(document.body, keys);
      await waitFor(() => expect(of('Second')?.archivedAt).toBeNull());
      await waitFor(() => expect(rows()).toHaveLength(3));
    }
  });

  it.each([
    ['in a field, where it is the browser’s', { key: 'z', ctrlKey: true }, 'Elsewhere'],
    ['held down', { key: 'z', ctrlKey: true, repeat: true }, null],
    ['with Shift', { key: 'Z', ctrlKey: true, shiftKey: true }, null],
    ['with Alt', { key: 'z', ctrlKey: true, altKey: true }, null],
    ['another key where Z stands elsewhere', { key: 'y', code: 'KeyZ', ctrlKey: true }, null],
  ])('does nothing %s', async (_, keys, label) => {
    await show();
    await user.click(button('Archive: Second'));
    await waitFor(() => expect(of('Second')?.archivedAt).toBeTruthy());
    fireEvent.keyDown(label ? screen.getByLabelText(label) : document.body, keys);
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(of('Second')?.archivedAt).toBeNull());
    expect(inbox.operations('Undo')).toHaveLength(1);
  });

  it('leaves what was read by opening it as it is', async () => {
    await show();
    await user.click(screen.getByRole('link', { name: 'Unread: Second' }));
    await waitFor(() => expect(of('Second')?.readAt).toBeTruthy());
    await undo();
    expect(inbox.operations('Undo')).toEqual([]);
  });
});

describe('an undo', () => {
  it('says so where all of it was changed since', async () => {
    await show();
    await user.click(button('Archive: Second'));
    await waitFor(() => expect(of('Second')?.archivedAt).toBeTruthy());
    inbox.change('n2', { readAt: '2026-01-01T00:00:00.000Z' });
    await user.click(button('Undo'));
    expect(
      await screen.findByText('Nothing to undo: it was changed since, here or on another device'),
    ).toBeInTheDocument();
    expect(rows()).toEqual(['Third', 'First']);
  });

  it('tells why it could not be done, and shows what is true', async () => {
    await show();
    await user.click(button('Archive: Second'));
    await waitFor(() => expect(of('Second')?.archivedAt).toBeTruthy());
    inbox.fail('Undo', 'NOT_FOUND');
    await user.click(button('Undo'));
    await screen.findByText('Could not undo');
    expect(screen.getByText('Its time is over, or it was undone already.')).toBeInTheDocument();
    await waitFor(() => expect(rows()).toEqual(['Third', 'First']));
  });
});

describe('recent changes', () => {
  it('are all of the last ten minutes, those of other devices too, and each can be undone', async () => {
    await show();
    await user.click(button('Archive: Third'));
    await waitFor(() => expect(of('Third')?.archivedAt).toBeTruthy());
    const elsewhere = sessionClient(inbox);
    const { UnpinNotificationsDocument, PinNotificationsDocument } = await import('../../generated/acts.ts');
    await elsewhere.apollo.mutate({ mutation: PinNotificationsDocument, variables: { ids: ['n1', 'n2'] } });
    await user.click(button('Recent changes'));
    const list = await screen.findByRole('dialog', { name: 'Recent changes' });
    await screen.findByText(/^2 pinned/);
    expect(screen.getByRole('heading', { name: 'Recent changes' })).toHaveFocus();
    const entries = () => [...list.querySelectorAll('.recent-what')].map(({ textContent }) => textContent);
    expect(entries()).toEqual(['2 pinned just now', 'Archived just now']);
    // What is done elsewhere meanwhile comes into it.
    await elsewhere.apollo.mutate({ mutation: UnpinNotificationsDocument, variables: { ids: ['n2'] } });
    await waitFor(() => expect(entries()[0]).toBe('Unpinned just now'));
    await user.click(list.querySelectorAll('button')[2]!);
    await waitFor(() => expect(of('Third')?.archivedAt).toBeNull());
    await waitFor(() => expect(entries()).toEqual(['Unpinned just now', '2 pinned just now']));
    expect(screen.getByRole('heading', { name: 'Recent changes' })).toHaveFocus();
    await waitFor(() => expect(rows()).toEqual(expect.arrayContaining(['Third', 'Second', 'First'])));
  });

  it('say where there are none, and where they cannot be had', async () => {
    await show();
    await user.click(button('Recent changes'));
    expect(await screen.findByText('Nothing in the last ten minutes.')).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(button('Recent changes')).toHaveFocus();
    inbox.fail('RecentActs', 'SERVICE_UNAVAILABLE');
    await user.click(button('Recent changes'));
    expect(await screen.findByRole('alert')).toHaveTextContent('The service is busy right now.');
  });
});
