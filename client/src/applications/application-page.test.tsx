import { renderWith, sessionClient } from '../../test/render.tsx';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApolloLink } from '@apollo/client';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GraphQLError } from 'graphql';
import { of } from 'rxjs';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { ApplicationPage } from './application-page.tsx';

const user = userEvent.setup();
const person = (id: string, role: string) => ({ __typename: 'User', id, name: `Name of ${id}`, role });
let application: Record<string, unknown> | null;
let sent: Record<string, unknown>[];

beforeEach(() => {
  sent = [];
  application = {
    __typename: 'Application',
    id: 'a1',
    title: 'A <i>placement</i>',
    status: 'SUBMITTED',
    createdAt: '2026-01-01T00:00:00.000Z',
    decidedAt: null,
    reason: null,
    candidate: person('cand', 'CANDIDATE'),
    instructor: person('inst', 'INSTRUCTOR'),
    decidedBy: null,
    isMuted: false,
  };
});

/** Decides as the server does: once. */
const server = new ApolloLink(({ operationName, variables }) => {
  if (operationName === 'Application') return of({ data: { application } });
  sent.push({ operationName, ...variables });
  if (application?.['status'] !== 'SUBMITTED') {
    return of({
      data: null,
      errors: [new GraphQLError('Decided already', { extensions: { code: 'CONFLICT' } })],
    });
  }
  const isApproval = operationName === 'ApproveApplication';
  decide(isApproval ? 'APPROVED' : 'REJECTED', 'inst', variables['reason'] as string);
  const payload = { __typename: 'ApplicationPayload', application };
  return of({ data: isApproval ? { approveApplication: payload } : { rejectApplication: payload } });
});

function decide(status: string, by: string, reason: string | null) {
  const decidedAt = '2026-01-02T00:00:00.000Z';
  application = { ...application, status, reason, decidedAt, decidedBy: person(by, 'INSTRUCTOR') };
}

function show(viewerId: string) {
  const client = sessionClient(new FakeInbox());
  client.apollo.setLink(server);
  renderWith(client, <ApplicationPage viewerId={viewerId} />, '/notifications/a1');
  return client;
}

describe('the page of an application', () => {
  it('lets its instructor approve, and shows the decision', async () => {
    show('inst');
    await user.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('Approved')).toBeInTheDocument();
    expect(sent).toEqual([{ operationName: 'ApproveApplication', id: 'a1', reason: null }]);
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  });

  it('asks for the rest once a notification says that it was decided', async () => {
    const client = show('cand');
    await screen.findByText('Submitted', { selector: 'dt' });
    decide('REJECTED', 'inst', 'Too late');
    client.apollo.cache.modify({ id: 'Application:a1', fields: { status: () => 'REJECTED' } });
    expect(await screen.findByText('Too late')).toBeInTheDocument();
  });

  it('wants a reason for a rejection', async () => {
    show('inst');
    await user.click(await screen.findByRole('button', { name: 'Reject' }));
    expect(screen.getByText(/Please say why/)).toBeInTheDocument();
    expect(screen.getByLabelText('Reason')).toHaveFocus();
    expect(sent).toEqual([]);
    await user.type(screen.getByLabelText('Reason'), 'Not yet');
    await user.click(screen.getByRole('button', { name: 'Reject' }));
    expect(await screen.findByText('Rejected')).toBeInTheDocument();
    expect(screen.getByText('Not yet')).toBeInTheDocument();
  });

  it('shows what was decided in the meantime, and by whom', async () => {
    show('inst');
    const approve = await screen.findByRole('button', { name: 'Approve' });
    decide('REJECTED', 'somebody', 'Too late');
    await user.click(approve);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Already rejected by Name of somebody. Your decision was not saved.',
    );
    expect(screen.getByText('Too late')).toBeInTheDocument();
  });

  it('says that it is open once it is there, and never for one that is not', async () => {
    const opened = ({ id }: { id: string }) => <p>{`Opened ${id}`}</p>;
    const client = sessionClient(new FakeInbox());
    client.apollo.setLink(server);
    const view = renderWith(client, <ApplicationPage viewerId="inst" opened={opened} />, '/notifications/a1');
    expect(screen.queryByText('Opened a1')).not.toBeInTheDocument();
    expect(await screen.findByText('Opened a1')).toBeInTheDocument();
    view.unmount();

    application = null;
    const other = sessionClient(new FakeInbox());
    other.apollo.setLink(server);
    renderWith(other, <ApplicationPage viewerId="inst" opened={opened} />, '/notifications/a1');
    expect(await screen.findByText('This application is not there')).toBeInTheDocument();
    expect(screen.queryByText('Opened a1')).not.toBeInTheDocument();
  });

  it('has nothing to decide for its candidate, and shows the title as text', async () => {
    show('cand');
    expect(await screen.findByRole('heading', { name: 'A <i>placement</i>' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
  });
});
