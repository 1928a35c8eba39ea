import { ApolloProvider } from '@apollo/client/react';
import { useState, type FormEvent } from 'react';
import { createAnonymousClient } from '../apollo/client.ts';
import { errorCode, errorText } from '../inbox/error-text.ts';
import { useSignInMutation } from '../generated/hooks.ts';
import { Alert } from '../ui/page/alert.tsx';
import { BellMark } from '../ui/bell-mark.tsx';
import { Button } from '../ui/buttons/button.tsx';
import { PasswordInput, TextInput } from '../ui/fields/text-input.tsx';
import { usePageHeading } from '../ui/page/use-page-heading.ts';
import { DemoAccounts, isDemo } from './demo-accounts.tsx';
import { useSession, useSessionState } from './session-context.tsx';
import { useWords } from '../words/use-words.tsx';
import { say } from '../words/words.ts';
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
          <SignInForm />
        </div>
      </main>
    </ApolloProvider>
  );
}

type Entered = { email: string; password: string };
const NOTHING: Entered = { email: '', password: '' };

function SignInForm() {
  const say = useWords();
  const session = useSession();
  const state = useSessionState();
  const [signIn, { loading, error }] = useSignInMutation();
  const [entered, setEntered] = useState(NOTHING);
  const [isMyDevice, setMyDevice] = useState(false);
  const [problems, setProblems] = useState(NOTHING);
  const enter = (change: Partial<Entered>) => {
    setEntered({ ...entered, ...change });
    setProblems(NOTHING);
  };
  const submit = async (form: HTMLFormElement) => {
    const found = problemsOf(entered);
    setProblems(found);
    // The first field that needs attention gets the focus: there the work is.
    const first = found.email ? 'email' : found.password && 'password';
    if (first) return form.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    const { data } = await signIn({ variables: entered }).catch(() => ({ data: undefined }));
    if (data?.signIn) await session.begin(data.signIn, isMyDevice);
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void submit(event.currentTarget);
  };
  const hasExpired = state.status === 'signed-out' && state.reason === 'expired';
  return (
    <>
      {error && (
        <Alert color="red" role="alert">
          {errorCode(error) === 'UNAUTHENTICATED' ? say('door.notRight') : errorText(error)}
        </Alert>
      )}
      {!error && hasExpired && <Alert role="status">{say('door.ended')}</Alert>}
      {!navigator.cookieEnabled && (
        <Alert color="yellow" role="status">
          {say('door.noCookies')}
        </Alert>
      )}
      <form onSubmit={onSubmit} noValidate className="form">
        <TextInput
          label={say('door.email')}
          name="email"
          type="email"
          autoComplete="username"
          value={entered.email}
          error={problems.email}
          onChange={(event) => enter({ email: event.currentTarget.value })}
        />
        <PasswordInput
          label={say('door.password')}
          name="password"
          autoComplete="current-password"
          value={entered.password}
          error={problems.password}
          onChange={(event) => enter({ password: event.currentTarget.value })}
        />
        <label className="my-device">
          <input
            type="checkbox"
            name="my-device"
            checked={isMyDevice}
            onChange={(event) => setMyDevice(event.currentTarget.checked)}
          />
          <span>
            <span className="field-label">{say('door.myDevice')}</span>
            <span className="field-note">{say('door.myDeviceNote')}</span>
          </span>
        </label>
        <Button type="submit" loading={loading}>
          {say('door.signIn')}
        </Button>
      </form>
      {isDemo() && <DemoAccounts onPick={(email, password) => enter({ email, password })} />}
    </>
  );
}

function problemsOf({ email, password }: Entered): Entered {
  return {
    email: email.includes('@') ? '' : say('door.enterEmail'),
    password: password ? '' : say('door.enterPassword'),
  };
}
