import { sessionClient } from '../test/session-client.ts';
import type { FakeInbox } from '../test/fake-inbox.ts';
import { INSTRUCTOR } from '../test/fake-applications.ts';
import type { SessionClient } from '../src/apollo/client.ts';
import { Session, type SessionState, type Viewer } from '../src/session/session.ts';
import type { Scene } from './scenes.ts';

/** The session of a scene: nobody begins or ends it. */
export class StagedSession extends Session {
  readonly client: SessionClient;
  #state: SessionState;

  constructor(scene: Scene, inbox: FakeInbox) {
    super();
    this.client = sessionClient(inbox);
    this.#state = stateIn(scene, this.client);
    if (scene === 'offline') keepOffline(this.client);
  }

  override get = (): SessionState => this.#state;
  override subscribe = () => () => undefined;
  override signOut = (): Promise<void> => Promise.resolve();
}

function stateIn(scene: Scene, client: SessionClient): SessionState {
  if (scene === 'unreachable') return { status: 'starting', isUnreachable: true };
  if (scene === 'signed-out') return { status: 'signed-out', reason: 'left' };
  return { status: 'signed-in', viewer: viewerIn(scene), client };
}

function viewerIn(scene: Scene): Viewer {
  const { id, name, role } = INSTRUCTOR;
  if (scene === 'nameless') return { id, name: null as unknown as string, role };
  return { id, name, role: scene === 'author' ? 'CANDIDATE' : role };
}

function keepOffline({ connection }: SessionClient): void {
  connection.set('live');
  connection.set('offline');
  connection.set = () => undefined;
}
