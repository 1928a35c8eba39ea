import type { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { createClient, MessageType, stringifyMessage } from 'graphql-ws';
import { from, mergeMap, Observable } from 'rxjs';
import type { Authorisation } from '../authorisation.ts';
import { Attempt } from './attempt.ts';
import { PATIENCE, type OnEnd, type Patience, type Rung } from './rung.ts';
import { subscriptionLink, type Asked } from './subscription-link.ts';

const KEEP_ALIVE = 10_000;
const PONG_WITHIN = 5_000;
const PONG_WITHIN_AFTER_SLEEP = 2_000;
/** For whoever subscribes next: after a trial, or an error that ended one subscription alone. */
const KEPT_FOR = 1_000;

/** Those that browsers give where the other side gave none, and ours for a socket that is given up. */
const NOBODYS = new Set([1005, 1006, 1015, 4499]);
/** Those that another than the server may well have given. */
const ANYBODYS = new Set([1000, 1001, 1002]);

export type SocketOptions = {
  token: Pick<Authorisation, 'fresh'>;
  /** Asked at each attempt. */
  url: () => string;
  /** In the place of the browser's. */
  webSocketImpl?: unknown;
  onEnd: OnEnd;
  patience?: Patience;
};

/**
 * One socket for all subscriptions of a session. It does not retry by itself: graphql-ws would send the variables of
 * the first attempt again (an `afterSeq` of long ago), gives up for good on some close codes, and cannot be woken
 * while it waits. The follower of the inbox retries instead, each time from where it stands.
 */
export function createSocket({ token, url, webSocketImpl, onEnd, patience = PATIENCE }: SocketOptions): Rung {
  let connected: WebSocket | undefined;
  let attempt: Attempt | undefined;
  const client = createClient({
    url,
    connectionParams: async () => ({ authorization: `Bearer ${await token.fresh()}` }),
    retryAttempts: 0,
    keepAlive: KEEP_ALIVE,
    lazyCloseTimeout: KEPT_FOR,
    webSocketImpl,
    on: {
      connecting: () => {
        attempt = new Attempt(patience, () => client.terminate());
      },
      connected: (socket) => {
        connected = socket as WebSocket;
      },
      // Without a pong the connection is half open: the other side is gone and nobody has told us.
      message: () => attempt?.heard(KEEP_ALIVE + PONG_WITHIN),
      closed: (event) => {
        const { code } = event as CloseEvent;
        const isAnswered = !NOBODYS.has(code) && (connected !== undefined || !ANYBODYS.has(code));
        connected = undefined;
        const ending = attempt?.end(isAnswered);
        attempt = undefined;
        if (ending) onEnd(ending, code);
      },
    },
  });
  const subscribe = (asked: Asked) =>
    new Observable<ApolloLink.Result>((observer) =>
      client.subscribe(asked, {
        next: (result) => observer.next(result as ApolloLink.Result),
        error: (error) => observer.error(errorOf(error)),
        complete: () => observer.complete(),
      }),
    );
  return {
    // A token first: once the socket is open the server waits only seconds for it, and nobody catches what `url` throws.
    link: subscriptionLink((asked) => from(token.fresh()).pipe(mergeMap(() => subscribe(asked)))),
    verify: () => {
      if (!connected) return;
      if (connected.readyState !== WebSocket.OPEN) return client.terminate();
      connected.send(stringifyMessage({ type: MessageType.Ping }));
      attempt?.expect(PONG_WITHIN_AFTER_SLEEP);
    },
    dispose: () => void Promise.resolve(client.dispose()).catch(() => undefined),
  };
}

/** What graphql-ws ends a subscription with: the server's errors, an error of its own, or an event of the socket. */
function errorOf(error: unknown): Error {
  if (error instanceof Error) return error;
  if (Array.isArray(error)) return new CombinedGraphQLErrors({ errors: error });
  const { code, reason } = error as Partial<CloseEvent>;
  return new Error(`The socket was closed: ${code ?? 'it could not be opened'} ${reason ?? ''}`.trim());
}
