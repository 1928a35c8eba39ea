import { WebSocket } from 'ws';

/** Who says nothing for so long is taken for dead. */
export const PATIENCE_MS = 6_000;
const PING_EVERY_MS = 1_500;

/** Why a subscription is over. */
export interface Ending {
  /** Of the socket; 1006 when it was cut. */
  closeCode: number;
  /** The server ended the subscription alone: with an error's code, or by completing it. */
  refusal?: string;
}

export interface Subscription {
  readonly ended: Promise<Ending>;
  stop(): void;
}

interface Message {
  type: string;
  payload?: unknown;
}

/** Begins a subscription at a server, by whatever transport. */
export type Subscribe = <Data>(
  url: string,
  token: string,
  query: string,
  variables: object,
  onData: (data: Data) => void,
) => Subscription;

/** One socket with one subscription, graphql-transport-ws by hand. */
export function subscribe<Data>(
  url: string,
  token: string,
  query: string,
  variables: object,
  onData: (data: Data) => void,
): Subscription {
  const ws = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    handshakeTimeout: PATIENCE_MS,
  });
  let refusal: string | undefined;
  let isStopped = false;
  let lastHeard = Date.now();
  const send = (message: object) => ws.send(JSON.stringify(message));
  const stop = () => {
    isStopped = true;
    ws.close(1000);
  };
  const watch = setInterval(() => {
    if (Date.now() - lastHeard > PATIENCE_MS) ws.terminate();
    else if (ws.readyState === ws.OPEN) ws.ping();
  }, PING_EVERY_MS);

  ws.on('error', () => undefined);
  ws.on('pong', () => (lastHeard = Date.now()));
  ws.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }));
  ws.on('message', (bytes: Buffer) => {
    lastHeard = Date.now();
    if (isStopped) return;
    const { type, payload } = JSON.parse(bytes.toString()) as Message;
    if (type === 'ping') send({ type: 'pong' });
    else if (type === 'connection_ack') send({ id: '1', type: 'subscribe', payload: { query, variables } });
    else if (type === 'next') {
      const { data, errors } = payload as { data?: Data; errors?: Errors };
      if (errors) end(codeOf(errors));
      else onData(data!);
    } else if (type === 'error') end(codeOf(payload as Errors));
    else if (type === 'complete') end('completed unasked');
  });
  const end = (why: string) => {
    refusal = why;
    stop();
  };

  const ended = new Promise<Ending>((resolve) =>
    ws.once('close', (closeCode) => {
      clearInterval(watch);
      resolve({ closeCode, refusal });
    }),
  );
  return { ended, stop };
}

export type Errors = { extensions?: { code?: string } }[];

export const codeOf = (errors: Errors): string => errors[0]?.extensions?.code ?? 'an error without a code';
