import type { Subscribed } from './subscribed.ts';

const ACCOUNT = { email: 'candidate@example.com', password: 'carillon' };

/** Has pushes of the demo's candidate sent to the device, too. Where they cannot sign in there are none to show. */
export async function registerDevice(url: string, { input }: Subscribed): Promise<void> {
  const ask = async (query: string, variables: object, token?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()) as { data?: { signIn?: { accessToken: string } | null } };
  };
  const { data } = await ask(
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }',
    ACCOUNT,
  );
  if (!data?.signIn) return;
  await ask(
    'mutation ($input: PushEndpointInput!) { registerPushEndpoint(input: $input) { preferences { id } } }',
    { input },
    data.signIn.accessToken,
  );
}
