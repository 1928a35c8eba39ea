import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Random } from './random.ts';

/** A link without traffic is cut after this. */
const QUIET_MS = 200;

/** Stands in front of a port and treats its connections as bad networks do. */
export class Proxy {
  private readonly links = new Set<Link>();
  private isFrozen = false;
  private readonly server: Server;
  private readonly random: Random;

  private constructor(server: Server, target: number, random: Random) {
    this.server = server;
    this.random = random;
    server.on('connection', (client: Socket) => {
      const link = new Link(client, connect(target, '127.0.0.1'), random);
      this.links.add(link);
      link.onEnd = () => this.links.delete(link);
      if (this.isFrozen) link.freeze();
    });
  }

  static async open(target: number, random: Random): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server, target, random);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Cuts this share of the connections in the middle of the next thing they carry. */
  cut(share: number): void {
    for (const link of this.links) if (this.random.chance(share)) link.doom();
  }

  /** From now on nothing passes, in either direction, and nobody is told: connections are half-open. */
  freeze(): void {
    this.isFrozen = true;
    for (const link of this.links) link.freeze();
  }

  thaw(): void {
    this.isFrozen = false;
    for (const link of this.links) link.thaw();
  }

  /**
   * Loses what the connections of now carry from now on, in both directions, also that an end was ended; they stay open,
   * and new ones work. As after a failover, or where a firewall has forgotten them.
   */
  swallow(): void {
    for (const link of this.links) link.swallow();
  }

  async close(): Promise<void> {
    this.server.close();
    for (const link of this.links) link.end();
    await once(this.server, 'close');
  }
}

/** One connection, and the one behind it. */
class Link {
  onEnd: () => void = () => undefined;
  private readonly sides: readonly Socket[];
  private readonly random: Random;
  private isFrozen = false;
  private isDoomed = false;
  private isSwallowing = false;

  constructor(client: Socket, upstream: Socket, random: Random) {
    this.sides = [client, upstream];
    this.random = random;
    this.carry(client, upstream);
    this.carry(upstream, client);
  }

  freeze(): void {
    this.isFrozen = true;
    for (const side of this.sides) side.pause();
  }

  thaw(): void {
    this.isFrozen = false;
    if (this.sides.some((side) => side.destroyed)) return this.end();
    for (const side of this.sides) side.resume();
  }

  swallow(): void {
    this.isSwallowing = true;
  }

  doom(): void {
    this.isDoomed = true;
    setTimeout(() => this.end(), QUIET_MS).unref();
  }

  end(): void {
    for (const side of this.sides) side.destroy();
    this.onEnd();
  }

  private carry(from: Socket, to: Socket): void {
    from.on('error', () => undefined);
    from.on('close', () => {
      if (!this.isFrozen && !this.isSwallowing) this.end();
    });
    from.on('end', () => {
      if (!this.isSwallowing) to.end();
    });
    from.on('data', (chunk) => {
      if (this.isSwallowing) return;
      if (this.isDoomed) {
        to.write(chunk.subarray(0, this.random.below(chunk.length)), () => this.end());
        return;
      }
      if (to.write(chunk)) return;
      from.pause();
      to.once('drain', () => {
        if (!this.isFrozen) from.resume();
      });
    });
  }
}
