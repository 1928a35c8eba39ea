import type { WebSocket } from 'ws';
import { costLimits } from '../admission/query-limits.ts';
import { MAX_BUFFERED_BYTES } from './sockets.ts';

/** What one socket has in hand at a time costs no more than one operation may. */
const MAX_IN_HAND = costLimits.signedIn.cost;

/**
 * What one reader can be told at a time: counted before it is begun, since what is promised is as much as what is sent
 * and not taken yet. What finds no room waits, in its order.
 */
export class Room {
  private inHand = 0;
  private waiting: { cost: number; go: () => void }[] = [];

  constructor(private readonly socket: WebSocket) {}

  /** Waits until there is room for what costs so much; undefined: there is. */
  take(cost: number): Promise<void> | undefined {
    if (this.waiting.length > 0 || !this.isFor(cost))
      return new Promise((go) => this.waiting.push({ cost, go }));
    this.inHand += cost;
    return undefined;
  }

  /** What costs so much has left, or does not come. */
  give(cost: number): void {
    this.inHand -= cost;
    this.letIn();
  }

  /** Lets go on what waits, as far as there is room. */
  letIn(): void {
    for (let [next] = this.waiting; next && this.isFor(next.cost); [next] = this.waiting) {
      this.waiting.shift();
      this.inHand += next.cost;
      next.go();
    }
  }

  private isFor(cost: number): boolean {
    const isLittle = this.inHand === 0 || this.inHand + cost <= MAX_IN_HAND;
    return isLittle && this.socket.bufferedAmount <= MAX_BUFFERED_BYTES;
  }
}
