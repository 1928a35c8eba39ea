import type { Config } from '../config.ts';
import { InProcessPubSub } from './broker/in-process-pub-sub.ts';
import { RateLimits } from './broker/rate-limit.ts';
import { RedisPubSub } from './broker/redis-pub-sub.ts';
import { Cursors } from './graphql/cursor.ts';
import { ClientConnections } from './graphql/transport/client-connections.ts';
import { Sockets } from './graphql/transport/sockets.ts';
import type { Log } from './bounded-log.ts';
import { Metrics } from './metrics.ts';
import type { Database } from './postgres/database.ts';
import { Secrets } from './secrets.ts';

const OPERATIONS_PER_SOCKET = 50;

export type Platform = ReturnType<typeof createPlatform>;

/** What every feature stands on. */
export function createPlatform(config: Config, database: Database, log: Log) {
  const metrics = new Metrics();
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'will try again');
  const onBrokerFailure = (error: Error) => {
    metrics.brokerFailures.inc();
    onTrouble(error);
  };
  const pubSub = config.REDIS_URL
    ? new RedisPubSub(config.REDIS_URL, onBrokerFailure)
    : new InProcessPubSub();
  const secrets = new Secrets(config.JWT_SECRET, config.JWT_SECRET_PREVIOUS);
  const cursors = new Cursors(secrets);
  const limits = new RateLimits(config.REDIS_URL);
  const connections = new ClientConnections(metrics);
  const sockets = new Sockets(
    { perUser: config.SOCKETS_PER_USER, operations: OPERATIONS_PER_SOCKET },
    metrics,
  );
  metrics.gauge('sockets', 'Sockets open here.', () => sockets.size);
  metrics.gauge('unread_bytes', 'Bytes that wait here for their readers.', () => connections.unread);
  metrics.gauge('pool_connections', 'Connections to PostgreSQL.', () => database.load.open);
  metrics.gauge('pool_idle', 'Of these, those at rest.', () => database.load.idle);
  metrics.gauge('pool_waiting', 'Requests that wait for a connection.', () => database.load.waiting);
  return { log, onTrouble, metrics, database, pubSub, secrets, cursors, limits, connections, sockets };
}
