import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { Watched } from './sockets.ts';

/**
 * A stream of events to one reader, watched as a socket is: the bytes of a heartbeat that leave are its pong, since a
 * reader of events answers nothing. Rule: GraphQL over Server-Sent Events, distinct connections mode.
 */
export class EventStream extends EventEmitter implements Watched {
  readonly OPEN = 1;
  private isOver = false;

  constructor(private readonly response: ServerResponse) {
    super();
    response.on('close', () => this.end(1005));
  }

  get readyState(): number {
    return this.isOver ? 3 : this.OPEN;
  }

  get bufferedAmount(): number {
    return this.response.writableLength;
  }

  /** From now on events may follow. The first bytes go at once, so that proxies let the headers through. */
  begin(headers: Readonly<Record<string, number | string | string[] | undefined>>): void {
    this.response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no', // for nginx
    });
    this.response.write(':\n\n');
  }

  /** Resolves when the bytes have left: that is what makes a slow reader wait. */
  next(text: string): Promise<void> {
    return this.write(`event: next\ndata: ${text}\n\n`);
  }

  /** All has been told. */
  async complete(): Promise<void> {
    await this.write('event: complete\ndata: \n\n');
    this.response.end();
  }

  /** Before it has begun nothing may be written, since headers would go with it: then it is we who are waited for. */
  ping(): void {
    const isHeard = this.response.headersSent ? this.write(':\n\n') : Promise.resolve();
    void isHeard.then(() => this.emit('pong'));
  }

  /** Before its time: without `complete` the reader comes again. */
  close(code: number, words: string): void {
    if (this.response.headersSent) this.response.end(`: ${code} ${words}\n\n`);
    this.end(code);
  }

  terminate(): void {
    this.response.destroy();
  }

  private write(text: string): Promise<void> {
    if (this.isOver) return Promise.resolve();
    return new Promise((resolve) => this.response.write(text, () => resolve()));
  }

  private end(code: number): void {
    if (this.isOver) return;
    this.isOver = true;
    this.emit('close', code);
  }
}
