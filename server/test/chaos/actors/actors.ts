import { candidate, service } from '../../support/token.ts';
import { Bell } from './bell.ts';
import { Device } from './device.ts';
import { GreedyReader } from './greedy-reader.ts';
import { InboxFollower } from './inbox-follower.ts';
import { ClientFollower } from './client-follower.ts';
import type { PushService } from '../channels/push-service.ts';
import type { Ledger } from '../ledger.ts';
import { Random } from '../random.ts';
import { Reader } from './reader.ts';
import { Sender } from './sender.ts';
import type { Host } from './host.ts';
import { subscribeByEvents } from './live-events.ts';
import { subscribe } from './live-socket.ts';
import { createServices } from './services.ts';

const TABS = 2;
const CLIENTS = 2;

export interface CastOptions {
  seed: number;
  urls: readonly string[];
  ledger: Ledger;
  pushService: PushService;
  databaseUrl: string;
  users: number;
  senders: number;
  /** Of each kind of services that send by other ways. */
  services: number;
  /** Between two sends of one sender, and between two acts of one reader, in ms. */
  sendPauseMs: readonly [number, number];
  actPauseMs: readonly [number, number];
}

/** Everybody who takes part. */
export interface Cast {
  /** Tabs by the book, which complain of whatever cannot be; and some that the web client's own engine drives. */
  followers: InboxFollower[];
  clients: ClientFollower[];
  bells: Bell[];
  senders: Sender[];
  /** Who send by all the other ways there are. */
  services: Host[];
  readers: Reader[];
  greedy: GreedyReader;
  devices: Device[];
}

export function createCast(options: CastOptions): Cast {
  const { seed, urls, ledger, pushService, users, senders, sendPauseMs, actPauseMs } = options;
  let actor = 0;
  const random = () => new Random(seed, ++actor);
  const userIds = Array.from({ length: users }, (_, index) => `user-${index}`);
  let tab = 0;
  const client = (userId: string) => ({
    userId,
    // A third of them where no sockets come through.
    subscribe: ++tab % 3 === 0 ? subscribeByEvents : subscribe,
    token: candidate(userId),
    urls,
    random: random(),
    ledger,
  });
  const followers = userIds.flatMap((userId) =>
    Array.from({ length: TABS }, (_, tab) => {
      const options = client(userId);
      const way = options.subscribe === subscribeByEvents ? 'events' : 'a socket';
      return new InboxFollower(options, `tab ${tab} of ${userId}, by ${way},`);
    }),
  );
  const clients = userIds
    .slice(0, CLIENTS)
    .map((userId) => new ClientFollower(client(userId), `web client of ${userId}`));
  const bells = userIds.slice(0, Math.ceil(users / 2)).map((userId) => new Bell(client(userId)));
  const readers = userIds.map(
    (userId, index) =>
      new Reader({
        ...client(userId),
        tab: followers[index * TABS]!,
        isHoarder: index === 0,
        otherIds: () => ledger.idsOf.get(userIds[(index + 1) % users]!) ?? [],
        pauseMs: actPauseMs,
      }),
  );
  // The hoarder's name stands twice, so that there is something to hoard.
  const recipients = [userIds[0]!, ...userIds];
  const everySender = Array.from({ length: senders }, (_, index) => {
    const name = `service-${index}`;
    const token = service(name);
    return new Sender({
      name,
      token,
      urls,
      userIds: recipients,
      pauseMs: sendPauseMs,
      random: random(),
      ledger,
    });
  });
  const services = createServices({ ...options, userIds, random });
  const greedy = new GreedyReader(urls, random(), ledger);
  const devices = userIds
    .filter((_, index) => index % 2 === 0)
    .map((userId) => new Device(client(userId), pushService));
  return { followers, clients, bells, senders: everySender, services, readers, greedy, devices };
}
