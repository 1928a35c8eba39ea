import { ApolloProvider } from '@apollo/client/react';
import { Alert, Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { createAnonymousClient } from '../apollo/client.ts';
import { errorCode, errorText } from '../apollo/error-text.ts';
import { useSignInMutation } from '../generated/hooks.ts';
import { BellMark } from '../ui/bell-mark.tsx';
import { focusFirst } from '../ui/focus-first.ts';
import { DemoAccounts, isDemo } from './demo-accounts.tsx';
import { useSession, useSessionState } from './session-context.tsx';

export function SignInPage() {
  const [client] = useState(createAnonymousClient);
  return (
    <ApolloProvider client={client}>
      <main className="sign-in">
        <div className="sign-in-card">
          <BellMark size={44} />
          <h1>Sign in to Carillon</h1>
          <p className="sign-in-lead">Applications, approvals, and a bell that is right.</p>
          <SignInForm />
        </div>
      </main>
    </ApolloProvider>
  );
}

function SignInForm() {
  const session = useSession();
  const state = useSessionState();
  const [signIn, { loading, error }] = useSignInMutation();
  const form = useForm({
    initialValues: { email: '', password: '' },
    validate: {
      email: (email) => (email.includes('@') ? null : 'Please enter your e-mail address'),
      password: (password) => (password ? null : 'Please enter your password'),
    },
  });
  const submit = form.onSubmit(
    async (variables) => {
      const { data } = await signIn({ variables }).catch(() => ({ data: undefined }));
      if (data?.signIn) session.begin(data.signIn);
    },
    (errors) => focusFirst(form, errors),
  );
  const hasExpired = state.status === 'signed-out' && state.reason === 'expired';
  return (
    <>
      {error && (
        <Alert color="red" role="alert" mb="md">
          {errorCode(error) === 'UNAUTHENTICATED' ? 'E-mail or password is not right.' : errorText(error)}
        </Alert>
      )}
      {!error && hasExpired && (
        <Alert role="status" mb="md">
          Your session has ended. Please sign in again.
        </Alert>
      )}
      {!navigator.cookieEnabled && (
        <Alert color="yellow" role="status" mb="md">
          This browser refuses cookies for this site. You can sign in, but only until this page is loaded
          anew, and for a quarter of an hour at most.
        </Alert>
      )}
      <form onSubmit={submit} noValidate className="form">
        <TextInput label="E-mail" type="email" autoComplete="username" {...form.getInputProps('email')} />
        <PasswordInput label="Password" autoComplete="current-password" {...form.getInputProps('password')} />
        <Button type="submit" loading={loading} fullWidth mt="xs">
          Sign in
        </Button>
      </form>
      {isDemo() && <DemoAccounts onPick={(email, password) => form.setValues({ email, password })} />}
    </>
  );
}
