import './browser.ts';
import { ApolloClient, ApolloLink } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import { useEffect, type ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { createCache } from '../src/apollo/cache.ts';
import type { SessionClient } from '../src/apollo/client.ts';
import { connectionOf } from '../src/inbox/follow/connection.ts';
import { createPageSnapshots } from '../src/inbox/follow/snapshots.ts';
import { FailureToasts } from '../src/app/failure-toasts.tsx';
import { UndoToast } from '../src/notifications/list/undo-toast.tsx';
import { handleKeys } from '../src/shortcuts/handle-keys.ts';
import { keepFocus } from '../src/ui/attention/keep-focus.ts';
import { Toaster } from '../src/ui/layers/toaster.tsx';
import type { FakeInbox } from './fake-inbox.ts';

/** The client of a session as in production, with the fake inbox in the place of network and token. */
export function sessionClient(inbox: FakeInbox): SessionClient {
  const snapshots = createPageSnapshots();
  const apollo = new ApolloClient({
    cache: createCache(),
    link: ApolloLink.from([snapshots.link, inbox.link]),
  });
  return {
    apollo,
    connection: connectionOf(apollo),
    pages: snapshots.pages,
    connect: () => undefined,
    renewToken: () => Promise.resolve(''),
    closeCode: () => undefined,
    dispose: () => apollo.stop(),
  };
}

export function Frame({
  client,
  path = '/',
  children,
}: {
  client: SessionClient;
  path?: string;
  children: ReactNode;
}) {
  useEffect(keepFocus, []);
  useEffect(handleKeys, []);
  return (
    <ApolloProvider client={client.apollo}>
      <MemoryRouter initialEntries={[path]} useTransitions={false}>
        <Toaster limit={4} />
        <FailureToasts />
        <UndoToast />
        <Routes>
          <Route path="/notifications/:id" element={children} />
          <Route path="*" element={children} />
        </Routes>
      </MemoryRouter>
    </ApolloProvider>
  );
}

export function renderWith(client: SessionClient, children: ReactNode, path?: string) {
  return render(
    <Frame client={client} {...(path && { path })}>
      {children}
    </Frame>,
  );
}
