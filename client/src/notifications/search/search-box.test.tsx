import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  inbox = new FakeInbox();
  inbox.add({ title: 'Essay graded', message: '', severity: 'HIGH' });
  inbox.add({ title: 'Essay due', message: 'By essayists <b>too</b>' });
  inbox.add({ title: 'Invoice', message: '' });
});

function Where() {
  const { pathname, search } = useLocation();
  return <output aria-label="Where">{pathname + search}</output>;
}

async function show(path = '/notifications') {
  const client = sessionClient(inbox);
  renderWith(
    client,
    <>
      <LiveInbox client={client} />
      <Where />
      <NotificationsPage />
    </>,
    path,
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
}

const box = () => screen.getByRole('searchbox', { name: 'Search notifications' });
const titles = () =>
  screen.queryAllByRole('article').map((row) => row.querySelector('.note-title [dir]')?.textContent);
const areShown = (...expected: string[]) => waitFor(() => expect(titles()).toEqual(expected));
const isAt = (place: string) => waitFor(() => expect(screen.getByLabelText('Where').textContent).toBe(place));
const isSaid = (text: string) =>
  waitFor(() => expect(screen.getAllByRole('status').map((status) => status.textContent)).toContain(text));

describe('the search box', () => {
  it('narrows the list while its reader writes, keeps the focus, and says how much there is', async () => {
    await show('/notifications?show=unread');
    await areShown('Invoice', 'Essay due', 'Essay graded');
    await user.type(box(), 'essay ');
    await areShown('Essay due', 'Essay graded');
    await isAt('/notifications?show=unread&search=essay');
    expect(box()).toHaveFocus();
    expect(box()).toHaveValue('essay ');
    await isSaid('2 found');
    await user.type(box(), 'gr');
    await areShown('Essay graded');
    expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Essay', 'gr']);
    const asked = inbox
      .operations('Notifications')
      .map(({ filter }) => (filter as { search?: string }).search);
    expect(asked.filter(Boolean)).toEqual(['essay', 'essay gr']);
  });

  it('is cleared by its button, and says in words that nothing was found', async () => {
    await show('/notifications?search=zebra');
    expect(await screen.findByText(/Nothing here matches/)).toHaveTextContent(
      'Nothing here matches “zebra”.',
    );
    await isSaid('Nothing found');
    await user.click(screen.getByRole('button', { name: 'Clear search' }));
    await areShown('Invoice', 'Essay due', 'Essay graded');
    await isAt('/notifications');
    expect(box()).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Clear search' })).not.toBeInTheDocument();
  });

  it('says it again when another search has found as many', async () => {
    await show('/notifications?search=graded');
    await isSaid('1 found');
    const words = screen.getByText('1 found');
    await user.clear(box());
    await user.type(box(), 'invoice');
    await areShown('Invoice');
    await user.clear(box());
    await user.type(box(), 'graded');
    await areShown('Essay graded');
    expect(screen.getByText('1 found')).not.toBe(words);
    // One that is known already comes without a moment in which nothing is.
    const before = screen.getByText('1 found');
    await user.type(box(), '{Control>}a{/Control}invoice', {
      initialSelectionStart: 0,
      initialSelectionEnd: 6,
    });
    await areShown('Invoice');
    expect(screen.getByText('1 found')).not.toBe(before);
  });

  it('marks words as text, whatever they are', async () => {
    await show('/notifications?search=essayists');
    await areShown('Essay due');
    expect(document.querySelector('mark')?.textContent).toBe('essayists');
    expect(document.querySelector('.note-message')?.textContent).toBe('By essayists <b>too</b>');
  });
});

describe('a list that is searched', () => {
  it('does not guess whether what comes has the words, and has what is there when it is asked again', async () => {
    await show('/notifications?search=essay');
    await areShown('Essay due', 'Essay graded');
    inbox.add({ title: 'Essay new' });
    await waitFor(() => expect(document.title).toContain('(4)'));
    expect(titles()).toEqual(['Essay due', 'Essay graded']);
    await user.type(box(), ' g');
    await areShown('Essay graded');
    await user.type(box(), '{Backspace}{Backspace}');
    await areShown('Essay new', 'Essay due', 'Essay graded');
  });

  it('is narrowed by the rest of the address too, each part with a way back', async () => {
    await show('/notifications?search=essay&severity=HIGH&since=2020-01-01');
    await areShown('Essay graded');
    await user.click(screen.getByRole('link', { name: /Remove the filter: importance High/ }));
    await areShown('Essay due', 'Essay graded');
    await user.click(screen.getByRole('link', { name: /Remove the filter: since/ }));
    await isAt('/notifications?search=essay');
  });

  it('has what was saved in a time alone', async () => {
    await show('/notifications?until=2001-01-01');
    expect(await screen.findByText('Nothing that passes the filter.')).toBeInTheDocument();
  });
});
