import type { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { Observable } from 'rxjs';
import { holdPlace } from '../../browser/turns.ts';
import { TOKEN_REFUSED } from '../../inbox/follow/retry.ts';
import type { Authorisation } from '../authorisation.ts';
import { Attempt } from './attempt.ts';
import { EventReader } from './event-reader.ts';
import type { OnEnd, Patience, Rung } from './rung.ts';
import { subscriptionLink, type Asked } from './subscription-link.ts';

/** The server says something every 10 seconds, if only that it is there. */
const HEARD_AGAIN = 25_000;
const HEARD_AGAIN_AFTER_SLEEP = 12_000;
/** Of all tabs: over HTTP/1.1 a browser has six connections to a server, and pages need some. */
const MOST_STREAMS = 3;

export type EventStreamOptions = {
  token: Pick<Authorisation, 'fresh'>;
  http: () => string;
  onEnd: OnEnd;
  patience: Patience;
};

/**
 * Each subscription as a request whose answer goes on: GraphQL over Server-Sent Events, distinct connections mode. Not by
 * EventSource, which sends no token, nor by graphql-sse's client, which keeps to itself what is no event: heartbeats, and
 * why the server ends a stream.
 */
export function createEventStreams(options: EventStreamOptions): Rung {
  const open = new Set<EventStream>();
  const subscribe = (asked: Asked) =>
    new Observable<ApolloLink.Result>((observer) => {
      const stream = new EventStream(options);
      open.add(stream);
      stream
        .run(asked, (result) => observer.next(result))
        .then(() => observer.complete())
        .catch((error: unknown) => observer.error(error))
        .finally(() => open.delete(stream));
      return () => stream.stop();
    });
  return {
    link: subscriptionLink(subscribe),
    verify: () => open.forEach((stream) => stream.verify()),
    dispose: () => open.forEach((stream) => stream.stop()),
  };
}

class EventStream {
  #options: EventStreamOptions;
  #stopping = new AbortController();
  #attempt: Attempt | undefined;
  #isAnswered = false;
  #closeCode: number | undefined;
  #isStopped = false;

  constructor(options: EventStreamOptions) {
    this.#options = options;
  }

  /** Until the server has told all. @throws why it ends before that */
  async run(asked: Asked, onResult: (result: ApolloLink.Result) => void): Promise<void> {
    const { token, patience, onEnd } = this.#options;
    const accessToken = await token.fresh();
    const leave = await holdPlace('carillon-event-stream', MOST_STREAMS);
    if (!leave) {
      onEnd('silent');
      throw new Error('Other tabs have as many streams as there may be');
    }
    const attempt = (this.#attempt = new Attempt(patience, () => this.#stopping.abort()));
    try {
      const response = await this.#ask(asked, accessToken);
      if (response.ok && response.body && isStream(response)) await this.#follow(response.body, onResult);
      else await this.#refuse(response);
    } finally {
      leave();
      const ending = attempt.end(this.#isAnswered);
      if (!this.#isStopped) onEnd(ending, this.#closeCode);
    }
  }

  verify(): void {
    this.#attempt?.expect(HEARD_AGAIN_AFTER_SLEEP);
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopping.abort();
  }

  #ask(asked: Asked, accessToken: string): Promise<Response> {
    return fetch(this.#options.http(), {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${accessToken}`,
      },
      body: JSON.stringify(asked),
      signal: this.#stopping.signal,
    });
  }

  async #follow(
    body: ReadableStream<Uint8Array>,
    onResult: (result: ApolloLink.Result) => void,
  ): Promise<void> {
    const [stream, reader] = [body.getReader(), new EventReader()];
    for (;;) {
      const { value } = await stream.read();
      if (!value) throw new Error('The stream ended before its time');
      this.#attempt?.heard(HEARD_AGAIN);
      for (const { event, data, comment } of reader.read(value)) {
        if (event === 'next') onResult(JSON.parse(data) as ApolloLink.Result);
        const code = Number.parseInt(comment ?? '', 10);
        if (code > 0) this.#closeCode = code;
        this.#isAnswered ||= code > 0 || event === 'complete';
        if (event === 'complete') return;
      }
    }
  }

  /** @throws with the server's errors, if it was the server who answered */
  async #refuse(response: Response): Promise<never> {
    const { status } = response;
    const { errors } = (await response.json().catch(() => ({}))) as { errors?: [] };
    if (!Array.isArray(errors)) throw new Error(`No stream but an answer of ${status}`);
    this.#isAnswered = ANSWERS.has(status);
    if (status === 401) this.#closeCode = TOKEN_REFUSED;
    throw new CombinedGraphQLErrors({ errors });
  }
}

const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false;

/** Of a server that has streams, though not now: its token, document, limits, restart. */
const ANSWERS = new Set([401, 404, 429, 503]);
