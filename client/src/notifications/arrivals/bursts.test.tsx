import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from './live-inbox.tsx';

let inbox: FakeInbox;
let told: number;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  told = 0;
});

async function begin() {
  const client = sessionClient(inbox);
  renderWith(client, <LiveInbox client={client} onArrivals={(rows) => (told += rows.length)} />);
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

/** One delta for each, as they come in life. */
async function arrive(count: number) {
  for (let index = 0; index < count; index++) {
    const before = told;
    inbox.add();
    await waitFor(() => expect(told).toBe(before + 1));
  }
}

const singles = () =>
  [...document.querySelectorAll('.arrival-toast .arrival-title')].map((title) => title.textContent);
const sum = () => document.querySelector('.sum-toast')?.textContent;

describe('a burst of arrivals', () => {
  it('is three toasts and a number, though they come one by one', async () => {
    await begin();
    await arrive(25);
    await waitFor(() => expect(sum()).toBe('22 more new notifications'));
    expect(singles()).toEqual(['Notification 1', 'Notification 2', 'Notification 3']);
    for (let index = 10; index <= 25; index++)
      inbox.change(`n${index}`, { readAt: '2026-01-01T00:00:00.000Z' });
    await waitFor(() => expect(sum()).toBe('6 more new notifications'));
    await user.click(screen.getByText('6 more new notifications'));
    await waitFor(() => expect(sum()).toBeUndefined());
  });

  it('is one number after an outage, whether they were missed or come right after it', async () => {
    await begin();
    inbox.cutSockets();
    for (let index = 0; index < 2; index++) inbox.add();
    await waitFor(() => expect(sum()).toBe('2 new while you were away'), { timeout: 5_000 });
    await arrive(5);
    await waitFor(() => expect(sum()).toBe('7 new notifications'));
    expect(singles()).toEqual([]);
  });

  it('is nothing when they came while the page was being loaded', async () => {
    inbox.add();
    const answer = inbox.hold('Inbox');
    const client = sessionClient(inbox);
    renderWith(client, <LiveInbox client={client} onArrivals={(rows) => (told += rows.length)} />);
    await waitFor(() => expect(inbox.operations('Inbox').length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve));
    for (let index = 0; index < 5; index++) inbox.add();
    answer();
    await waitFor(() => expect(told).toBe(5));
    await arrive(1);
    await waitFor(() => expect(singles()).toEqual(['Notification 7']));
    expect(sum()).toBeUndefined();
  });
});
