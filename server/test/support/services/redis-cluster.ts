import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { startRedis, type LocalRedis } from '../../../local/programs/redis.ts';
import { until } from '../until.ts';

const SLOTS = 16_384;

export interface RedisCluster {
  /** The addresses of all nodes, with commas between. */
  urls: string;
  nodes: LocalRedis[];
  stop(): Promise<void>;
}

/** Three masters without replicas, joined as `redis-cli --cluster create` would. */
export async function startRedisCluster(): Promise<RedisCluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'carillon-cluster-'));
  const nodes: LocalRedis[] = [];
  for (const name of ['a', 'b', 'c']) {
    const settings = ['--cluster-enabled', 'yes', '--cluster-config-file', `${name}.conf`, '--dir', folder];
    nodes.push(await startRedis({ settings: [...settings, '--cluster-require-full-coverage', 'no'] }));
  }
  const clients = nodes.map(({ url }) => new Redis(url));
  const share = Math.ceil(SLOTS / nodes.length);
  for (const [index, client] of clients.entries()) {
    const last = Math.min((index + 1) * share, SLOTS) - 1;
    await client.cluster('ADDSLOTSRANGE', index * share, last);
    if (index > 0) await client.cluster('MEET', '127.0.0.1', nodes[0]!.port);
  }
  const isJoined = async (client: Redis) => {
    const state = String(await client.cluster('INFO'));
    return state.includes('cluster_state:ok') && state.includes(`cluster_known_nodes:${nodes.length}`);
  };
  await until(async () => (await Promise.all(clients.map(isJoined))).every(Boolean), { timeoutMs: 30_000 });
  for (const client of clients) client.disconnect();
  return {
    urls: nodes.map(({ url }) => url).join(','),
    nodes,
    stop: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
