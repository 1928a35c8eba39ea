import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, within } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import type { FakeRow } from '../../../test/fake-row.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationPage } from '../page/notification-page.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const ME = { actorId: 'me', name: 'Name of me', imageUrl: null };
const IRIS = { actorId: 'iris', name: 'Iris <b>Lindqvist</b>', imageUrl: null };
const APPROVE = { actionId: 'approve', label: 'Approve', style: 'PRIMARY', asksForComment: false } as const;
const REJECT = { actionId: 'reject', label: 'Reject', style: 'DANGER', asksForComment: true } as const;
const MERGE = { actionId: 'merge', label: 'Merge it', style: 'DEFAULT', asksForComment: false } as const;

let inbox: FakeInbox;

beforeEach(() => {
  inbox = new FakeInbox();
});

const answered = (
  action: NonNullable<FakeRow['outcome']>['action'],
  by: typeof ME,
  comment: string | null = null,
) => ({ actions: [], outcome: { action, by, at: new Date().toISOString(), comment } });

function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      {path === '/notifications' ? <NotificationsPage /> : <NotificationPage />}
    </>,
    path,
  );
}

const outcome = () => document.querySelector('.note-outcome')?.textContent ?? null;

describe('a notification that asked for a decision', () => {
  it.each([
    [APPROVE, ME, 'Approved by you, just now'],
    [REJECT, IRIS, 'Rejected by Iris <b>Lindqvist</b>, just now'],
    [MERGE, IRIS, '“Merge it” by Iris <b>Lindqvist</b>, just now'],
  ])('says what became of it: %j by %j', async (action, by, words) => {
    inbox.add({ title: 'New application', ...answered(action, by, 'Because') });
    show();
    const row = await screen.findByRole('article', { name: /New application/ });
    await within(row).findByText(/just now/, { selector: '.note-outcome time' });
    await screen.findByText((_, element) => element?.className === 'note-outcome');
    expect(outcome()).toBe(words);
    expect(row).toHaveAccessibleDescription(/^Something happened\. .* by .*, just now$/);
    expect(screen.queryByText('Because')).not.toBeInTheDocument();
  });

  it('says nothing while it is open', async () => {
    inbox.add({ actions: [APPROVE, REJECT] });
    show();
    await screen.findByRole('article');
    expect(outcome()).toBeNull();
  });

  it.each(['/notifications', '/notifications/n1'])(
    'says so in place of its buttons as soon as it was answered elsewhere: %s',
    async (path) => {
      inbox.add({ title: 'New application', actions: [APPROVE, REJECT] });
      show(path);
      const approve = { name: 'Approve: New application' };
      await screen.findByRole('button', approve);
      act(() => inbox.change('n1', answered(APPROVE, IRIS)));
      await screen.findByText(/just now/, { selector: '.note-outcome time' });
      expect(outcome()).toBe('Approved by Iris <b>Lindqvist</b>, just now');
      expect(screen.queryByRole('button', approve)).not.toBeInTheDocument();
    },
  );

  it('has what was said about it on its own page', async () => {
    inbox.add(answered(REJECT, IRIS, 'Too <i>late</i>'));
    show('/notifications/n1');
    expect(await screen.findByText('Too <i>late</i>')).toHaveAttribute('dir', 'auto');
  });
});
