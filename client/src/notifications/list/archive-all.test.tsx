import '../../../test/browser.ts';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { renderWith, sessionClient } from '../../../test/render.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const course = { subject: { type: 'course', subjectId: '1', label: 'Course 1', url: null } };

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
});

async function show(search = '?subject=course:1') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <NotificationsPage />
    </>,
    `/notifications${search}`,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  await screen.findAllByRole('article');
}

const button = () => screen.getByRole('button', { name: 'Archive all' });
const kept = () => inbox.rows.filter(({ archivedAt }) => !archivedAt).map(({ id }) => id);
const add = (count: number) => Array.from({ length: count }, () => inbox.add(course));

describe('"Archive all"', () => {
  it('archives what the list is narrowed to, and Undo brings back exactly that', async () => {
    add(2);
    inbox.add();
    inbox.change('n1', { archivedAt: '2026-01-01T00:00:00.000Z' });
    inbox.add(course);
    await show();
    await user.click(button());
    expect(await screen.findByText('2 archived')).toBeInTheDocument();
    expect(kept()).toEqual(['n3']);
    expect(screen.queryAllByRole('article')).toEqual([]);
    expect(button()).toHaveAttribute('aria-disabled', 'true');
    expect(button()).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(kept()).toEqual(['n5', 'n3', 'n2']));
    await waitFor(() => expect(screen.getAllByRole('article')).toHaveLength(2));
  });

  it('leaves alone, when it is undone, what was changed on another device since', async () => {
    add(3);
    await show();
    await user.click(button());
    await screen.findByText('3 archived');
    inbox.change('n2', { readAt: '2026-01-01T00:00:00.000Z' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(kept()).toEqual(['n3', 'n1']));
  });

  it('archives also what is not loaded, and Undo brings back all of it', async () => {
    add(25);
    await show();
    await user.click(button());
    expect(await screen.findByText('25 archived')).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(kept()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(kept()).toHaveLength(25));
  });

  it('spares what came after the reader looked', async () => {
    add(2);
    await show();
    fireEvent.pointerEnter(screen.getAllByRole('article')[0]!.closest('.feed')!.parentElement!);
    inbox.add(course);
    await screen.findByRole('button', { name: '1 new' });
    // The pointer stays where it is, however slow all this is.
    fireEvent.click(button());
    await waitFor(() => expect(kept()).toEqual(['n3']));
  });

  it('puts them back, and says why, when the server refuses', async () => {
    add(2);
    await show();
    inbox.fail('ActOnAll', 'SERVICE_UNAVAILABLE');
    await user.click(button());
    await screen.findByText('Could not archive all');
    expect(screen.getAllByRole('article')).toHaveLength(2);
    expect(screen.queryByText('2 archived')).not.toBeInTheDocument();
  });

  it.each(['', '?show=archived&subject=course:1'])('is not offered in %j', async (search) => {
    add(2);
    inbox.change('n1', { archivedAt: '2026-01-01T00:00:00.000Z' });
    await show(search);
    expect(screen.queryByRole('button', { name: 'Archive all' })).not.toBeInTheDocument();
  });
});
