import { RenewalRefused, renewSession, type SessionGrant } from '../apollo/access-token.ts';
import { backOff, waitOrWake } from '../browser/back-off.ts';
import { createSessionClient, type SessionClient } from '../apollo/client.ts';
import { SignOutDocument } from '../generated/graphql.ts';
import { clearDrafts } from '../ui/fields/drafts.tsx';
import { inBrowser } from '../browser/kept.ts';
import { unsubscribe } from '../browser/push.ts';
import { listenToTabs, tellTabs } from '../browser/tab-channel.ts';

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

/** Who is signed in in this tab. Owns the client of that session and ends it, in every tab, on sign-out. */
export class Session {
  #state: SessionState = { status: 'starting', isUnreachable: false };
  #listeners = new Set<() => void>();
  #onEnd: () => void;
  #isLeaving = false;

  constructor(onEnd: () => void = () => undefined) {
    this.#onEnd = onEnd;
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

  begin(grant: SessionGrant): void {
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
    await this.#signedIn()
      ?.client.apollo.mutate({ mutation: SignOutDocument })
      .catch(() => undefined);
    await unsubscribed;
    this.#leave();
    this.#isLeaving = false;
  }

  /** By the reader's will: nothing of what they were about stays here. */
  #leave(): void {
    clearDrafts();
    this.#end('left');
  }

  async #resume(): Promise<void> {
    const wasHere = inBrowser.read(HINT) !== null;
    // A browser that keeps nothing knows nobody: then only the server can tell.
    if (!wasHere && inBrowser.isLasting()) return this.#end('stranger');
    const { signal } = new AbortController();
    for (let attempt = 0; ; attempt++) {
      try {
        return this.#enter(await renewSession());
      } catch (error) {
        if (error instanceof RenewalRefused) return this.#end(wasHere ? 'expired' : 'stranger');
        this.#set({ status: 'starting', isUnreachable: true });
        await waitOrWake(backOff(attempt), signal);
      }
    }
  }

  #enter(grant: SessionGrant): void {
    this.#signedIn()?.client.dispose();
    clearDrafts(grant.viewer.id);
    const client = createSessionClient(grant, (reason) => {
      if (reason === 'other-user') this.#changeOver();
      else if (!this.#isLeaving) this.#end('expired');
    });
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
