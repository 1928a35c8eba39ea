import './browser.ts';
import { ApolloProvider } from '@apollo/client/react';
import { render } from '@testing-library/react';
import { useEffect, type ReactNode } from 'react';
import { MemoryRouter, Route, Routes } from 'react-router';
import type { SessionClient } from '../src/apollo/client.ts';
import { FailureToasts } from '../src/app/failure-toasts.tsx';
import { UndoToast } from '../src/notifications/list/undo-toast.tsx';
import { handleKeys } from '../src/shortcuts/handle-keys.ts';
import { keepFocus } from '../src/ui/attention/keep-focus.ts';
import { Toaster } from '../src/ui/layers/toaster.tsx';
import { sessionClient } from './session-client.ts';

export { sessionClient };

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
