import { Frame, sessionClient } from '../../../test/render.tsx';
import { beforeEach, expect, it } from '@jest/globals';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { focusTab, showTab } from '../../../test/visibility.ts';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { chooseSound } from '../../browser/sound.ts';
import { NotificationBell } from '../bell/notification-bell.tsx';
import { LiveInbox } from './live-inbox.tsx';

let inbox: FakeInbox;
let played: number;
let told: string[];

beforeEach(() => {
  inbox = new FakeInbox();
  played = 0;
  told = [];
  localStorage.clear();
  showTab('visible');
  focusTab(true);
  class FakeAudio {
    play = async () => void played++;
  }
  Object.assign(globalThis, { Audio: FakeAudio });
  for (const category of ['now', 'later', 'never']) chooseSound(category, 'bell');
});

/** By category: `now`, `later`, `never`. */
async function begin(isQuiet = false) {
  const client = sessionClient(inbox);
  render(
    <Frame client={client}>
      <LiveInbox
        client={client}
        onArrivals={(rows) => told.push(...rows.map(({ title }) => title))}
        isQuiet={isQuiet}
        whenToRing={({ category }) => category.toUpperCase() as 'NOW' | 'LATER' | 'NEVER'}
      />
      <NotificationBell />
    </Frame>,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

/** What is heard is heard a moment after the rest. */
const heard = (times: number) => waitFor(() => expect(played).toBe(times));

async function arrive(category: string, title = category) {
  inbox.add({ category, title });
  await waitFor(() => expect(told).toContain(title));
}

it('is heard where it rings now, and not in quiet hours or where it was muted', async () => {
  await begin();
  await arrive('later');
  await arrive('never');
  expect(played).toBe(0);
  await arrive('now');
  await heard(1);
});

it('is not heard in a quiet time, though it is so important that it rings', async () => {
  await begin(true);
  await arrive('now');
  expect(document.querySelectorAll('.toast')).toHaveLength(1);
  expect(played).toBe(0);
});

it('is not heard where it came while the tab was away', async () => {
  await begin();
  inbox.cutSockets();
  await arrive('now', 'missed');
  expect(played).toBe(0);
  await arrive('now', 'seen to come');
  await heard(1);
});

it('is not heard while the reader looks at the open panel, and is as soon as they do something else', async () => {
  await begin();
  fireEvent.click(screen.getByRole('button', { name: /^Notifications/ }));
  await screen.findByRole('heading', { name: 'Notifications' });
  await arrive('now', 'in view');
  await screen.findByText('in view');
  expect(played).toBe(0);

  act(() => focusTab(false));
  await arrive('now', 'beside');
  await heard(1);
  localStorage.removeItem('carillon-sound-at');
  act(() => focusTab(true));
  act(() => showTab('hidden'));
  await arrive('now', 'behind');
  await heard(2);
  localStorage.removeItem('carillon-sound-at');
  act(() => showTab('visible'));
  fireEvent.click(screen.getByRole('button', { name: /^Notifications/, expanded: true }));
  await arrive('now', 'closed');
  await heard(3);
});
