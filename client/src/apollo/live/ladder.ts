import { ApolloLink, type ApolloClient } from '@apollo/client';
import { catchError, EMPTY, first, firstValueFrom, from, map, mergeMap, Observable, of, timeout } from 'rxjs';
import type { Subscriber } from 'rxjs';
import { inTab } from '../../browser/kept.ts';
import { TRANSPORTS, type Connection, type Transport } from '../../inbox/follow/connection.ts';
import type { Authorisation } from '../authorisation.ts';
import { doesAnswer } from './does-answer.ts';
import { PATIENCE, type Ending, type OnEnd, type Patience, type Rung } from './rung.ts';
import { createSocket } from './socket.ts';
import type { createWithoutSockets } from './without-sockets.ts';

/** A rung is where a request ends. */
const NOWHERE = () => EMPTY;

/** So many failures in a row are no accident. What is silent was waited for, and counts for as many. */
const FAILURES = 2;

export type LadderOptions = {
  token: Pick<Authorisation, 'fresh'>;
  /** Where the server answers requests, and where it takes sockets; asked at each attempt. */
  http: () => string;
  socket: () => string;
  /** In the place of the browser's. */
  webSocketImpl?: unknown;
  apollo: ApolloClient;
  connection: Connection;
  patience?: Patience;
};

/**
 * What subscriptions go through: a socket where there can be one; where it is blocked a stream of events; where that is
 * held back, polls. It goes down when a transport fails while requests are answered, since otherwise the server is away,
 * and tries the better ones beside, now and then. Whoever has subscribed is completed when it changes, and subscribes anew from
 * where they stand.
 */
export class Ladder {
  readonly link = new ApolloLink((operation) => this.#subscribe(operation));
  #options: LadderOptions & { patience: Patience };
  #socket: Rung;
  #others: ReturnType<typeof createWithoutSockets> | undefined;
  #transport: Transport;
  #open = new Map<Subscriber<ApolloLink.Result>, ApolloLink.Operation>();
  #closeCode: number | undefined;
  #failures = 0;
  #climbs = 0;
  #isClimbing = false;
  #climbTimer: ReturnType<typeof setTimeout> | undefined;
  #isDisposed = false;

  constructor(options: LadderOptions) {
    const patience = options.patience ?? PATIENCE;
    this.#options = { ...options, patience };
    const { token, socket: url, webSocketImpl } = options;
    this.#socket = createSocket({ token, url, webSocketImpl, patience, onEnd: this.#endOf('socket') });
    this.#transport = this.#remembered();
    options.connection.use(this.#transport);
    this.#planClimb();
  }

  /** Why the last attempt was ended by the server; undefined while it was not. */
  closeCode = (): number | undefined => this.#closeCode;

  /** The network may be another one, or the machine have slept. */
  verify = (): void => {
    this.#rungs().get(this.#transport)?.verify();
    void this.#climb();
  };

  dispose = (): void => {
    this.#isDisposed = true;
    clearTimeout(this.#climbTimer);
    for (const rung of this.#rungs().values()) rung.dispose();
  };

  #subscribe(operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    return new Observable((observer) => {
      this.#closeCode = undefined;
      this.#open.set(observer, operation);
      const subscription = this.#through(this.#transport, operation).subscribe({
        next: (result) => observer.next(result),
        error: (error) => observer.error(error),
        // It is for us alone to say that it goes on elsewhere.
        complete: () => observer.error(new Error('The subscription ended before its time')),
      });
      return () => {
        this.#open.delete(observer);
        subscription.unsubscribe();
      };
    });
  }

  #through(transport: Transport, operation: ApolloLink.Operation): Observable<ApolloLink.Result> {
    if (transport === 'socket') return this.#socket.link.request(operation, NOWHERE);
    const rung = this.#withoutSockets().then((others) => others[transport]);
    return from(rung).pipe(mergeMap(({ link }) => link.request(operation, NOWHERE)));
  }

  async #withoutSockets(): Promise<ReturnType<typeof createWithoutSockets>> {
    const { createWithoutSockets } = await import('./without-sockets.ts');
    return (this.#others ??= createWithoutSockets({
      ...this.#options,
      onEnd: this.#endOf('event-stream'),
    }));
  }

  #rungs(): Map<string, Rung> {
    return new Map(Object.entries({ socket: this.#socket, ...this.#others }));
  }

  #endOf(transport: Transport): OnEnd {
    return (ending, closeCode) => {
      // Of a trial, or of what was left a moment ago.
      if (transport !== this.#transport || this.#isDisposed) return;
      this.#closeCode = closeCode;
      void this.#judge(ending);
    };
  }

  async #judge(ending: Ending): Promise<void> {
    if (ending === 'lasted') this.#climbs = 0;
    if (ending === 'lasted' || ending === 'answered') this.#failures = 0;
    else this.#failures += ending === 'silent' ? FAILURES : 1;
    if (this.#failures < FAILURES) return;
    // As long as the server is away each failure may be the one after which it is there and this transport is not.
    this.#failures = FAILURES - 1;
    const failed = this.#transport;
    const isServerThere = await doesAnswer(this.#options.http(), this.#options.patience.firstWord);
    const next = TRANSPORTS[TRANSPORTS.indexOf(failed) + 1];
    if (isServerThere && next && failed === this.#transport) this.#use(next);
  }

  #use(transport: Transport): void {
    if (this.#isDisposed) return;
    this.#transport = transport;
    this.#failures = 0;
    inTab.write(this.#memory(), transport);
    this.#options.connection.use(transport);
    this.#planClimb();
    for (const observer of [...this.#open.keys()]) observer.complete();
  }

  #planClimb(): void {
    clearTimeout(this.#climbTimer);
    if (this.#transport === 'socket' || this.#isDisposed) return;
    const { first: least, most } = this.#options.patience.climbs;
    const wait = Math.min(most, least * 2 ** Math.min(this.#climbs, 10)) * (0.75 + Math.random() / 2);
    this.#climbTimer = setTimeout(() => void this.#climb(), wait);
  }

  /** Tries what is better than what we have, the best first, while that goes on. */
  async #climb(): Promise<void> {
    if (this.#isClimbing || this.#isDisposed) return;
    this.#isClimbing = true;
    const before = this.#transport;
    const better = TRANSPORTS.slice(0, TRANSPORTS.indexOf(before));
    let found: Transport | undefined;
    for (const transport of better) if (!found && (await this.#works(transport))) found = transport;
    this.#isClimbing = false;
    this.#climbs++;
    if (found && before === this.#transport) this.#use(found);
    else this.#planClimb();
  }

  /** Whether something comes by it: as a trial the first of what is subscribed to is asked for there too. */
  #works(transport: Transport): Promise<boolean> {
    const [operation] = [...this.#open.values()].filter(
      ({ operationName }) => operationName === 'InboxChanges',
    );
    if (!operation) return Promise.resolve(false);
    return firstValueFrom(
      this.#through(transport, operation).pipe(
        first(),
        map(({ data }) => Boolean(data)),
        timeout(this.#options.patience.firstWord),
        catchError(() => of(false)),
      ),
    );
  }

  #memory(): string {
    return `carillon-transport ${this.#options.socket()}`;
  }

  #remembered(): Transport {
    const kept = inTab.read(this.#memory());
    return TRANSPORTS.find((transport) => transport === kept) ?? 'socket';
  }
}
