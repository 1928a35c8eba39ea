import { Cluster, Redis, type RedisOptions } from 'ioredis';

/**
 * Connects to one Redis, or, when several addresses are given with commas between, to the cluster they belong to.
 * Comes back by itself after any outage.
 */
export function connectRedis(urls: string, options: RedisOptions): Redis | Cluster {
  const addresses = urls.split(',').map((url) => url.trim());
  const backOff = (attempt: number) => Math.min(attempt * 100, 2_000);
  if (addresses.length === 1) return new Redis(addresses[0]!, { ...options, retryStrategy: backOff });
  const { enableOfflineQueue, ...redisOptions } = options;
  return new Cluster(addresses, {
    clusterRetryStrategy: backOff,
    enableOfflineQueue,
    redisOptions: { ...redisOptions, ...credentials(addresses[0]!) },
  });
}

/** Nodes that the cluster names by itself are entered with the credentials of the first. */
function credentials(address: string): RedisOptions {
  const { username, password, protocol } = new URL(address);
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}
