import { FollowedInbox } from '../../client/src/followed-inbox.ts';

export type GetToken = () => string | Promise<string>;

const byAddress = new Map<string, FollowedInbox>();
const byFunction = new WeakMap<GetToken, Map<string, FollowedInbox>>();

/** The inbox of whoever is signed in at the page's own server: one for all elements that name the same addresses. */
export function carillonAt(url: string, tokenUrl: string): FollowedInbox {
  return known(
    byAddress,
    `${url} ${tokenUrl}`,
    () => new FollowedInbox({ url, getToken: () => fetchToken(tokenUrl) }),
  );
}

/** The inbox of whoever a function has tokens of. */
export function carillonBy(url: string, getToken: GetToken): FollowedInbox {
  const ofFunction = byFunction.get(getToken) ?? new Map<string, FollowedInbox>();
  byFunction.set(getToken, ofFunction);
  return known(ofFunction, url, () => new FollowedInbox({ url, getToken }));
}

function known(inboxes: Map<string, FollowedInbox>, name: string, make: () => FollowedInbox): FollowedInbox {
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
