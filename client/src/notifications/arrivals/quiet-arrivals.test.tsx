import { Frame, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { render, screen, waitFor } from '@testing-library/react';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import type { SessionClient } from '../../apollo/client.ts';
import { LiveInbox } from './live-inbox.tsx';
import { NotificationBell } from '../bell/notification-bell.tsx';

let inbox: FakeInbox;
let client: SessionClient;
let told: string[];
let rerender: (children: React.ReactNode) => void;
let visibility: string;

beforeEach(() => {
  inbox = new FakeInbox();
  client = sessionClient(inbox);
  told = [];
  visibility = 'visible';
  Object.defineProperty(document, 'visibilityState', { get: () => visibility, configurable: true });
});

/** By category: `now`, `later`, `never`. */
const tree = (isQuiet: boolean) => (
  <Frame client={client}>
    <LiveInbox
      client={client}
      onArrivals={(rows) => told.push(...rows.map(({ id }) => id))}
      whenToRing={({ category }) => category.toUpperCase() as 'NOW' | 'LATER' | 'NEVER'}
      isQuiet={isQuiet}
    />
    <NotificationBell quiet={isQuiet ? 'do not disturb until 15:00' : null} />
  </Frame>
);

async function begin() {
  const view = render(tree(true));
  rerender = view.rerender;
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const toasts = () => [...document.querySelectorAll('.toast')].map((toast) => toast.textContent);
const SUMMARY = /came while you did not want to be disturbed$/;
const arrive = async (...categories: string[]) => {
  for (const category of categories) inbox.add({ category, title: `It is ${category}` });
  const { seq } = inbox;
  await waitFor(() => expect(told).toContain(`n${seq}`));
};

describe('what arrives while the reader does not want to be disturbed', () => {
  it('rings only if it may; the count comes as ever, and the bell says why it is silent', async () => {
    await begin();
    await arrive('later', 'never');
    expect(
      screen.getByRole('button', { name: 'Notifications, 2 unread, do not disturb until 15:00' }),
    ).toBeInTheDocument();
    expect(toasts()).toEqual([]);
    await arrive('now');
    expect(toasts()).toEqual(['It is nowSomething happened.']);
    expect(await screen.findByText('New notification: It is now')).toHaveAttribute('role', 'status');
  });

  it('is told in one line when that ends, without what never rings', async () => {
    await begin();
    await arrive('later', 'later', 'never', 'later');
    rerender(tree(false));
    await waitFor(() => expect(toasts()).toEqual(['3 came while you did not want to be disturbed']));
    rerender(tree(true));
    rerender(tree(false));
    await arrive('now');
    expect(toasts().filter((text) => SUMMARY.test(text ?? ''))).toHaveLength(1);
  });

  it('is not told any more once it was read or removed, or when the bell was opened', async () => {
    await begin();
    await arrive('later', 'later', 'later');
    inbox.change('n1', { readAt: '2026-01-01T00:00:00.000Z' });
    inbox.remove('n2');
    await screen.findByRole('button', { name: /1 unread/ });
    rerender(tree(false));
    await waitFor(() => expect(toasts()).toEqual(['1 came while you did not want to be disturbed']));

    rerender(tree(true));
    await arrive('later');
    inbox.seenSeq = inbox.seq;
    inbox.change('n3', { title: 'Seen on another device' });
    await waitFor(() => expect(document.querySelector('.bell[data-new]')).toBeNull());
    rerender(tree(false));
    await arrive('never');
    expect(toasts()).toHaveLength(1);
  });

  it('waits on until the reader looks: quiet hours end long before they are back', async () => {
    await begin();
    await arrive('later');
    visibility = 'hidden';
    rerender(tree(false));
    await arrive('never');
    expect(toasts()).toEqual([]);
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await waitFor(() => expect(toasts()).toEqual(['1 came while you did not want to be disturbed']));
  });
});
