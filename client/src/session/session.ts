import {
  grantWithoutToken,
  RenewalRefused,
  renewSession,
  type RefusalReason,
  type SessionGrant,
} from '../apollo/access-token.ts';
import { setAppBadge } from '../browser/app-badge.ts';
import { backOff, waitOrWake } from '../browser/back-off.ts';
import { createSessionClient, type SessionClient } from '../apollo/client.ts';
import { SignOutDocument } from '../generated/session.ts';
import { clearDrafts } from '../ui/fields/drafts.tsx';
import { inBrowser } from '../browser/kept.ts';
import { claimDevice, disownDevice, myDevice } from '../browser/my-device.ts';
import { forgetToldEndpoint, unsubscribe } from '../browser/push.ts';
import { within } from '../browser/within.ts';
import type { KeptInbox } from '../inbox/offline/kept-inbox.ts';
import { listenToTabs, tellTabs } from '../browser/tab-channel.ts';
import { comeBack, END_AT_PROVIDER, providerName } from './ways-in.ts';

export type Viewer = SessionGrant['viewer'];
export type SignedIn = { status: 'signed-in'; viewer: Viewer; client: SessionClient };
/** After an expired session, or a link opened by a stranger, the reader goes back to where they were; not after leaving. */
export type SignedOutReason = 'stranger' | 'expired' | 'left';
export type SessionState =
  | { status: 'starting'; isUnreachable: boolean }
  | { status: 'signed-out'; reason: SignedOutReason }
  | SignedIn;

// Only a hint that this browser was signed in; it spares strangers a pointless request. The token is never stored.
const HINT = 'carillon-signed-in';

/** Where the server takes longer, what is kept here is shown meanwhile. */
const PATIENCE = 4_000;

/** Who is signed in in this tab. Owns the client of that session and ends it, in every tab, on sign-out. */
export class Session {
  #state: SessionState = { status: 'starting', isUnreachable: false };
  #listeners = new Set<() => void>();
  #onEnd: () => void;
  #goTo: (path: string) => void;
  #isLeaving = false;

  /** @param goTo leaves this page for a path of the server's */
  constructor(
    onEnd: () => void = () => undefined,
    goTo = (path: string): void => window.location.assign(path),
  ) {
    this.#onEnd = onEnd;
    this.#goTo = goTo;
  }

  get = (): SessionState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): () => void {
    void this.#resume();
    return listenToTabs((message) => {
      if (message.type === 'signed-out') this.#leave();
      // The cookie is another user's now, or we had none: go on as whoever that tab is.
      if (message.type === 'signed-in' && message.userId !== this.#signedIn()?.viewer.id) this.#changeOver();
    });
  }

  /** @param isMyDevice this browser may keep their inbox */
  async begin(grant: SessionGrant, isMyDevice = false): Promise<void> {
    await (isMyDevice ? claimDevice(grant.viewer.id) : disownDevice());
    forgetToldEndpoint();
    inBrowser.write(HINT, '1');
    tellTabs({ type: 'signed-in', userId: grant.viewer.id });
    this.#enter(grant);
  }

  async signOut(): Promise<void> {
    // The server closes this session's sockets before it answers; nobody shall take that for an expired session.
    this.#isLeaving = true;
    tellTabs({ type: 'signed-out' });
    const unsubscribed = unsubscribe();
    // Signing out must work without the server too; it then forgets this session when the token runs out.
    const hasHeard = await this.#signedIn()
      ?.client.apollo.mutate({ mutation: SignOutDocument })
      .then(
        () => true,
        () => false,
      );
    await unsubscribed;
    this.#leave();
    this.#isLeaving = false;
    if (hasHeard && providerName() !== undefined) this.#goTo(END_AT_PROVIDER);
  }

  /** By the reader's will: nothing of what they were about stays here. */
  #leave(): void {
    clearDrafts();
    this.#end('left');
  }

  async #resume(): Promise<void> {
    const wasHere = inBrowser.read(HINT) !== null;
    const back = comeBack();
    // A browser that keeps nothing knows nobody: then only the server can tell.
    if (!wasHere && !back && inBrowser.isLasting()) return this.#end('stranger');
    const { signal } = new AbortController();
    for (let attempt = 0; ; attempt++) {
      try {
        const grant = await renewSoon();
        return back ? await this.begin(grant, back.isMyDevice) : this.#enter(grant);
      } catch (error) {
        if (error instanceof RenewalRefused) return this.#end(wasHere ? 'expired' : 'stranger');
        const kept = await keptHere();
        if (kept) return this.#enter(grantWithoutToken(kept.viewer), kept);
        this.#set({ status: 'starting', isUnreachable: true });
        await waitOrWake(backOff(attempt), signal);
      }
    }
  }

  #enter(grant: SessionGrant, kept?: KeptInbox): void {
    this.#signedIn()?.client.dispose();
    clearDrafts(grant.viewer.id);
    // What another has left here is not for this reader's eyes.
    if (!myDevice(grant.viewer.id)) void disownDevice();
    const onRefused = (reason: RefusalReason) => {
      if (reason === 'other-user') this.#changeOver();
      else if (!this.#isLeaving) this.#end('expired');
    };
    const client = createSessionClient(grant, onRefused, kept);
    this.#set({ status: 'signed-in', viewer: grant.viewer, client });
  }

  #changeOver(): void {
    this.#end('left');
    inBrowser.write(HINT, '1');
    void this.#resume();
  }

  #end(reason: SignedOutReason): void {
    const ended = this.#signedIn();
    inBrowser.remove(HINT);
    void disownDevice();
    setAppBadge(0);
    this.#set({ status: 'signed-out', reason });
    if (!ended) return;
    this.#onEnd();
    ended.client.dispose();
  }

  #signedIn(): SignedIn | undefined {
    return this.#state.status === 'signed-in' ? this.#state : undefined;
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** As soon as the server answers; where something is kept here, it need not be waited for. */
function renewSoon(): Promise<SessionGrant> {
  const renewal = renewSession();
  if (!myDevice()) return renewal;
  return within(PATIENCE, renewal, 'Late');
}

/** Looked for only where the server does not answer, so that no page waits for the code. */
async function keptHere(): Promise<KeptInbox | undefined> {
  const device = myDevice();
  if (!device) return undefined;
  const part = await import('../inbox/offline/kept-inbox.ts').catch(() => undefined);
  return part?.keptInbox(device);
}
