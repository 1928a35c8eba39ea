import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { MuteButton } from '../../preferences/muting/mute-button.tsx';
import { NotificationPage } from './notification-page.tsx';
import { NotificationsPage } from './notifications-page.tsx';

const user = userEvent.setup();
const NOW = '2026-01-01T00:00:00.000Z';
const WHY = 'Why did or didn’t I get this?';
let inbox: FakeInbox;

beforeEach(() => {
  HTMLElement.prototype.scrollIntoView = () => undefined;
  inbox = new FakeInbox();
  inbox.add({
    title: 'Decided',
    category: 'applications',
    readAt: NOW,
    application: { id: 'a1', title: 'Viola' },
    ring: 'MUTED',
  });
  const common = { reasonNow: null, detail: null, at: NOW, dueAt: null };
  inbox.preferences.deliveries.set('n1', [
    { ...common, channel: 'IN_APP', status: 'DELIVERED', reason: 'MUTED', reasonNow: 'MUTED' },
    { ...common, channel: 'EMAIL', status: 'FAILED', reason: 'REFUSED', detail: '550 no such user' },
  ]);
});

const show = (path: string) =>
  renderWith(
    sessionClient(inbox),
    path.includes('/n1') ? (
      <NotificationPage muting={(subject) => <MuteButton subject={subject} />} />
    ) : (
      <NotificationsPage />
    ),
    path,
  );

describe('why something came', () => {
  it('is asked of the server only when the reader asks, and told with what would change it', async () => {
    show('/notifications/n1');
    const button = await screen.findByRole('button', { name: WHY });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    expect(inbox.operations('Deliveries')).toEqual([]);
    await user.click(button);
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const ring = await screen.findByText('Ring:');
    expect(ring.closest('li')).toHaveTextContent('without ringing, because you had muted what it is about.');
    expect(screen.getByText('E-mail:').closest('li')).toHaveTextContent(
      'the mail server refused it: 550 no such user.',
    );
    expect(screen.getByRole('link', { name: 'Preferences for Ring: what is muted' })).toHaveAttribute(
      'href',
      '/preferences#muted',
    );
    expect(screen.getByRole('link', { name: 'Preferences for E-mail: its category' })).toHaveAttribute(
      'href',
      '/preferences#applications',
    );
  });

  it('is open for whoever came for it, and has the focus', async () => {
    show('/notifications/n1#why');
    const button = await screen.findByRole('button', { name: WHY });
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('is in the menu of the row', async () => {
    show('/notifications');
    await user.click(await screen.findByRole('button', { name: 'More: Decided' }));
    const link = await screen.findByRole('menuitem', { name: WHY });
    expect(link).toHaveAttribute('href', '/notifications/n1#why');
  });

  it('can be tried again when it does not load', async () => {
    inbox.fail('Deliveries', 'SERVICE_UNAVAILABLE');
    show('/notifications/n1#why');
    expect(await screen.findByRole('alert')).toHaveTextContent('The service is busy right now');
    inbox.fail('Deliveries', undefined);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('E-mail:')).toBeInTheDocument();
  });
});

describe('muting', () => {
  it('says what it means, can be undone, and what was decided is looked at again', async () => {
    show('/notifications/n1#why');
    await user.click(await screen.findByRole('button', { name: 'Mute “Viola”' }));
    expect(await screen.findByText(/^Muted: it neither rings/)).toHaveAttribute('role', 'status');
    await waitFor(() => expect(inbox.operations('Deliveries')).toHaveLength(2));
    await user.click(screen.getByRole('button', { name: 'Unmute “Viola”' }));
    expect(await screen.findByRole('button', { name: 'Mute “Viola”' })).toHaveFocus();
    await waitFor(() =>
      expect(inbox.operations('UnmuteSubject')).toEqual([{ subject: { type: 'application', id: 'a1' } }]),
    );
  });

  it('is taken back when the server refuses', async () => {
    inbox.fail('MuteSubject', 'NOT_FOUND');
    show('/notifications/n1#why');
    await user.click(await screen.findByRole('button', { name: 'Mute “Viola”' }));
    expect(await screen.findByText('Could not mute')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Mute “Viola”' })).toBeInTheDocument();
  });
});
