import { Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { RelayEnvironmentProvider } from 'react-relay';
import { environment } from './environment.js';
import { Inbox } from './inbox.jsx';

createRoot(document.getElementById('root')).render(
  <RelayEnvironmentProvider environment={environment}>
    <Suspense fallback="Loading">
      <Inbox />
    </Suspense>
  </RelayEnvironmentProvider>,
);
