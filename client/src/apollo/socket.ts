import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient, MessageType, stringifyMessage, type Client } from 'graphql-ws';
import type { Authorisation } from './authorisation.ts';

const KEEP_ALIVE = 10_000;
const PONG_WITHIN = 5_000;
const PONG_WITHIN_AFTER_SLEEP = 2_000;

export type LiveSocket = {
  client: Client;
  /** What Apollo subscribes through. */
  link: GraphQLWsLink;
  /** Why the last one was closed; undefined while none was. */
  closeCode: () => number | undefined;
  /** Asks the other side at once whether it is still there; without an answer the socket is given up. */
  verify: () => void;
  /** For good, also in the middle of an attempt that fails: that is nobody's failure any more. */
  dispose: () => void;
};

export type SocketOptions = {
  /** Asked at each attempt; the page's own server if not said. */
  url?: () => string;
  /** In the place of the browser's. */
  webSocketImpl?: unknown;
};

/**
 * One socket for all subscriptions of a session. It does not retry by itself: graphql-ws would send the variables of
 * the first attempt again (an `afterSeq` of long ago), gives up for good on some close codes, and cannot be woken
 * while it waits. The follower of the inbox retries instead, each time from where it stands.
 */
export function createSocket(
  token: Pick<Authorisation, 'fresh'>,
  { url = () => socketUrl(window.location), webSocketImpl }: SocketOptions = {},
): LiveSocket {
  let connected: WebSocket | undefined;
  let closeCode: number | undefined;
  let pongTimeout: ReturnType<typeof setTimeout> | undefined;
  // Without a pong the connection is half open: the other side is gone and nobody has told us.
  const expectPong = (within: number) => {
    clearTimeout(pongTimeout);
    pongTimeout = setTimeout(() => client.terminate(), within);
  };
  const client = createClient({
    // Here and not in connectionParams: once the socket is open the server waits only seconds for the first message.
    url: async () => {
      await token.fresh();
      return url();
    },
    connectionParams: async () => ({ authorization: `Bearer ${await token.fresh()}` }),
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE,
    webSocketImpl,
    on: {
      connecting: () => {
        closeCode = undefined;
      },
      connected: (socket) => {
        connected = socket as WebSocket;
      },
      ping: (received) => {
        if (!received) expectPong(PONG_WITHIN);
      },
      pong: (received) => {
        if (received) clearTimeout(pongTimeout);
      },
      closed: (event) => {
        closeCode = (event as CloseEvent).code;
        connected = undefined;
        clearTimeout(pongTimeout);
      },
    },
  });
  const verify = () => {
    if (!connected) return;
    if (connected.readyState !== WebSocket.OPEN) return client.terminate();
    connected.send(stringifyMessage({ type: MessageType.Ping }));
    expectPong(PONG_WITHIN_AFTER_SLEEP);
  };
  const dispose = () => void Promise.resolve(client.dispose()).catch(() => undefined);
  return { client, link: new GraphQLWsLink(client), closeCode: () => closeCode, verify, dispose };
}

export function socketUrl({ protocol, host }: Pick<Location, 'protocol' | 'host'>): string {
  return `${protocol === 'https:' ? 'wss:' : 'ws:'}//${host}/graphql`;
}
