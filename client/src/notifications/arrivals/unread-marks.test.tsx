import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { LiveInbox } from './live-inbox.tsx';

let inbox: FakeInbox;
let badges: number[];

beforeEach(() => {
  inbox = new FakeInbox();
  badges = [];
  setBadging((unread) => {
    badges.push(unread);
    return Promise.resolve();
  });
  document.head.innerHTML = '<link rel="icon" type="image/svg+xml" href="/favicon.svg">';
  document.title = 'Carillon';
});

function setBadging(setAppBadge: ((unread: number) => Promise<void>) | undefined): void {
  Object.defineProperty(navigator, 'setAppBadge', { value: setAppBadge, configurable: true });
}

const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute('href');
/** All that can be seen from outside of the page. */
const marks = () => ({ title: document.title, icon: icon(), badge: badges.at(-1) });
const NONE = { title: 'Carillon', icon: '/favicon.svg', badge: 0 };
const some = (unread: number) => ({
  title: `(${unread}) Carillon`,
  icon: '/favicon-unread.svg',
  badge: unread,
});
const areMarked = (expected: ReturnType<typeof marks>) => waitFor(() => expect(marks()).toEqual(expected));

function open() {
  const client = sessionClient(inbox);
  return { client, ...renderWith(client, <LiveInbox client={client} />) };
}

describe('the marks of what is unread', () => {
  it('are one number, from the first answer on, and go when it is read elsewhere', async () => {
    inbox.add();
    inbox.add();
    open();
    await areMarked(some(2));
    const { id } = inbox.add();
    await areMarked(some(3));
    for (const row of inbox.rows) inbox.change(row.id, { readAt: '2026-01-01T00:00:00.000Z' });
    await areMarked(NONE);
    inbox.change(id, { readAt: null });
    await areMarked(some(1));
  });

  it('say nothing before the server has: what another tab has put there stands', async () => {
    inbox.add();
    const answer = inbox.hold('Inbox');
    open();
    await waitFor(() => expect(inbox.operations('Inbox').length).toBeGreaterThan(0));
    expect(badges).toEqual([]);
    answer();
    await areMarked(some(1));
    expect(badges).toEqual([1]);
  });

  it('stay as they were while the line is lost', async () => {
    inbox.add();
    const { client } = open();
    await areMarked(some(1));
    inbox.fail('InboxChanges', 'SERVICE_UNAVAILABLE');
    inbox.fail('Inbox', 'SERVICE_UNAVAILABLE');
    inbox.cutSockets();
    await waitFor(() => expect(client.connection.get()).not.toBe('live'));
    expect(marks()).toEqual(some(1));
  });

  it('go from the tab with the reader', async () => {
    inbox.add();
    const { unmount } = open();
    await areMarked(some(1));
    unmount();
    expect([document.title, icon()]).toEqual(['Carillon', '/favicon.svg']);
  });

  it.each([
    ['has no badges', undefined],
    ['refuses badges', () => Promise.reject(new DOMException('No', 'NotAllowedError'))],
  ])('are in the tab all the same where the browser %s', async (_, setAppBadge) => {
    setBadging(setAppBadge);
    inbox.add();
    open();
    await areMarked({ ...some(1), badge: undefined });
  });

  it('do without an icon where a host’s page has none', async () => {
    document.head.innerHTML = '';
    inbox.add();
    open();
    await waitFor(() => expect(document.title).toBe('(1) Carillon'));
    expect(icon()).toBeUndefined();
  });
});
