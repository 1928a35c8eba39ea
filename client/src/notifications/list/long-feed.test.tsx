import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, Route, Routes } from 'react-router';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { withLayout } from '../../../test/fake-layout.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const user = userEvent.setup();
let inbox: FakeInbox;

beforeEach(() => {
  window.sessionStorage.clear();
  inbox = new FakeInbox();
});

const rowsOf = (count: number) => {
  for (let index = 1; index <= count; index++) inbox.add({ title: `No. ${index}` });
};
// By what they are: to ask for roles and names among so many takes seconds.
const articles = () => [...document.querySelectorAll<HTMLElement>('article')];
const moreButton = () =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Load more');
const positions = () => articles().map((row) => Number(row.getAttribute('aria-posinset')));
const at = (position: number) => document.querySelector<HTMLElement>(`article[aria-posinset="${position}"]`)!;
const focusedPosition = () => document.activeElement?.getAttribute('aria-posinset');

async function show(count: number) {
  rowsOf(count);
  const client = sessionClient(inbox);
  renderWith(
    client,
    <Routes>
      <Route
        path="/notifications"
        element={
          <>
            <LiveInbox client={client} />
            <NotificationsPage />
            <Link to="/elsewhere">Leave</Link>
          </>
        }
      />
      <Route path="*" element={<h1>Elsewhere</h1>} />
    </Routes>,
    '/notifications',
  );
  await waitFor(() => expect(articles().length).toBeGreaterThan(0));
  return client;
}

async function loadAll(count: number) {
  while (moreButton()) {
    const known = inbox.operations('Notifications').length;
    fireEvent.click(moreButton()!);
    await waitFor(() => expect(inbox.operations('Notifications').length).toBeGreaterThan(known));
    await waitFor(() => expect(moreButton()?.disabled ?? false).toBe(false));
  }
  await waitFor(() => expect(articles()[0]).toHaveAttribute('aria-setsize', String(count)));
}

describe('a long list', () => {
  const { scroll } = withLayout((row) => 80 + (Number(row.getAttribute('aria-posinset')) % 3) * 20);

  it('draws what is on the screen and around it, wherever that is', async () => {
    await show(250);
    await loadAll(250);
    for (const top of [0, 4_000, 20_000, 60_000, 9_000, 0]) {
      act(() => scroll(top));
      await waitFor(() => {
        const boxes = articles().map((row) => row.getBoundingClientRect());
        const isAtEnd = positions().includes(250);
        expect(boxes[0]!.top <= 0 || positions().includes(1)).toBe(true);
        expect(boxes.at(-1)!.bottom >= window.innerHeight || isAtEnd).toBe(true);
      });
      expect(articles().length).toBeLessThan(100);
    }
  });

  it('says of each row which it is, and of how many as soon as that is known', async () => {
    await show(150);
    expect(articles()[0]).toHaveAttribute('aria-setsize', '-1');
    await loadAll(150);
    act(() => scroll(9_000));
    await waitFor(() => expect(positions().at(-1)).toBeGreaterThan(90));
    expect(new Set(articles().map((row) => row.getAttribute('aria-setsize')))).toEqual(new Set(['150']));
    const titles = articles().map((row) => row.querySelector('.note-title > [dir]')!.textContent);
    expect(titles).toEqual(positions().map((position) => `No. ${151 - position}`));
  });

  it('is drawn as a whole where it is short, first as much as fits on a screen', async () => {
    await show(59);
    await loadAll(59);
    const last = articles().at(-1)!;
    expect([8, 59]).toContain(articles().length);
    // There is room for the others from the beginning.
    if (articles().length === 8) expect(last.style.marginBlockEnd).toBe(`${51 * 96}px`);
    await waitFor(() => expect(articles()).toHaveLength(59));
  });

  it('keeps the row with the focus, from which Page Down and Page Up go on', async () => {
    await show(300);
    await loadAll(300);
    at(5).focus();
    act(() => scroll(20_000));
    await waitFor(() => expect(positions().at(-1)).toBeGreaterThan(200));
    expect(focusedPosition()).toBe('5');
    expect(positions().slice(0, 3)).toEqual([4, 5, 6]);
    await user.keyboard('{PageDown}{PageDown}{PageUp}');
    expect(focusedPosition()).toBe('6');
  });

  it('is walked through over the edge of what is drawn', async () => {
    await show(150);
    await loadAll(150);
    act(() => scroll(0));
    await waitFor(() => expect(at(1)).toBeInTheDocument());
    at(1).focus();
    for (let step = 1; step < 90; step++) {
      await user.keyboard(step % 2 ? '{PageDown}' : 'j');
      expect(focusedPosition()).toBe(String(step + 1));
      act(() => scroll(window.scrollY + document.activeElement!.getBoundingClientRect().top - 300));
    }
    await user.keyboard('k');
    expect(focusedPosition()).toBe('89');
  });

  it('archives the row that has the focus, deep down, and goes on with the next', async () => {
    await show(300);
    await loadAll(300);
    act(() => scroll(15_000));
    await waitFor(() => expect(positions().at(-1)).toBeGreaterThan(150));
    const row = articles().at(-10)!;
    const position = Number(row.getAttribute('aria-posinset'));
    row.focus();
    await user.keyboard('e');
    await waitFor(() =>
      expect(inbox.rows.filter(({ archivedAt }) => archivedAt).map(({ title }) => title)).toEqual([
        `No. ${301 - position}`,
      ]),
    );
    await waitFor(() => expect(document.activeElement).toHaveTextContent(`No. ${300 - position}`));
  });

  it('is all there on paper', async () => {
    await show(200);
    await loadAll(200);
    expect(articles().length).toBeLessThan(100);
    act(() => void window.dispatchEvent(new Event('beforeprint')));
    expect(articles()).toHaveLength(200);
    act(() => void window.dispatchEvent(new Event('afterprint')));
    await waitFor(() => expect(articles().length).toBeLessThan(100));
  });

  it('shows what has come from its top, when that is asked for deep down', async () => {
    await show(200);
    await loadAll(200);
    act(() => scroll(10_000));
    await waitFor(() => expect(positions().at(-1)).toBeGreaterThan(100));
    inbox.add({ title: 'Brand new' });
    await user.click(await screen.findByRole('button', { name: '1 new' }));
    await waitFor(() => expect(document.activeElement).toHaveTextContent('Brand new'));
    expect(focusedPosition()).toBe('1');
  });
});
