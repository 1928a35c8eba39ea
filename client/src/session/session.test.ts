import '../../test/browser.ts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { inBrowser } from '../browser/kept.ts';
import { myDevice } from '../browser/my-device.ts';
import { Session } from './session.ts';
import { leaveForProvider } from './ways-in.ts';

const refuse = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};
const realStorage = Object.getOwnPropertyDescriptor(window, 'localStorage')!;
const RealChannel = globalThis.BroadcastChannel;

let asked: number;
let knows: string | null;
let hearsSignOut: boolean;
let wentTo: string[];
let stop: () => void;

beforeEach(() => {
  asked = 0;
  knows = 'ann';
  hearsSignOut = true;
  wentTo = [];
  document.head.innerHTML = '';
  inBrowser.remove('carillon-signed-in');
  localStorage.clear();
  sessionStorage.clear();
  globalThis.fetch = async (_, init) => {
    asked++;
    if ((init!.body as string).includes('SignOut')) {
      if (!hearsSignOut) throw new TypeError('Failed to fetch');
      return new Response('{"data":{"signOut":true}}', { headers: { 'content-type': 'application/json' } });
    }
    if (!knows) return new Response(JSON.stringify({ data: { refreshSession: null } }));
    const viewer = { __typename: 'User', id: knows, name: knows, role: 'CANDIDATE' };
    const expiresAt = new Date(Date.now() + 900_000).toISOString();
    return new Response(
      JSON.stringify({ data: { refreshSession: { accessToken: 'token', expiresAt, viewer } } }),
    );
  };
});
afterEach(() => {
  stop();
  Object.defineProperty(window, 'localStorage', realStorage);
  globalThis.BroadcastChannel = RealChannel;
  Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
});

function start(): Session {
  const session = new Session(undefined, (path) => wentTo.push(path));
  const stopListening = session.start();
  stop = () => {
    stopListening();
    const state = session.get();
    if (state.status === 'signed-in') state.client.dispose();
  };
  return session;
}
const signedIn = (session: Session) =>
  waitFor(() => expect(session.get()).toMatchObject({ status: 'signed-in', viewer: { id: 'ann' } }));

describe('a session', () => {
  it('takes the number from the app’s icon when it ends', async () => {
    const badges: number[] = [];
    const setAppBadge = async (unread: number) => void badges.push(unread);
    Object.defineProperty(navigator, 'setAppBadge', { value: setAppBadge, configurable: true });
    localStorage.setItem('carillon-signed-in', '1');
    const session = start();
    await signedIn(session);
    expect(badges).toEqual([]);
    await session.signOut();
    expect(badges).toEqual([0]);
  });

  it('does not bother the server for a stranger', () => {
    expect(start().get()).toEqual({ status: 'signed-out', reason: 'stranger' });
    expect(asked).toBe(0);
  });

  it('is found again where this browser remembers it', async () => {
    localStorage.setItem('carillon-signed-in', '1');
    await signedIn(start());
  });

  it.each([
    [
      'site data is refused',
      () => Object.defineProperty(window, 'localStorage', { get: refuse, configurable: true }),
    ],
    [
      'site data is full',
      () =>
        Object.defineProperty(window, 'localStorage', {
          get: () => ({ getItem: () => null, setItem: refuse, removeItem: () => undefined }),
          configurable: true,
        }),
    ],
    [
      'everything is refused',
      () => {
        Object.defineProperty(window, 'localStorage', { get: refuse, configurable: true });
        globalThis.BroadcastChannel = class {
          constructor() {
            refuse();
          }
        } as never;
        const request = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
        Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
      },
    ],
  ])('is found again also where %s, by asking the server', async (_, hinder) => {
    hinder();
    await signedIn(start());
    expect(asked).toBe(1);
  });

  it('ends in the sign-in page, without talk of a session that ended, when nobody knows of one', async () => {
    Object.defineProperty(window, 'localStorage', { get: refuse, configurable: true });
    knows = null;
    const session = start();
    await waitFor(() => expect(session.get()).toEqual({ status: 'signed-out', reason: 'stranger' }));
  });
});

describe('whoever comes back from a provider', () => {
  const comeBackTo = (path: string) => window.history.replaceState(null, '', path);
  afterEach(() => comeBackTo('/'));

  it('is signed in, and remembered from then on', async () => {
    comeBackTo('/sign-in?returned=true&next=%2F');
    await signedIn(start());
    expect(asked).toBe(1);
    expect(inBrowser.read('carillon-signed-in')).toBe('1');
    expect(myDevice()).toBeUndefined();
  });

  it('has said before whose device it is', async () => {
    leaveForProvider(true);
    comeBackTo('/sign-in?returned=true');
    await signedIn(start());
    expect(myDevice()?.userId).toBe('ann');
    stop();
    // It was said of that one time.
    await signedIn(start());
    expect(myDevice()).toBeUndefined();
  });

  it('is a stranger where no session came along, and where the address only looks like it', async () => {
    knows = null;
    comeBackTo('/sign-in?returned=true');
    const session = start();
    await waitFor(() => expect(session.get()).toEqual({ status: 'signed-out', reason: 'stranger' }));
    for (const path of ['/?returned=true', '/sign-in', '/sign-in?problem=late']) {
      stop();
      comeBackTo(path);
      expect(start().get()).toEqual({ status: 'signed-out', reason: 'stranger' });
    }
    expect(asked).toBe(1);
  });
});

describe('whoever signs out', () => {
  const atProvider = () =>
    document.head.insertAdjacentHTML('beforeend', '<meta name="carillon-provider" content="Keycloak">');
  const begin = async () => {
    localStorage.setItem('carillon-signed-in', '1');
    const session = start();
    await signedIn(session);
    return session;
  };

  it('is signed out at their provider too, once nothing of them is here any more', async () => {
    atProvider();
    const session = await begin();
    const states: string[] = [];
    session.subscribe(() => states.push(session.get().status + wentTo.length));
    await session.signOut();
    expect(states).toEqual(['signed-out0']);
    expect(wentTo).toEqual(['/sign-in/oidc/end']);
    expect(localStorage.getItem('carillon-signed-in')).toBeNull();
  });

  it('stays where they are without a provider', async () => {
    await (await begin()).signOut();
    expect(wentTo).toEqual([]);
  });

  it('stays where the server has not heard of it: it could not lead on', async () => {
    atProvider();
    hearsSignOut = false;
    const session = await begin();
    await session.signOut();
    expect(session.get()).toEqual({ status: 'signed-out', reason: 'left' });
    expect(wentTo).toEqual([]);
  });

  it('goes there in that tab alone', async () => {
    atProvider();
    const session = await begin();
    const other = new BroadcastChannel('carillon');
    other.postMessage({ type: 'signed-out' });
    await waitFor(() => expect(session.get()).toEqual({ status: 'signed-out', reason: 'left' }));
    other.close();
    expect(wentTo).toEqual([]);
  });
});

describe('what the reader had begun to write', () => {
  const draft = 'carillon-draft:["ann","new-application"]';

  it('is kept when their session ends by itself, and gone when they sign out', async () => {
    localStorage.setItem('carillon-signed-in', '1');
    sessionStorage.setItem(draft, '{"title":"Half"}');
    const session = start();
    await signedIn(session);
    const state = session.get();
    knows = null;
    if (state.status === 'signed-in') await state.client.renewToken().catch(() => undefined);
    expect(session.get()).toEqual({ status: 'signed-out', reason: 'expired' });
    expect(sessionStorage.getItem(draft)).not.toBeNull();
    await session.signOut();
    expect(sessionStorage.getItem(draft)).toBeNull();
  });

  it('is gone when another signs in', async () => {
    localStorage.setItem('carillon-signed-in', '1');
    sessionStorage.setItem(draft, '{"title":"Half"}');
    sessionStorage.setItem('carillon-draft:["bob","new-application"]', '{"title":"Theirs"}');
    await signedIn(start());
    expect(Object.keys(sessionStorage)).toEqual([draft]);
  });
});
