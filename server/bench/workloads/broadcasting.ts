import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { serviceToken } from '../contenders/token.ts';
import { startCpuMeter } from '../cpu-meter.ts';
import { residentBytes } from '../process-tree.ts';
import { settle } from '../services.ts';
import { per1000, type Repetition, type Workload } from '../workload.ts';

const TOPIC = 'bench';
const OTHERS = 100;
const PER_SECOND = 200;
const LOOK_EVERY_MS = 100;
const MEGABYTE = 1_024 * 1_024;

/** W10: one notification for very many, what others feel of it, and what PostgreSQL needs for the same rows at the least. */
export const broadcasting: Workload = {
  name: 'W10',
  title: ({ recipients }) =>
    `a broadcast to ${recipients.toLocaleString('en')}, ${PER_SECOND} creates/s to ${OTHERS} others meanwhile`,
  rows: [
    {
      figure: 'rate',
      what: 'rate',
      unit: '/s',
      against: { figure: 'copyRate', what: 'COPY and one UPDATE' },
      target: { atLeast: 0.5 },
    },
    {
      figure: 'p99',
      what: 'p99 of the others',
      unit: 'ms',
      against: { figure: 'p99Alone', what: 'alone' },
      target: { atMost: 3 },
    },
    {
      figure: 'median',
      what: 'median of the others',
      unit: 'ms',
      against: { figure: 'medianAlone', what: 'alone' },
    },
    {
      figure: 'memory',
      what: 'most memory of the server',
      unit: 'MB',
      against: { figure: 'memoryBefore', what: 'before' },
      target: { atMost: 1.2 },
    },
    { figure: 'memoryBegun', what: 'memory of the server after a tenth of it', unit: 'MB', isPlain: true },
    { figure: 'memoryMiddle', what: 'memory of the server in the middle', unit: 'MB', isPlain: true },
    { figure: 'memoryEnd', what: 'memory of the server at its end', unit: 'MB', isPlain: true },
    { figure: 'cpu', what: 'server CPU per 1,000, with that of the others', unit: 's' },
    { figure: 'postgresCpu', what: 'PostgreSQL CPU per 1,000, with that of the others', unit: 's' },
  ],
  isOnlyForCarillon: true,
  async seed(client, _contender, { recipients }) {
    for (const statement of SEED) await client.query(statement.replace('$count', String(recipients)));
  },
  async measure(repetition) {
    const { server, services, load, scale, contender } = repetition;
    const { recipients, seconds, warmUpSeconds } = scale;
    const others = (seconds: number) =>
      load.ask('keepRate', { users: OTHERS, perSecond: PER_SECOND, seconds });
    await load.ask('connect', { users: OTHERS });
    await others(warmUpSeconds);
    const alone = await others(seconds);

    const memoryBefore = residentBytes(server.pid) / MEGABYTE;
    const stopMeter = startCpuMeter({ server: server.pid, postgres: services.postgresPid });
    const sending = sendToAll(repetition);
    let isOver = false;
    const end = () => (isOver = true);
    void sending.then(end, end);
    const meanwhile = [];
    while (!isOver) meanwhile.push(await others(seconds));
    const { tookMs, memory } = await sending;
    const memoryAt = (share: number) => memory.find(({ done }) => done >= share * recipients)!.megabytes;
    const cpu = stopMeter();
    const copyMs = await services.with(contender.name, copy);
    return {
      rate: (recipients / tookMs) * 1_000,
      copyRate: (recipients / copyMs) * 1_000,
      p99: meanwhile.map(({ p99Ms }) => p99Ms),
      median: meanwhile.map(({ medianMs }) => medianMs),
      p99Alone: alone.p99Ms,
      medianAlone: alone.medianMs,
      memory: Math.max(...memory.map(({ megabytes }) => megabytes)),
      memoryBefore,
      memoryBegun: memoryAt(0.1),
      memoryMiddle: memoryAt(0.5),
      memoryEnd: memory.at(-1)!.megabytes,
      cpu: per1000(cpu.server, recipients),
      postgresCpu: per1000(cpu.postgres, recipients),
    };
  },
};

const CREATE = `mutation ($input: CreateBroadcastInput!) { createBroadcast(input: $input) { broadcast { id } } }`;
const LOOK = `query ($id: ID!) { broadcast(id: $id) { state done createdAt endedAt } }`;

interface Found {
  state: string;
  done: number;
  createdAt: string;
  endedAt: string | null;
}

/** What the server had when so many had it. */
interface Memory {
  done: number;
  megabytes: number;
}

/** Waits until all have it. */
async function sendToAll({ server, scale }: Repetition): Promise<{ tookMs: number; memory: Memory[] }> {
  const ask = async <Data>(query: string, variables: object): Promise<Data> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${serviceToken}` };
    const body = JSON.stringify({ query, variables });
    const answer = await fetch(`${server.url}/graphql`, { method: 'POST', headers, body });
    return ((await answer.json()) as { data: Data }).data;
  };
  const input = {
    audience: { topic: TOPIC },
    ...{ type: 'maintenance', title: 'Back at nine', message: 'We are closed until nine.' },
  };
  const { createBroadcast } = await ask<{ createBroadcast: { broadcast: { id: string } } }>(CREATE, {
    input,
  });
  const memory: Memory[] = [];
  for (;;) {
    await wait(LOOK_EVERY_MS);
    const { broadcast } = await ask<{ broadcast: Found }>(LOOK, createBroadcast.broadcast);
    memory.push({ done: broadcast.done, megabytes: residentBytes(server.pid) / MEGABYTE });
    if (broadcast.endedAt === null) continue;
    if (broadcast.state !== 'DONE' || broadcast.done !== scale.recipients)
      throw new Error(`The broadcast has ended as ${JSON.stringify(broadcast)}`);
    return { tookMs: Date.parse(broadcast.endedAt) - Date.parse(broadcast.createdAt), memory };
  }
}

const SEED = [
  `insert into users (id, name) select id, id from (
     select 'reader-' || lpad(n::text, 7, '0') as id from generate_series(1, $count) n) u`,
  'insert into inbox (user_id) select id from users',
  `insert into topics (name) values ('${TOPIC}')`,
  `insert into topic_members (topic, user_id) select '${TOPIC}', id from users`,
];

/** The same rows into the same tables, which are as they were. @returns how long it took, in ms */
async function copy(client: Client): Promise<number> {
  const { rows } = await client.query<{ columns: string; file: string }>(`
    select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns,
      current_setting('data_directory') || '/rows.copy' as file
    from information_schema.columns where table_name = 'all_notifications' and is_generated = 'NEVER'`);
  const { columns, file } = rows[0]!;
  const own = `user_id in (select user_id from topic_members where topic = '${TOPIC}')`;
  await client.query(`copy (select ${columns} from all_notifications where ${own}) to '${file}'`);
  await client.query('truncate all_notifications, notification_words cascade');
  await client.query(
    `update inbox set seq = 0, unread = 0, unseen = 0, categories = '{}', categories_seq = 0 where ${own}`,
  );
  await settle(client);
  const begun = performance.now();
  await client.query(`copy all_notifications (${columns}) from '${file}'`);
  await client.query(
    `update inbox set seq = 1, unread = 1, unseen = 1, categories = '{"general": 1}', categories_seq = 1 where ${own}`,
  );
  return performance.now() - begun;
}
