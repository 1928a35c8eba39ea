import '../ui/stand-ins.ts';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { signInPath } from '../session/return-path.ts';
import { SessionContext, useSessionState } from '../session/session-context.tsx';
import { Session } from '../session/session.ts';
import { SignInPage } from '../session/sign-in-page.tsx';
import { BellMark } from '../ui/bell-mark.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { answerVisibility } from '../ui/tab-visibility.ts';
import { theme } from '../ui/theme.ts';
import { clearToasts } from '../ui/toast.ts';
import { CrashScreen } from './crash-screen.tsx';
import { SignedIn } from './signed-in.tsx';

export function App() {
  // What one reader was told must not stay on the screen for the next.
  const [session] = useState(() => new Session(clearToasts));
  useEffect(() => session.start(), [session]);
  useEffect(answerVisibility, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <SessionContext value={session}>
        <BrowserRouter>
          <CrashScreen>
            {/* One that cannot be drawn takes the others along, and the page stays. */}
            <Boundary fallback={null} onFail={clearToasts}>
              <Notifications position="bottom-right" limit={4} />
            </Boundary>
            <Gate />
          </CrashScreen>
        </BrowserRouter>
      </SessionContext>
    </MantineProvider>
  );
}

function Gate() {
  const state = useSessionState();
  const location = useLocation();
  if (state.status === 'starting') return <Starting isUnreachable={state.isUnreachable} />;
  if (state.status === 'signed-in') return <SignedIn key={state.viewer.id} session={state} />;
  const toSignIn = state.reason === 'left' ? '/sign-in' : signInPath(location);
  return (
    <Routes>
      <Route path="/sign-in" element={<SignInPage />} />
      <Route path="*" element={<Navigate to={toSignIn} replace />} />
    </Routes>
  );
}

function Starting({ isUnreachable }: { isUnreachable: boolean }) {
  return (
    <main className="starting" role="status">
      <BellMark size={52} />
      <p>
        {isUnreachable ? (
          'The server cannot be reached. Trying again…'
        ) : (
          <span className="visually-hidden">Loading</span>
        )}
      </p>
    </main>
  );
}
