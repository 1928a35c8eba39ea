import { Redis } from 'ioredis';
import type { WebSocket } from 'ws';

const CHANNEL = 'bare:';

interface Audience {
  sockets: Set<WebSocket>;
  subscribed: Promise<unknown>;
}

/** Each user's open sockets, and one Redis channel for each user who has any. */
export class BareSockets {
  private readonly byUser = new Map<string, Audience>();
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  constructor(redisUrl: string) {
    this.publisher = new Redis(redisUrl, { enableAutoPipelining: true });
    this.subscriber = new Redis(redisUrl, { enableAutoPipelining: true });
    this.subscriber.on('message', (channel: string, text: string) => {
      const audience = this.byUser.get(channel.slice(CHANNEL.length));
      for (const socket of audience?.sockets ?? []) socket.send(text);
    });
  }

  /** Whoever waits for a create does not wait for this. */
  publish(userId: string, text: string): void {
    this.publisher.publish(CHANNEL + userId, text).catch(console.error);
  }

  async add(userId: string, socket: WebSocket): Promise<void> {
    const audience = this.byUser.get(userId) ?? this.gather(userId);
    audience.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.remove(userId, audience, socket));
    await audience.subscribed;
    socket.send('{"isReady":true}');
  }

  private gather(userId: string): Audience {
    const audience = {
      sockets: new Set<WebSocket>(),
      subscribed: this.subscriber.subscribe(CHANNEL + userId),
    };
    this.byUser.set(userId, audience);
    return audience;
  }

  private remove(userId: string, audience: Audience, socket: WebSocket): void {
    audience.sockets.delete(socket);
    if (audience.sockets.size > 0) return;
    this.byUser.delete(userId);
    this.subscriber.unsubscribe(CHANNEL + userId).catch(console.error);
  }
}
