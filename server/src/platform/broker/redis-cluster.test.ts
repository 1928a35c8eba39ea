import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startRedisCluster, type RedisCluster } from '../../../test/support/services/redis-cluster.ts';
import { until } from '../../../test/support/until.ts';
import { RateLimits } from './rate-limit.ts';
import { RedisPubSub } from './redis-pub-sub.ts';

let cluster: RedisCluster;

beforeAll(async () => {
  cluster = await startRedisCluster();
}, 60_000);

afterAll(() => cluster?.stop());

test('carries topics of every slot between two replicas', async () => {
  const [here, there] = [
    new RedisPubSub(cluster.urls, () => undefined),
    new RedisPubSub(cluster.urls, () => undefined),
  ];
  const topics = Array.from({ length: 50 }, (_, index) => `carillon:inbox:user-${index}`);
  const heard = new Set<string>();
  const subscriptions = topics.map((topic) => there.subscribe(topic, (message) => heard.add(message)));
  await Promise.all(subscriptions.map(({ ready }) => ready));
  // The publisher keeps no queue, so it must have met the cluster before its messages count.
  await until(() => {
    for (const topic of topics) here.publish(topic, topic);
    return heard.size === topics.length;
  });
  expect([...heard].sort()).toEqual([...topics].sort());
  await Promise.all([here.close(), there.close()]);
});

test('hears again by itself after the node it listened to was killed', async () => {
  const failures: Error[] = [];
  const pubSub = new RedisPubSub(cluster.urls, (error) => failures.push(error));
  let count = 0;
  await pubSub.subscribe('carillon:inbox:survivor', () => count++).ready;
  await cluster.nodes[0]!.kill();
  await until(
    () => {
      count = 0;
      pubSub.publish('carillon:inbox:survivor', 'still there?');
      return new Promise((resolve) => setTimeout(() => resolve(count > 0), 100));
    },
    { timeoutMs: 30_000 },
  );
  expect(count).toBeGreaterThan(0);
  await pubSub.close();
});

test('holds limits on a cluster, whether it is reached yet or not', async () => {
  const limits = new RateLimits(cluster.urls);
  const limit = limits.limit({ name: 'test', points: 2, seconds: 60 });
  await limit.take('somebody');
  await limit.take('somebody');
  await expect(limit.take('somebody')).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  limits.close();
});
