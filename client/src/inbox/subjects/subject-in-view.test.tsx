import { renderWith, sessionClient } from '../../../test/render.tsx';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { showTab } from '../../../test/visibility.ts';
import type { SessionClient } from '../../apollo/client.ts';
import { LiveInbox } from '../../notifications/arrivals/live-inbox.tsx';
import { NotificationBell } from '../../notifications/bell/notification-bell.tsx';
import { SubjectInView } from './subject-in-view.tsx';

const VIOLA = { id: 'viola', title: 'Viola' };
const CELLO = { id: 'cello', title: 'Cello' };
const OPENED = { subject: { type: 'application', id: 'viola' } };

let inbox: FakeInbox;
let client: SessionClient;
let arrived: string[];

beforeEach(() => {
  inbox = new FakeInbox();
  client = sessionClient(inbox);
  arrived = [];
});
afterEach(() => showTab('visible'));

async function show() {
  renderWith(
    client,
    <>
      <LiveInbox client={client} onArrivals={(rows) => arrived.push(...rows.map(({ id }) => id))} />
      <NotificationBell />
      <SubjectInView type="application" id="viola" />
    </>,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const opened = () => inbox.operations('OpenSubject');
const unread = (count: number) => waitFor(() => expect(inbox.counts().unread).toBe(count));
const toasts = () => [...document.querySelectorAll('.toast')].map((toast) => toast.textContent);
const arrive = async (row: Parameters<FakeInbox['add']>[0]) => {
  act(() => void inbox.add(row));
  const id = `n${inbox.seq}`;
  await waitFor(() => expect(arrived).toContain(id));
};

describe('the page of something', () => {
  it('reads what is about it, and nothing else, once', async () => {
    inbox.add({ application: VIOLA });
    inbox.add({ application: CELLO });
    inbox.add();
    await show();
    expect(await screen.findByRole('button', { name: 'Notifications, 2 unread' })).toBeInTheDocument();
    expect(opened()).toEqual([OPENED]);
    act(() => showTab('hidden'));
    act(() => showTab('visible'));
    await arrive({ application: CELLO });
    expect(opened()).toHaveLength(1);
  });

  it('reads nothing while it is in a background tab, and does when its reader comes', async () => {
    inbox.add({ application: VIOLA });
    act(() => showTab('hidden'));
    await show();
    await arrive({ application: VIOLA, title: 'News' });
    expect(opened()).toEqual([]);
    act(() => showTab('visible'));
    await unread(0);
    expect(opened()).toEqual([OPENED]);
  });

  it('reads what comes while it is seen; no toast says what the reader is looking at', async () => {
    await show();
    await waitFor(() => expect(opened()).toHaveLength(1));
    await arrive({ application: VIOLA, title: 'About this' });
    await unread(0);
    expect(opened()).toEqual([OPENED, OPENED]);
    expect(await screen.findByText('New notification: About this')).toHaveAttribute('role', 'status');
    await arrive({ application: CELLO, title: 'About something else' });
    await waitFor(() => expect(toasts()).toEqual([expect.stringContaining('About something else')]));
    expect(opened()).toHaveLength(2);
  });

  it('reads what comes while it is seen also when that does not ring', async () => {
    await show();
    for (const [index, ring] of (['MUTED', 'QUIET_HOURS', 'PREFERENCE_OFF'] as const).entries()) {
      await arrive({ application: VIOLA, ring });
      await waitFor(() => expect(opened()).toHaveLength(2 + index));
    }
    await unread(0);
  });

  it('is rung for while it is not seen, and calms the toast when it is', async () => {
    await show();
    act(() => showTab('hidden'));
    await arrive({ application: VIOLA, title: 'About this' });
    await waitFor(() => expect(toasts()).toEqual([expect.stringContaining('About this')]));
    act(() => showTab('visible'));
    await waitFor(() => expect(toasts()).toEqual([]));
  });

  it('tries again when the server cannot be reached', async () => {
    inbox.add({ application: VIOLA });
    inbox.fail('OpenSubject', 'SERVICE_UNAVAILABLE');
    await show();
    await waitFor(() => expect(opened()).toHaveLength(1));
    inbox.fail('OpenSubject', undefined);
    act(() => void window.dispatchEvent(new Event('online')));
    await unread(0);
  });

  it('does not give it up for good in an outage that is longer than its tries', async () => {
    inbox.add({ application: VIOLA });
    inbox.fail('OpenSubject', 'SERVICE_UNAVAILABLE');
    await show();
    for (let tries = 1; tries <= 6; tries++) {
      await waitFor(() => expect(opened()).toHaveLength(tries));
      act(() => void window.dispatchEvent(new Event('online')));
    }
    await unread(1);
    act(() => client.connection.set('offline'));
    inbox.fail('OpenSubject', undefined);
    act(() => client.connection.set('live'));
    await unread(0);
  });

  it('says nothing any more when it was left', async () => {
    const { unmount } = renderWith(client, <SubjectInView type="application" id="viola" />);
    await waitFor(() => expect(opened()).toHaveLength(1));
    unmount();
    renderWith(client, <LiveInbox client={client} onArrivals={(rows) => arrived.push(rows[0]!.id)} />);
    await arrive({ application: VIOLA });
    expect(opened()).toHaveLength(1);
    expect(inbox.counts().unread).toBe(1);
  });
});
