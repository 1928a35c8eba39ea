import { renderWith, sessionClient } from '../../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router';
import { FakeInbox } from '../../../test/fake-inbox.ts';
import { DraftOwnerProvider } from '../../ui/fields/drafts.tsx';
import { LiveInbox } from '../arrivals/live-inbox.tsx';
import { NotificationsPage } from '../page/notifications-page.tsx';

const IRIS = { actorId: 'iris', name: 'Iris', imageUrl: null };
const APPROVE = { actionId: 'approve', label: 'Approve', style: 'PRIMARY', asksForComment: false } as const;
const REJECT = { actionId: 'reject', label: 'Reject', style: 'DANGER', asksForComment: true } as const;
const QUESTION = { title: 'New application', actions: [APPROVE, REJECT], url: '/applications/a1' };

let inbox: FakeInbox;
const user = userEvent.setup();

beforeEach(() => {
  sessionStorage.clear();
  inbox = new FakeInbox();
});

function Where() {
  return <output aria-label="Where">{useLocation().pathname}</output>;
}

async function show() {
  const client = sessionClient(inbox);
  const view = renderWith(
    client,
    <DraftOwnerProvider value="iris">
      <LiveInbox client={client} />
      <Where />
      <NotificationsPage />
    </DraftOwnerProvider>,
    '/notifications',
  );
  await waitFor(() => expect(client.connection.get()).toBe('live'));
  return view;
}

const approve = () => screen.findByRole('button', { name: 'Approve: New application' });
const reject = () => screen.findByRole('button', { name: 'Reject: New application' });
const performed = () => inbox.operations('PerformAction');

describe('what can be done in a row', () => {
  it('is done at once, without opening anything, and the focus stays in the row', async () => {
    inbox.add(QUESTION);
    await show();
    await user.click(await approve());
    const row = screen.getByRole('article', { name: /New application/ });
    await within(row).findByText(/Approved by/);
    expect(performed()).toEqual([{ id: 'n1', actionId: 'approve', comment: null }]);
    expect(screen.getByLabelText('Where')).toHaveTextContent('/notifications');
    await waitFor(() => expect(row).toHaveFocus());
  });

  it('asks for a comment in place, whose letters are no commands; Escape leads back', async () => {
    inbox.add(QUESTION);
    await show();
    await user.click(await reject());
    const comment = await screen.findByRole('textbox', { name: 'Comment on “Reject”' });
    expect(comment).toHaveFocus();
    expect(comment).toHaveAttribute('maxlength', '2000');
    expect(screen.getByRole('form', { name: 'Reject: New application' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    expect(await reject()).toHaveFocus();
    await user.keyboard('{Enter}see, e and z{Delete}');
    expect(inbox.operations('ArchiveNotifications')).toEqual([]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    await screen.findByText(/Rejected by/);
    expect(performed()).toEqual([{ id: 'n1', actionId: 'reject', comment: 'see, e and z' }]);
  });

  it('tells politely who was first, and shows it', async () => {
    inbox.add(QUESTION);
    await show();
    const button = await approve();
    // The news of it is still on its way.
    const outcome = { action: REJECT, by: IRIS, at: new Date().toISOString(), comment: null };
    Object.assign(inbox.rows[0]!, { actions: [], outcome });
    await user.click(button);
    expect((await screen.findByText('Iris was first: Reject')).closest('[role=status]')).not.toBeNull();
    inbox.change('n1', {});
    expect(await screen.findByText(/Rejected by/)).toBeInTheDocument();
  });

  it('waits for the answer before it lets anything else be done', async () => {
    inbox.add(QUESTION);
    await show();
    inbox.fail('PerformAction', 'SERVICE_UNAVAILABLE');
    const answer = inbox.hold('PerformAction');
    await user.click(await approve());
    expect(await approve()).toHaveAttribute('aria-busy', 'true');
    expect(await reject()).toHaveAttribute('aria-disabled', 'true');
    await user.click(await reject());
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    answer();
    await waitFor(async () => expect(await approve()).not.toHaveAttribute('aria-busy'));
    expect(performed()).toHaveLength(1);
  });

  it('says why it failed, and lets the reader try again', async () => {
    inbox.add(QUESTION);
    await show();
    inbox.fail('PerformAction', 'SERVICE_UNAVAILABLE');
    await user.click(await approve());
    expect(await screen.findByRole('alert')).toHaveTextContent('Could not do this: Approve');
    await user.click(await reject());
    await user.type(await screen.findByRole('textbox', { name: /Comment/ }), 'No');
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(await screen.findByRole('textbox', { name: /Comment/ })).toHaveAccessibleDescription(
      'The service is busy right now. Please try again.',
    );
    expect(screen.getByRole('textbox', { name: /Comment/ })).toHaveValue('No');
  });

  it('says the same reason anew when it fails again', async () => {
    inbox.add(QUESTION);
    await show();
    inbox.fail('PerformAction', 'SERVICE_UNAVAILABLE');
    await user.click(await reject());
    await user.click(await screen.findByRole('button', { name: 'Reject' }));
    await screen.findByRole('alert');
    const answer = inbox.hold('PerformAction');
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    answer();
    expect(await screen.findByRole('alert')).toHaveTextContent('The service is busy right now.');
  });

  it('keeps a comment that was begun, until it is sent or cancelled', async () => {
    const comment = () => screen.findByRole('textbox', { name: /Comment/ });
    inbox.add(QUESTION);
    const first = await show();
    await user.click(await reject());
    await user.type(await comment(), 'Half a sen');
    first.unmount();
    const second = await show();
    await user.click(await reject());
    expect(await comment()).toHaveValue('Half a sen');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await user.click(await reject());
    expect(await comment()).toHaveValue('');
    await user.type(await comment(), 'All of it');
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    await screen.findByText(/Rejected by/);
    expect(Object.keys(sessionStorage)).toEqual([]);
    second.unmount();
  });

  it('is in the toast of an arrival too, which goes when it is done', async () => {
    await show();
    inbox.add(QUESTION);
    const toast = await waitFor(() => {
      const found = document.querySelector<HTMLElement>('.arrival-toast');
      if (!found) throw new Error('There is no toast yet');
      return found;
    });
    await user.click(within(toast).getByRole('button', { name: 'Approve: New application' }));
    await waitFor(() => expect(performed()).toHaveLength(1));
    await waitFor(() => expect(document.querySelector('.arrival-toast')).toBeNull());
  });
});
