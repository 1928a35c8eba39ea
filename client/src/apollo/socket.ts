import { createClient, type Client } from 'graphql-ws';
import type { AccessToken } from './access-token.ts';

const KEEP_ALIVE = 10_000;
const PONG_WITHIN = 5_000;

/**
 * One socket for all subscriptions of a session. It does not retry by itself: graphql-ws would send the variables of
 * the first attempt again (an `afterSeq` of long ago), gives up for good on some close codes, and cannot be woken
 * while it waits. The follower of the inbox retries instead, each time from where it stands.
 */
export function createSocket(token: AccessToken, webSocketImpl?: unknown): Client {
  let pongTimeout: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    // Here and not in connectionParams: once the socket is open the server waits only seconds for the first message.
    url: async () => {
      await token.fresh();
      return socketUrl(window.location);
    },
    connectionParams: async () => ({ authorization: `Bearer ${await token.fresh()}` }),
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE,
    webSocketImpl,
    on: {
      ping: (received) => {
        if (received) return;
        // Without a pong the connection is half open: the other side is gone and nobody has told us.
        clearTimeout(pongTimeout);
        pongTimeout = setTimeout(() => client.terminate(), PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimeout);
      },
      closed: () => clearTimeout(pongTimeout),
    },
  });
  return client;
}

export function socketUrl({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`;
}
