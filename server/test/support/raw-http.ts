import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

/** An answer as it came over the wire. */
export interface RawResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A connection of which a test decides each byte. */
export class RawConnection {
  private text = '';
  private hasEnded = false;

  private constructor(readonly socket: Socket) {
    socket.setEncoding('latin1').on('data', (chunk: string) => (this.text += chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => (this.hasEnded = true));
  }

  static async open(url: string): Promise<RawConnection> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  get isOver(): boolean {
    return this.hasEnded;
  }

  /** The next answer, whose length its headers tell. @throws when the connection ends without */
  async response({ toHead = false } = {}): Promise<RawResponse> {
    const answer = await until(() => {
      if (this.hasEnded && !this.text.includes('\r\n\r\n')) return { status: 0, headers: {}, body: '' };
      return takeResponse(this.text, toHead);
    });
    this.text = this.text.slice('rest' in answer ? this.text.length - answer.rest : 0);
    if (answer.status === 0) throw new Error('The connection has ended without an answer');
    return answer;
  }

  /** Resolves when the other side has ended the connection. */
  async ended(timeoutMs?: number): Promise<void> {
    await until(() => this.hasEnded, { timeoutMs });
  }

  send(...lines: string[]): this {
    this.socket.write(lines.join('\r\n'));
    return this;
  }

  close(): void {
    this.socket.destroy();
  }
}

function takeResponse(text: string, toHead: boolean): (RawResponse & { rest: number }) | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [start, ...lines] = text.slice(0, end).split('\r\n');
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    const value = line.slice(line.indexOf(':') + 1).trim();
    headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  const length = toHead ? 0 : Number(headers['content-length'] ?? 0);
  const body = text.slice(end + 4, end + 4 + length);
  if (body.length < length) return undefined;
  return { status: Number(start!.split(' ')[1]), headers, body, rest: text.length - end - 4 - length };
}

/** Sends one request as it stands, and gives its answer. */
export async function rawRequest(url: string, ...lines: string[]): Promise<RawResponse> {
  const connection = await RawConnection.open(url);
  try {
    return await connection.send(...lines).response({ toHead: lines[0]!.startsWith('HEAD') });
  } finally {
    connection.close();
  }
}
