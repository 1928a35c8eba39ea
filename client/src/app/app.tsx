import '../ui/stand-ins.ts';
import { useEffect, useState } from 'react';
import { BrowserRouter, Navigate, Route, Routes, useLocation } from 'react-router';
import { signInPath } from '../session/return-path.ts';
import { SessionContext, useSessionState } from '../session/session-context.tsx';
import { Session } from '../session/session.ts';
import { Boundary } from '../ui/page/boundary.tsx';
import { keepFocus } from '../ui/attention/keep-focus.ts';
import { lazyPart } from '../ui/page/lazy-part.ts';
import { whenIdle } from '../browser/idle.ts';
import { answerVisibility } from '../browser/tab-visibility.ts';
import { followTheme } from '../ui/theme.ts';
import { withWords } from '../words/load.ts';
import { warmUp } from '../words/message.ts';
import { clearToasts } from '../ui/layers/toast.ts';
import { Toaster } from '../ui/layers/toaster.tsx';
import { CrashScreen } from './crash-screen.tsx';
import { PageArrival } from './page-arrival.tsx';
import { preloadPage } from './pages.ts';
import { Starting } from './starting.tsx';
import './shell.css';

const SignInPage = lazyPart(() =>
  withWords('door', import('../session/sign-in-page.tsx')).then((module) => module.SignInPage),
);
const SignedIn = lazyPart(() => import('./signed-in.tsx').then((module) => module.SignedIn));

function preloadSignedIn(pathname: string): void {
  SignedIn.preload();
  preloadPage(pathname);
}

export function App() {
  // What one reader was told must not stay on the screen for the next.
  const [session] = useState(() => new Session(clearToasts));
  useEffect(() => session.start(), [session]);
  useEffect(followTheme, []);
  return (
    <SessionContext.Provider value={session}>
      {/* In a transition a list whose filter has changed is drawn by turns for both, and asks the server at each turn. */}
      <BrowserRouter useTransitions={false}>
        <Everything />
      </BrowserRouter>
    </SessionContext.Provider>
  );
}

/** All that is seen, whatever the session and the router. */
export function Everything() {
  useEffect(answerVisibility, []);
  useEffect(keepFocus, []);
  return (
    <CrashScreen>
      <Gate />
      {/* One that cannot be drawn takes the others along, and the page stays. */}
      <Boundary fallback={null} onFail={clearToasts}>
        <Toaster limit={4} />
      </Boundary>
    </CrashScreen>
  );
}

function Gate() {
  const state = useSessionState();
  const location = useLocation();
  useEffect(() => {
    // While the server is still asked who is there.
    if (state.status !== 'starting') return;
    preloadSignedIn(window.location.pathname);
    return whenIdle(warmUp);
  }, [state.status]);
  if (state.status === 'starting') return <Starting isUnreachable={state.isUnreachable} />;
  if (state.status === 'signed-in') {
    return (
      <PageArrival place="signed-in" waiting={<Starting />}>
        <SignedIn key={state.viewer.id} session={state} />
      </PageArrival>
    );
  }
  const toSignIn = state.reason === 'left' ? '/sign-in' : signInPath(location);
  return (
    <PageArrival place="sign-in" waiting={<Starting />}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage onBegin={() => preloadSignedIn('/')} />} />
        <Route path="*" element={<Navigate to={toSignIn} replace />} />
      </Routes>
    </PageArrival>
  );
}
