import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { NotificationsPage } from './notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  for (const title of ['First', 'Second', 'Third']) inbox.add({ title, readAt: '2026-01-01T00:00:00.000Z' });
});

async function show() {
  renderWith(sessionClient(inbox), <NotificationsPage />, '/notifications');
  await screen.findByRole('link', { name: 'Second' });
}

const rows = () => screen.queryAllByRole('article').map((row) => row.querySelector('a')?.textContent);
const button = (name: string) => screen.getByRole('button', { name });
const archived = () => inbox.rows.filter(({ archivedAt }) => archivedAt).map(({ title }) => title);

describe('what could not be done', () => {
  it('is tried again by the button of its message, and can then be undone as ever', async () => {
    await show();
    inbox.fail('ArchiveNotifications', 'SERVICE_UNAVAILABLE');
    await user.click(button('Archive: Second'));
    const message = await screen.findByRole('alert');
    expect(message).toHaveTextContent('Could not archive');
    await waitFor(() => expect(rows()).toEqual(['Third', 'Second', 'First']));
    expect(screen.queryByRole('button', { name: 'Undo' })).not.toBeInTheDocument();

    inbox.fail('ArchiveNotifications', undefined);
    await user.click(within(message).getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(archived()).toEqual(['Second']));
    expect(rows()).toEqual(['Third', 'First']);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(archived()).toEqual([]));
  });

  it('says so again where it fails again, once', async () => {
    await show();
    inbox.fail('ArchiveNotifications', 'SERVICE_UNAVAILABLE');
    await user.click(button('Archive: Second'));
    for (let tries = 2; tries < 4; tries++) {
      await user.click(await screen.findByRole('button', { name: 'Try again' }));
      await waitFor(() => expect(inbox.operations('ArchiveNotifications')).toHaveLength(tries));
      await screen.findByRole('button', { name: 'Try again' });
    }
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(rows()).toEqual(['Third', 'Second', 'First']);
  });

  it.each(['FORBIDDEN', 'BAD_USER_INPUT', 'RATE_LIMITED', 'NOT_FOUND'])(
    'is not offered once more where %s would be the answer again',
    async (code) => {
      await show();
      inbox.fail('ArchiveNotifications', code);
      await user.click(button('Archive: Second'));
      expect(await screen.findByRole('alert')).toHaveTextContent('Could not archive');
      expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    },
  );
});
