import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Metrics } from '../../metrics.ts';

export interface UnreadLimits {
  /** Bytes that wait in this process for all readers together. */
  inAll: number;
  /** A reader who takes nothing for so long is let go. */
  stillMs: number;
  /** And one who is still far behind after so long. */
  behindMs: number;
}

const LIMITS: UnreadLimits = { inAll: 128 * 1024 * 1024, stillMs: 30_000, behindMs: 60_000 };
/** Less is what a stream of a file or a slow line has anyway. */
const FAR_BEHIND = 256 * 1024;
const LOOK_EVERY_MS = 10_000;

/**
 * A number that stays the same as long as the other side takes nothing. The stream itself counts a large write when all
 * of it has left; how far it is, only its handle knows.
 */
export function progressOf(stream: Socket): number {
  const { _handle: handle } = stream as Socket & { _handle?: { writeQueueSize: number } | null };
  return stream.bytesWritten - stream.writableLength - (handle?.writeQueueSize ?? 0);
}

/** A reader for whom something waits. */
interface Behind {
  readonly since: number;
  /** How far they were, and since when. */
  readonly progress: number;
  readonly movedAt: number;
}

/** Every connection to the port, of requests and sockets alike, and what its reader has not taken yet. */
export class ClientConnections {
  private readonly open = new Set<Socket>();
  private behind = new Map<Socket, Behind>();
  private unreadAtLook = 0;
  private sentSince = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly metrics: Metrics,
    private readonly limits = LIMITS,
  ) {}

  watch(server: Server): void {
    const { open } = this;
    // One function for all of them: there are as many as sockets.
    function forget(this: Socket) {
      open.delete(this);
    }
    server.on('connection', (socket) => {
      open.add(socket);
      socket.on('close', forget);
    });
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Bytes that wait here for their readers. */
  get unread(): number {
    let unread = 0;
    for (const { writableLength } of this.open) unread += writableLength;
    return unread;
  }

  /** So much more is on its way to a reader. Looks at once when all together might be too much. */
  sent(bytes: number): void {
    this.sentSince += bytes;
    if (this.unreadAtLook + this.sentSince > this.limits.inAll) this.look();
  }

  /** Lets go of who does not read, and of the greediest when all together are too much. Comes by itself every 10 s. */
  look(now = Date.now()): void {
    const before = this.behind;
    this.behind = new Map();
    for (const socket of this.open) {
      if (socket.writableLength === 0) continue;
      const progress = progressOf(socket);
      const last = before.get(socket);
      const since = last?.since ?? now;
      const movedAt = last?.progress === progress ? last.movedAt : now;
      const isFar = socket.writableLength > FAR_BEHIND;
      if (now - movedAt >= this.limits.stillMs || (isFar && now - since >= this.limits.behindMs))
        this.cut(socket);
      else this.behind.set(socket, { since, progress, movedAt });
    }
    this.sentSince = 0;
    this.unreadAtLook = this.cutGreediest();
  }

  /** @returns how much waits for the others */
  private cutGreediest(): number {
    const greediest = [...this.behind.keys()].sort((a, b) => b.writableLength - a.writableLength);
    let unread = greediest.reduce((sum, { writableLength }) => sum + writableLength, 0);
    for (const socket of greediest) {
      if (unread <= this.limits.inAll) break;
      unread -= socket.writableLength;
      this.behind.delete(socket);
      this.cut(socket);
    }
    return unread;
  }

  private cut(socket: Socket): void {
    this.metrics.cutConnections.inc();
    this.open.delete(socket);
    socket.destroy();
  }
}
