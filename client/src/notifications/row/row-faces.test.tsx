import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { MuteMenuItem } from '../../preferences/muting/mute-menu-item.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';
import { RowMuting } from './muting.ts';

const CASEY = { actorId: 'c', name: 'Casey Okafor', imageUrl: null };

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

async function show() {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <RowMuting.Provider
      value={{ inMenu: (subject) => <MuteMenuItem subject={subject} />, byKey: () => null }}
    >
      <LiveInbox client={client} />
      <NotificationsPage />
    </RowMuting.Provider>,
    '/notifications',
  );
  return screen.findByRole('article');
}

describe('the face of a row', () => {
  it('is a picture that tells nobody where it is shown, and initials when it does not come', async () => {
    inbox.add({ actor: { ...CASEY, imageUrl: 'https://faces.example.com/c.png' } });
    const row = await show();
    const picture = row.querySelector('img')!;
    expect(picture).toHaveAttribute('referrerpolicy', 'no-referrer');
    expect(picture).toHaveAttribute('loading', 'lazy');
    expect(picture).toHaveAttribute('alt', '');
    expect(picture).toHaveAttribute('width', '36');
    fireEvent.error(picture);
    await waitFor(() => expect(row.querySelector('[data-initials]')).toHaveAttribute('data-initials', 'CO'));
  });

  it('says whose it is, unless the words do', async () => {
    inbox.add({ actor: CASEY });
    const row = await show();
    expect(row.querySelector('.note-by')).toHaveTextContent('by Casey Okafor');
    inbox.change('n1', { message: 'Casey Okafor asks.' });
    await waitFor(() => expect(row.querySelector('.note-by')).toBeNull());
  });
});

describe('how much a row matters', () => {
  it.each([
    ['URGENT', 'Unread: Urgent: Fire'],
    ['HIGH', 'Unread: Important: Fire'],
    ['LOW', 'Unread: Minor: Fire'],
    ['NORMAL', 'Unread: Fire'],
  ] as const)('is said in a word: %s', async (severity, name) => {
    inbox.add({ title: 'Fire', severity });
    const row = await show();
    expect(within(row).getByRole('link', { name })).toBeInTheDocument();
  });
});

describe('muting from a row', () => {
  it('is of what it is about, says so, and is taken back in the same place', async () => {
    inbox.add({ subject: { type: 'course', subjectId: '42', label: null, url: null } });
    const row = await show();
    const more = within(row).getByRole('button', { name: 'More: Notification 1' });
    await user.click(more);
    await user.click(await screen.findByRole('menuitem', { name: 'Mute “course 42”' }));
    expect(more).toHaveFocus();
    await screen.findByText('“course 42” is muted: it comes to your inbox without ringing');
    expect(inbox.preferences.state.mutedSubjects).toMatchObject([{ type: 'course', subjectId: '42' }]);
    await user.click(more);
    await user.click(await screen.findByRole('menuitem', { name: 'Unmute “course 42”' }));
    await waitFor(() => expect(inbox.preferences.state.mutedSubjects).toEqual([]));
    expect(inbox.operations('UnmuteSubject')).toEqual([{ subject: { type: 'course', id: '42' } }]);
  });
});
