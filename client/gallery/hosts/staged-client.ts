// Stands in the place of client/src/apollo/inbox-client.ts: the elements ask the made-up server of the scene.
import type { InboxClient } from '../../src/apollo/inbox-client.ts';
import { FakeInbox } from '../../test/fake-inbox.ts';
import { sessionClient } from '../../test/session-client.ts';

/** Who is asked by what is drawn from now on. */
export const staged = { server: new FakeInbox() };

export const createInboxClient = (): InboxClient => ({
  ...sessionClient(staged.server),
  report: () => undefined,
  disconnect: () => undefined,
});
