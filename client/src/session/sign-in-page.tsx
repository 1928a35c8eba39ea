import { ApolloProvider } from '@apollo/client/react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { createAnonymousClient } from '../apollo/client.ts';
import { Alert } from '../ui/page/alert.tsx';
import { BellMark } from '../ui/bell-mark.tsx';
import { ButtonLink } from '../ui/buttons/button.tsx';
import { usePageHeading } from '../ui/page/use-page-heading.ts';
import { MyDeviceField } from './my-device-field.tsx';
import { PasswordForm } from './password-form.tsx';
import { useSessionState } from './session-context.tsx';
import { hasPasswords, leaveForProvider, problemIn, providerName, providerPath } from './ways-in.ts';
import { useWords } from '../words/use-words.tsx';
import './session.css';

/** `onBegin`: somebody is about to sign in. */
export function SignInPage({ onBegin }: { onBegin?: () => void }) {
  const say = useWords();
  const [client] = useState(createAnonymousClient);
  const heading = usePageHeading(say('door.signIn'));
  return (
    <ApolloProvider client={client}>
      <main className="sign-in" onFocus={onBegin}>
        <div className="sign-in-card">
          <BellMark size={44} />
          <h1 ref={heading} tabIndex={-1}>
            {say('door.signInTo')}
          </h1>
          <p className="sign-in-lead">{say('door.lead')}</p>
          <WaysIn />
        </div>
      </main>
    </ApolloProvider>
  );
}

/** By a password, at a provider, or either. */
function WaysIn() {
  const say = useWords();
  const { search } = useLocation();
  const [isMyDevice, setMyDevice] = useState(false);
  const device = <MyDeviceField isMyDevice={isMyDevice} onChange={setMyDevice} />;
  const provider = providerName();
  const toProvider = provider && (
    <ButtonLink
      to={providerPath(search)}
      reloadDocument
      variant={hasPasswords() ? 'default' : 'filled'}
      className="provider"
      onClick={() => leaveForProvider(isMyDevice)}
    >
      <span>{say('door.continueWith', { provider })}</span>
    </ButtonLink>
  );
  if (!hasPasswords())
    return (
      <>
        <News />
        <div className="form">
          {device}
          {toProvider}
        </div>
      </>
    );
  const others = toProvider && (
    <>
      <p className="or">{say('door.or')}</p>
      {toProvider}
    </>
  );
  return (
    <PasswordForm isMyDevice={isMyDevice} news={<News />} others={others}>
      {device}
    </PasswordForm>
  );
}

/** Why one is here again, and what will not work. */
function News() {
  const say = useWords();
  const state = useSessionState();
  const problem = problemIn(useLocation().search, say);
  const hasExpired = state.status === 'signed-out' && state.reason === 'expired';
  return (
    <>
      {problem && (
        <Alert color="red" role="alert">
          {problem}
        </Alert>
      )}
      {!problem && hasExpired && <Alert role="status">{say('door.ended')}</Alert>}
      {!navigator.cookieEnabled && (
        <Alert color="yellow" role="status">
          {say('door.noCookies')}
        </Alert>
      )}
    </>
  );
}
