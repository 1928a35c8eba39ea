import { Agent, request, type IncomingMessage } from 'node:http';
import type { Call, Dialect } from '../contenders/dialect.ts';

/** Connections that are kept open, as a sending service would. */
export class Http {
  private readonly agent: Agent;
  private readonly origin: URL;
  private readonly dialect: Dialect;

  constructor(url: string, dialect: Dialect, connections = 64) {
    this.origin = new URL(url);
    this.dialect = dialect;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  }

  /** @throws on any answer that is not a success */
  async ask({ method, path, headers, body }: Call): Promise<string> {
    const { status, text } = await this.exchange({ method, path, headers, body });
    if (status >= 300 || this.dialect.isRefusal(text))
      throw new Error(`${method} ${path} was answered ${status}: ${text.slice(0, 300)}`);
    return text;
  }

  private exchange({ method, path, headers, body }: Call): Promise<{ status: number; text: string }> {
    const { hostname, port } = this.origin;
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const options = { agent: this.agent, hostname, port, method, path, headers: { ...headers, ...length } };
    return new Promise((resolve, reject) => {
      const outgoing = request(options, (response: IncomingMessage) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () =>
          resolve({ status: response.statusCode!, text: Buffer.concat(parts).toString() }),
        );
        response.on('error', reject);
      });
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
