import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Dialect, Voice } from '../contenders/dialect.ts';
import type { Ledger, Receiver } from './ledger.ts';

const HANDSHAKE_MS = 60_000;
const RETRY_MS = 50;

/** One subscribed socket. After a cut it comes back by itself, from where it was, until it is closed. */
export class Follower implements Receiver {
  readonly userId: string;
  isReady = false;
  /** How often it was cut. */
  cuts = 0;
  private socket: WebSocket | undefined;
  private isWanted = true;
  private readonly url: string;
  private readonly voice: Voice;
  private readonly ledger: Ledger;

  constructor(url: string, userId: string, dialect: Dialect, ledger: Ledger) {
    this.userId = userId;
    this.voice = dialect.voice(userId);
    this.url = url.replace('http', 'ws') + this.voice.path;
    this.ledger = ledger;
  }

  /** Resolves once the subscription stands. @throws when the socket closed before that */
  connect(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const { protocol, headers } = this.voice;
    const socket = new WebSocket(this.url, protocol ? [protocol] : [], {
      headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
      handshakeTimeout: HANDSHAKE_MS,
    });
    this.socket = socket;
    const send = (text: string) => socket.send(text);
    socket.on('open', () => this.voice.greet(send));
    socket.on('message', (bytes: Buffer) => this.hear(bytes.toString(), send, resolve));
    socket.on('error', reject);
    socket.on('close', (code) => {
      reject(new Error(`A socket was closed with ${code}`));
      if (this.isReady && this.isWanted) void this.comeBack();
    });
    return promise;
  }

  /** For good. */
  async hangUp(): Promise<void> {
    this.isWanted = false;
    this.socket!.close();
    await once(this.socket!, 'close');
  }

  private hear(text: string, send: (text: string) => void, resolve: () => void): void {
    try {
      const { isReady, keys } = this.voice.hear(text, send);
      for (const key of keys ?? []) this.ledger.delivered(key, this);
      if (!isReady || this.isReady) return;
      this.isReady = true;
      resolve();
    } catch (error) {
      this.ledger.refused(error);
    }
  }

  private async comeBack(): Promise<void> {
    this.isReady = false;
    this.cuts++;
    while (!this.isReady) {
      await wait(RETRY_MS + Math.random() * RETRY_MS);
      await this.connect().catch(() => undefined);
    }
  }
}
