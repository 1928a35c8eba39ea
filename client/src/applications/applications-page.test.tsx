import { renderWith, sessionClient } from '../../test/render.tsx';
import { describe, expect, it } from '@jest/globals';
import { ApolloLink } from '@apollo/client';
import { act, screen } from '@testing-library/react';
import { of } from 'rxjs';
import { FakeInbox } from '../../test/fake-inbox.ts';
import type { Role } from '../generated/graphql.ts';
import { ApplicationsPage } from './applications-page.tsx';

const pageInfo = { __typename: 'PageInfo', hasNextPage: false, endCursor: null };
const applications = { __typename: 'ApplicationConnection', edges: [], pageInfo };

function show(role: Role, path: string) {
  const client = sessionClient(new FakeInbox());
  client.apollo.setLink(new ApolloLink(() => of({ data: { applications } })));
  renderWith(client, <ApplicationsPage viewer={{ id: 'reader', role }} />, path);
  return client;
}

describe('an empty list of applications', () => {
  it.each([
    ['CANDIDATE', '/applications', 'No applications yet'],
    ['INSTRUCTOR', '/applications', 'Nothing to review'],
    ['INSTRUCTOR', '/applications?status=approved', 'Nothing with this status'],
  ] as const)('says so to a %s at %s only where that is known', async (role, path, words) => {
    const { connection } = show(role, path);
    act(() => connection.set('live'));
    expect(await screen.findByText(words)).toBeInTheDocument();
    act(() => connection.set('offline'));
    expect(screen.queryByText(words)).not.toBeInTheDocument();
    expect(screen.getByText(/You are not connected just now/)).toBeInTheDocument();
    act(() => connection.set('live'));
    expect(screen.getByText(words)).toBeInTheDocument();
  });
});
