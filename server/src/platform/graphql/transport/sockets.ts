import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { progressOf } from './client-connections.ts';
import type { Metrics } from '../../metrics.ts';

/** Close codes of ours, with what they ask of the client. Those of the protocol itself are graphql-ws's. */
export const closeCode = {
  /** Token or key refused, expired or revoked, signed out, foreign Origin: renew and retry. */
  forbidden: 4403,
  /** Planned restart: retry after a random wait. */
  restart: 1012,
  /** Trouble on our side, too many sockets, or a reader too slow: retry with back-off, and resume. */
  tryLater: 1013,
} as const;

/** Who opened a socket, as far as the transport needs to know. */
export interface SocketOwner {
  readonly id: string;
  readonly sessionId: string | undefined;
  /** The service key that opened it, if one did. */
  readonly keyId?: string | undefined;
  /** When the token ends, in ms since 1970; undefined for a token without an end. */
  readonly expiresAt: number | undefined;
}

export interface SocketLimits {
  perUser: number;
  /** Operations at a time on one socket. */
  operations: number;
}

/** What waits in the server's memory for one reader besides the answer that is on its way may not grow beyond this. */
export const MAX_BUFFERED_BYTES = 1024 * 1024;
/** A reader who takes nothing between two looks is closed at the second; a peer who answers no ping likewise. */
const LOOK_EVERY_MS = 10_000;
const MAX_TIMER_MS = 2 ** 31 - 1;
/** At a restart sockets are closed at this pace, so that the other replicas are not overrun. */
const DRAIN_MS = 5_000;
const DRAIN_STEP_MS = 50;
/** Who does not answer the goodbye is let go after this. */
const GOODBYE_MS = 3_000;

/** What is watched: a WebSocket, or a stream of events. */
export interface Watched {
  readonly readyState: number;
  readonly OPEN: number;
  /** Bytes that wait here. */
  readonly bufferedAmount: number;
  ping(): void;
  close(code: number, words: string): void;
  terminate(): void;
  on(event: 'ping' | 'pong' | 'close', listener: (code: number) => void): unknown;
}

interface OpenSocket {
  readonly socket: Watched;
  readonly stream: Socket;
  owner: SocketOwner | undefined;
  answered: boolean;
  /** Bytes of answers that wait here. They are bounded where they are begun, and may be long on their way. */
  answering: number;
  /** How far the reader was at the last look, when something was still waiting then. */
  stuckAt: number | undefined;
}

const FRESH = { owner: undefined, answered: true, answering: 0, stuckAt: undefined };

/** All sockets and streams of events open on this replica: one limit, one end of tokens, one watch. */
export class Sockets {
  private readonly open = new Map<Watched, OpenSocket>();
  /** How many each user has. */
  private readonly byUser = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;
  /** One for all sockets, at the end of the token that ends first. */
  private expiryTimer: NodeJS.Timeout | undefined;
  private nextExpiry = Infinity;
  private isLeaving = false;
  /** ws has answered by then: a flood of pings is a flood of answers. */
  private readonly onPing: (this: Watched) => void;

  constructor(
    private readonly limits: SocketLimits,
    private readonly metrics: Metrics,
  ) {
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.timer.unref();
    const dropIfSlow = this.dropIfSlow.bind(this);
    // One function for all sockets.
    this.onPing = function () {
      dropIfSlow(this);
    };
  }

  get size(): number {
    return this.open.size;
  }

  /** From now on the socket is watched. */
  watch(socket: Watched, stream: Socket): void {
    const entry: OpenSocket = { socket, stream, ...FRESH };
    this.open.set(socket, entry);
    socket.on('ping', this.onPing);
    socket.on('pong', () => (entry.answered = true));
    socket.on('close', (code) => {
      this.open.delete(socket);
      if (entry.owner) this.count(entry.owner, -1);
      this.metrics.socketCloses.inc({ code });
    });
  }

  /** The socket's owner is known now. @returns false when they have too many: the socket is closed */
  claim(owner: SocketOwner, socket: Watched): boolean {
    const entry = this.open.get(socket);
    if (!entry) return false;
    if ((this.byUser.get(owner.id) ?? 0) >= this.limits.perUser) {
      this.close(socket, closeCode.tryLater, 'Too many sockets of one user', 'too_many');
      return false;
    }
    entry.owner = owner;
    this.count(owner, 1);
    if (owner.expiresAt !== undefined && owner.expiresAt < this.nextExpiry) this.expireAt(owner.expiresAt);
    return true;
  }

  /** Signed out: closes what the session still holds open here. */
  closeSession(sessionId: string): void {
    for (const { socket, owner } of this.open.values())
      if (owner?.sessionId === sessionId) this.close(socket, closeCode.forbidden, 'Signed out', 'signed_out');
  }

  /** Revoked: the same for a service key. */
  closeKey(keyId: string): void {
    for (const { socket, owner } of this.open.values())
      if (owner?.keyId === keyId)
        this.close(socket, closeCode.forbidden, 'The service key was revoked', 'revoked');
  }

  /** Erased: closes all that they hold open here. */
  closeUser(userId: string): void {
    for (const { socket, owner } of this.open.values())
      if (owner?.id === userId) this.close(socket, closeCode.forbidden, 'Erased', 'signed_out');
  }

  close(socket: Watched, code: number, words: string, reason: Parameters<Metrics['closed']>[0]): void {
    if (socket.readyState !== socket.OPEN) return;
    this.metrics.closed(reason);
    socket.close(code, words);
  }

  /**
   * Asked before each operation of a socket.
   * @param running how many it has, with this one
   * @returns why not, if it may not; a reader for whom too much waits already is let go besides, comes back and resumes
   */
  refusal(socket: Watched, running: number): string | undefined {
    if (this.dropIfSlow(socket)) return 'This socket is read too slowly';
    if (running <= this.limits.operations) return undefined;
    this.metrics.refusedOperations.inc();
    return `A socket carries ${this.limits.operations} operations at a time`;
  }

  /** So many bytes of an answer begin to wait for the reader, or, less than none, have left. */
  answering(socket: Watched, bytes: number): void {
    const entry = this.open.get(socket);
    if (entry) entry.answering += bytes;
  }

  /** Lets go of a reader for whom too much waits already. @returns whether it was one */
  dropIfSlow(socket: Watched): boolean {
    const answering = this.open.get(socket)?.answering ?? 0;
    const isSlow = socket.bufferedAmount - answering > MAX_BUFFERED_BYTES;
    if (isSlow) this.drop(socket, 'slow');
    return isSlow;
  }

  /** Whether all are sent elsewhere, and none may come. */
  get isDraining(): boolean {
    return this.isLeaving;
  }

  /** Tells every client to come back elsewhere, spread over some seconds when there are many. */
  async drain(): Promise<void> {
    this.isLeaving = true;
    clearInterval(this.timer);
    clearTimeout(this.expiryTimer);
    const leaving = [...this.open.keys()];
    const atOnce = Math.max(10, Math.ceil((leaving.length * DRAIN_STEP_MS) / DRAIN_MS));
    while (leaving.length > 0) {
      for (const socket of leaving.splice(0, atOnce)) socket.close(closeCode.restart, 'Restarting');
      if (leaving.length > 0) await wait(DRAIN_STEP_MS);
    }
    const deadline = Date.now() + GOODBYE_MS;
    while (this.open.size > 0 && Date.now() < deadline) await wait(DRAIN_STEP_MS);
    for (const socket of this.open.keys()) socket.terminate();
  }

  /** Lets go of whom nothing reaches any more. Comes by itself every 10 s. */
  look(): void {
    for (const entry of this.open.values()) {
      const { socket, stream } = entry;
      const isWaiting = socket.bufferedAmount > 0;
      const progress = progressOf(stream);
      // Asked first, since who reads nothing has not read our ping either.
      if (isWaiting && entry.stuckAt === progress) this.drop(socket, 'slow');
      else if (this.dropIfSlow(socket)) continue;
      // Whoever is still reading what was sent before the ping has not come to it.
      else if (!entry.answered && entry.stuckAt === undefined) this.drop(socket, 'half_open');
      else {
        entry.stuckAt = isWaiting ? progress : undefined;
        if (entry.answered) socket.ping();
        entry.answered = false;
      }
    }
  }

  /** Whoever does not read would not read a closing handshake either. */
  private drop(socket: Watched, reason: 'slow' | 'half_open'): void {
    this.metrics.closed(reason);
    socket.close(closeCode.tryLater, 'Too slow');
    socket.terminate();
  }

  /** A socket may not outlive the token that opened it. */
  private expireAt(time: number): void {
    this.nextExpiry = time;
    clearTimeout(this.expiryTimer);
    if (time === Infinity) return;
    const left = Math.min(Math.max(0, time - Date.now()), MAX_TIMER_MS);
    this.expiryTimer = setTimeout(() => this.expire(), left).unref();
  }

  private expire(): void {
    const now = Date.now();
    let next = Infinity;
    for (const { socket, owner } of this.open.values()) {
      const end = owner?.expiresAt ?? Infinity;
      if (end <= now) this.close(socket, closeCode.forbidden, 'Token expired', 'expired');
      else next = Math.min(next, end);
    }
    this.expireAt(next);
  }

  private count({ id }: SocketOwner, change: 1 | -1): void {
    const count = (this.byUser.get(id) ?? 0) + change;
    if (count > 0) this.byUser.set(id, count);
    else this.byUser.delete(id);
  }
}
