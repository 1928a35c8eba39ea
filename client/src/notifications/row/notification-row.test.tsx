import '../../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

let inbox: FakeInbox;
let opened: string[];
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  opened = [];
  jest.spyOn(window, 'open').mockImplementation((url) => (opened.push(String(url)), null));
});
afterEach(() => {
  jest.restoreAllMocks();
  getSelection()?.removeAllRanges();
});

function Where() {
  const { pathname, hash } = useLocation();
  return <output aria-label="Where">{pathname + hash}</output>;
}

function show() {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <Where />
      <NotificationsPage />
    </>,
    '/notifications',
  );
}

const article = async (title: string) => (await screen.findByText(title)).closest('article') as HTMLElement;
const isAt = (path: string) => waitFor(() => expect(screen.getByLabelText('Where')).toHaveTextContent(path));
const about = { id: 'a1', title: 'Cello' };

describe('a row', () => {
  it.each([
    ['its title', (row: HTMLElement) => within(row).getByText('Decided')],
    ['its message', (row: HTMLElement) => within(row).getByText('Something happened.')],
    ['its time', (row: HTMLElement) => row.querySelector('time')!],
  ])('leads straight to what it is about, from %s, and is read by that', async (_, place) => {
    inbox.add({ title: 'Decided', application: about });
    show();
    await user.click(place(await article('Decided')));
    await isAt('/applications/a1');
    await waitFor(() => expect(inbox.operations('MarkAsRead')).toEqual([{ id: 'n1' }]));
  });

  it.each([
    ['what it is about', { application: about }, '/applications/a1'],
    ['its own page', {}, '/notifications/n1'],
  ])('leads with Enter to %s, but not from a button in it', async (_, row, place) => {
    inbox.add({ title: 'Decided', ...row });
    show();
    const focused = await article('Decided');
    within(focused).getByRole('button', { name: 'Mark as read: Decided' }).focus();
    await user.keyboard('{Enter}');
    await within(focused).findByRole('button', { name: 'Mark as unread: Decided' });
    expect(screen.getByLabelText('Where')).toHaveTextContent(/^\/notifications$/);
    focused.focus();
    await user.keyboard('{Enter}');
    await isAt(place);
  });

  it.each(['Control', 'Meta', 'Shift'])(
    'leads to another tab with %s and Enter, as a link does, and is read by that',
    async (modifier) => {
      inbox.add({ title: 'Decided', application: about });
      show();
      (await article('Decided')).focus();
      // The browser would open it there.
      window.addEventListener('click', (event) => event.preventDefault(), { once: true });
      await user.keyboard(`{${modifier}>}{Enter}{/${modifier}}`);
      await waitFor(() => expect(inbox.operations('MarkAsRead')).toEqual([{ id: 'n1' }]));
      await isAt('/notifications');
    },
  );

  it('leads to its own page when it is about nothing else', async () => {
    inbox.add({ title: 'Hello' });
    show();
    await user.click(within(await article('Hello')).getByText('Something happened.'));
    await isAt('/notifications/n1');
  });

  it('has a way to its own page also when it leads elsewhere, and says where that is', async () => {
    inbox.add({ title: 'Out', url: 'https://docs.example.com/page' });
    show();
    const row = await article('Out');
    expect(within(row).getByText('docs.example.com')).toBeInTheDocument();
    await user.click(within(row).getByRole('link', { name: 'Details' }));
    await isAt('/notifications/n1');
    expect(inbox.operations('MarkAsRead')).toEqual([]);
  });

  it.each([
    ['Ctrl', { ctrlKey: true }],
    ['the command key', { metaKey: true }],
    ['Shift', { shiftKey: true }],
  ])('opens in another tab with %s, wherever it is clicked, and is read by that', async (_, modifier) => {
    inbox.add({ title: 'Decided', application: about });
    show();
    const row = await article('Decided');
    fireEvent.click(within(row).getByText('Something happened.'), { detail: 1, ...modifier });
    expect(opened).toEqual(['http://localhost/applications/a1']);
    await isAt('/notifications');
    await waitFor(() => expect(inbox.operations('MarkAsRead')).toHaveLength(1));
  });

  it('opens in another tab with the middle button', async () => {
    inbox.add({ title: 'Decided', application: about });
    show();
    const row = await article('Decided');
    fireEvent(
      within(row).getByText('Something happened.'),
      new MouseEvent('auxclick', { bubbles: true, button: 1 }),
    );
    expect(opened).toEqual(['http://localhost/applications/a1']);
  });

  it('does not open when its text was selected, nor by its own buttons', async () => {
    inbox.add({ title: 'Decided', application: about });
    show();
    const row = await article('Decided');
    const message = within(row).getByText('Something happened.');
    getSelection()?.selectAllChildren(message);
    fireEvent.click(message, { detail: 1 });
    const link = within(row).getByRole('link', { name: 'Unread: Decided' });
    getSelection()?.selectAllChildren(link);
    fireEvent.click(link, { detail: 1 });
    getSelection()?.removeAllRanges();
    await user.click(within(row).getByRole('button', { name: 'Mark as read: Decided' }));
    await waitFor(() => expect(inbox.operations('MarkAsRead')).toHaveLength(1));
    await isAt('/notifications');
  });

  it('nests nothing that is clicked in anything that is', async () => {
    inbox.add({ title: 'Out', url: 'https://example.com/', application: about });
    show();
    const clickable = 'a, button';
    const row = await article('Out');
    expect(row.querySelectorAll(clickable).length).toBeGreaterThan(4);
    for (const element of row.querySelectorAll(clickable))
      expect(element.querySelector(clickable)).toBeNull();
  });
});

describe('a row that cannot be drawn', () => {
  const silence = () => jest.spyOn(console, 'error').mockImplementation(() => undefined);

  it('costs itself alone, and can be read, archived and deleted', async () => {
    const errors = silence();
    inbox.add({ title: 'Before' });
    inbox.add({ title: 'Broken', createdAt: 'no time at all' });
    inbox.add({ title: 'After' });
    show();
    const broken = () => screen.getByText('This notification cannot be shown.').closest('article')!;
    await screen.findByText('This notification cannot be shown.');
    expect(screen.getByText('Before')).toBeInTheDocument();
    expect(screen.getByText('After')).toBeInTheDocument();
    await user.click(within(broken()).getByRole('button', { name: 'Mark as read' }));
    await screen.findByRole('button', { name: 'Mark as unread' });
    await user.click(within(broken()).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(inbox.rows.map(({ title }) => title)).toEqual(['After', 'Before']));
    errors.mockRestore();
  });

  it('is drawn as soon as it can be', async () => {
    const errors = silence();
    inbox.add({ title: 'Broken', createdAt: 'no time at all' });
    show();
    await screen.findByText('This notification cannot be shown.');
    inbox.change('n1', { createdAt: new Date().toISOString() });
    expect(await screen.findByRole('link', { name: 'Unread: Broken' })).toBeInTheDocument();
    errors.mockRestore();
  });
});

describe('whatever a service calls its types and categories', () => {
  const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

  it('they are drawn in the list', async () => {
    for (const name of names) inbox.add({ title: `About ${name}`, type: name, category: name });
    show();
    for (const name of names) expect(await screen.findByText(`About ${name}`)).toBeInTheDocument();
    expect(screen.queryByText('This notification cannot be shown.')).not.toBeInTheDocument();
  });
});
