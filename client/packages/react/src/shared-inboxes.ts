import { Carillon } from '../../client/src/carillon.ts';

export type GetToken = () => string | Promise<string>;

const byAddress = new Map<string, Carillon>();
const byFunction = new WeakMap<GetToken, Map<string, Carillon>>();

/** The inbox of whoever is signed in at the page's own server: one for all elements that name the same addresses. */
export function carillonAt(url: string, tokenUrl: string): Carillon {
  return known(
    byAddress,
    `${url} ${tokenUrl}`,
    () => new Carillon({ url, getToken: () => fetchToken(tokenUrl) }),
  );
}

/** The inbox of whoever a function has tokens of. */
export function carillonBy(url: string, getToken: GetToken): Carillon {
  const ofFunction = byFunction.get(getToken) ?? new Map<string, Carillon>();
  byFunction.set(getToken, ofFunction);
  return known(ofFunction, url, () => new Carillon({ url, getToken }));
}

function known(inboxes: Map<string, Carillon>, name: string, make: () => Carillon): Carillon {
  const made = inboxes.get(name) ?? make();
  inboxes.set(name, made);
  return made;
}

async function fetchToken(tokenUrl: string): Promise<string> {
  const headers = { accept: 'application/json' };
  const response = await fetch(tokenUrl, { credentials: 'same-origin', headers });
  if (!response.ok) throw new Error(`${tokenUrl} answered ${response.status}`);
  const { token } = (await response.json()) as { token: string };
  return token;
}
