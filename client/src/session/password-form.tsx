import { useState, type FormEvent, type ReactNode } from 'react';
import { errorCode, errorText } from '../inbox/error-text.ts';
import { useSignInMutation } from '../generated/session.ts';
import { Alert } from '../ui/page/alert.tsx';
import { Button } from '../ui/buttons/button.tsx';
import { PasswordInput, TextInput } from '../ui/fields/text-input.tsx';
import { DemoAccounts, isDemo } from './demo-accounts.tsx';
import { useSession } from './session-context.tsx';
import { useWords } from '../words/use-words.tsx';
import { say } from '../words/words.ts';

type Entered = { email: string; password: string };
const NOTHING: Entered = { email: '', password: '' };

type Props = {
  isMyDevice: boolean;
  /** What else there is to say before one signs in; not beside an error. */
  news: ReactNode;
  /** Above the button. */
  children: ReactNode;
  /** Below it. */
  others: ReactNode;
};

export function PasswordForm({ isMyDevice, news, children, others }: Props) {
  const say = useWords();
  const session = useSession();
  const [signIn, { loading, error }] = useSignInMutation();
  const [entered, setEntered] = useState(NOTHING);
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
  return (
    <>
      {error ? (
        <Alert color="red" role="alert">
          {errorCode(error) === 'UNAUTHENTICATED' ? say('door.notRight') : errorText(error)}
        </Alert>
      ) : (
        news
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
        {children}
        <Button type="submit" loading={loading}>
          {say('door.signIn')}
        </Button>
      </form>
      {others}
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
