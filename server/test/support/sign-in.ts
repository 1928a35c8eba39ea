import { post } from './client.ts';

/** A session of a built-in account, as a browser holds it. */
export interface SignedIn {
  token: string;
  /** What the browser sends back to renew it. */
  cookie: string;
  /** The whole `Set-Cookie` header of that. */
  setCookie: string;
  /** What makes the browser a known one, in the same way. */
  device: string;
  setDevice: string;
}

const SIGN_IN = `mutation ($email: String!, $password: String!) {
  signIn(email: $email, password: $password) { accessToken expiresAt viewer { id name role } }
}`;

interface Session {
  accessToken: string;
  expiresAt: string;
  viewer: { id: string; name: string; role: string };
}

export const trySignIn = (
  url: string,
  email: string,
  password = 'carillon',
  headers: Record<string, string> = {},
) => post<{ signIn: Session | null }>(url, SIGN_IN, { email, password }, undefined, headers);

export async function signIn(url: string, name: string, headers?: Record<string, string>): Promise<SignedIn> {
  const answer = await trySignIn(url, `${name}@example.com`, 'carillon', headers);
  const [setCookie, setDevice] = answer.headers.getSetCookie() as [string, string];
  const [cookie, device] = [setCookie, setDevice].map((header) => header.split(';')[0]!) as [string, string];
  return { token: answer.data.signIn!.accessToken, cookie, setCookie, device, setDevice };
}

/** Renews the session, or tries to. */
export const refresh = (url: string, cookie?: string) =>
  post<{ refreshSession: Session | null }>(
    url,
    'mutation { refreshSession { accessToken expiresAt viewer { id } } }',
    {},
    undefined,
    cookie === undefined ? {} : { cookie },
  );

export const signOut = (url: string, { token, cookie }: { token?: string; cookie?: string }) =>
  post(url, 'mutation { signOut }', {}, token, cookie === undefined ? {} : { cookie });
