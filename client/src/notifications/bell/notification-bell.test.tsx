import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { showTab } from '../../../test/visibility.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationBell } from './notification-bell.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();
const bell = () => screen.getByRole('button', { name: /^Notifications/ });

beforeEach(() => {
  inbox = new FakeInbox();
});

function show() {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationBell />
      <button type="button">Elsewhere</button>
    </>,
  );
}

describe('the bell', () => {
  it('says how many are unread, to the eye and to a screen reader', async () => {
    for (let i = 0; i < 3; i++) inbox.add();
    show();
    await waitFor(() => expect(bell()).toHaveAccessibleName('Notifications, 3 unread'));
    expect(bell()).toHaveTextContent('3');
    expect(bell()).toHaveAttribute('aria-haspopup', 'dialog');
    expect(bell()).toHaveAttribute('aria-expanded', 'false');
  });

  it('shows 99+ but still says the number', async () => {
    for (let i = 0; i < 120; i++) inbox.add();
    show();
    await waitFor(() => expect(bell()).toHaveTextContent('99+'));
    expect(bell()).toHaveAccessibleName('Notifications, 120 unread');
  });

  it('has no badge when all is read', async () => {
    show();
    await waitFor(() => expect(inbox.operations('Inbox')).toHaveLength(1));
    expect(bell()).toHaveAccessibleName('Notifications');
    expect(bell()).toHaveTextContent('');
  });

  it('opens a panel that ends what is new and leaves what is unread', async () => {
    inbox.add();
    show();
    await waitFor(() => expect(bell()).toHaveAttribute('data-new'));
    await user.click(bell());
    expect(screen.getByRole('dialog').id).toBe(bell().getAttribute('aria-controls'));
    await waitFor(() => expect(bell()).not.toHaveAttribute('data-new'));
    expect(inbox.operations('MarkAllAsSeen')).toEqual([{ upToSeq: 1 }]);
    expect(bell()).toHaveAccessibleName('Notifications, 1 unread');
  });
});

describe('an open panel in a tab that nobody sees', () => {
  it('has not been seen until the reader comes back', async () => {
    show();
    await waitFor(() => expect(inbox.operations('Inbox')).toHaveLength(1));
    await user.click(bell());
    act(() => showTab('hidden'));
    inbox.add();
    await screen.findByRole('button', { name: 'Notifications, 1 unread' });
    expect(inbox.operations('MarkAllAsSeen')).toEqual([]);
    act(() => showTab('visible'));
    await waitFor(() => expect(inbox.operations('MarkAllAsSeen')).toEqual([{ upToSeq: 1 }]));
  });
});

describe('the panel, by keyboard', () => {
  it('takes the focus, closes with Escape and gives the focus back', async () => {
    inbox.add();
    show();
    bell().focus();
    await user.keyboard('{Enter}');
    const panel = await screen.findByRole('dialog', { name: 'Notifications' });
    expect(bell()).toHaveAttribute('aria-expanded', 'true');
    await waitFor(() => expect(panel).toContainElement(document.activeElement as HTMLElement));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(bell()).toHaveFocus();
    expect(bell()).toHaveAttribute('aria-expanded', 'false');
  });

  it('is not modal: the focus can leave it', async () => {
    show();
    await user.click(bell());
    const panel = await screen.findByRole('dialog');
    await waitFor(() => expect(panel).toContainElement(document.activeElement as HTMLElement));
    for (let i = 0; i < 8 && document.activeElement?.textContent !== 'Elsewhere'; i++) await user.tab();
    expect(screen.getByRole('button', { name: 'Elsewhere' })).toHaveFocus();
  });

  it('closes on a click elsewhere', async () => {
    show();
    await user.click(bell());
    await screen.findByRole('dialog');
    await user.click(document.body);
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(bell()).toHaveFocus());
  });

  it.each(['See all notifications', 'Preferences'])('stays while “%s” opens in another tab', async (name) => {
    show();
    await user.click(bell());
    const panel = await screen.findByRole('dialog');
    const [link] = within(panel).getAllByRole('link', { name });
    // The browser would go there.
    window.addEventListener('click', (event) => event.preventDefault(), { once: true });
    fireEvent.click(link!, { ctrlKey: true });
    expect(panel).toBeInTheDocument();
    fireEvent.click(link!);
    await waitFor(() => expect(panel).not.toBeInTheDocument());
  });

  it('marks one and all', async () => {
    inbox.add({ title: 'First' });
    inbox.add({ title: 'Second' });
    show();
    await user.click(bell());
    const panel = await screen.findByRole('dialog');
    await user.click(await within(panel).findByRole('button', { name: 'Mark as read: First' }));
    await waitFor(() => expect(bell()).toHaveAccessibleName('Notifications, 1 unread'));
    await user.click(within(panel).getByRole('button', { name: 'Mark all read' }));
    await waitFor(() => expect(bell()).toHaveAccessibleName('Notifications'));
    expect(within(panel).getAllByRole('button', { name: /Mark as unread/ })).toHaveLength(2);
  });
});
