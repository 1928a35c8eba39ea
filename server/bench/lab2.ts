import 'reflect-metadata';
// whole server: node tsx lab2.ts RECIPIENTS [others]
import { chmod, mkdtemp, rm, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { discardData } from '../local/programs/postgres-folder.ts';
import { startPostgres } from '../local/programs/postgres.ts';
import { startRedis } from '../local/programs/redis.ts';
import { carillon } from './contenders/carillon.ts';
import { prepare } from './rounds.ts';
import { Server } from './server.ts';
import { LoadProcess } from './load-process.ts';
import { serviceToken } from './contenders/token.ts';
import { residentBytes, parentOf, cpuSeconds } from './process-tree.ts';

const COUNT = Number(process.argv[2] ?? 50000);
const withOthers = process.argv[3] === 'others';
const folder = await mkdtemp(path.join(tmpdir(), 'carillon-lab2-'));
await chmod(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
const postgres = await startPostgres({ dataDir, settings: process.env.NOSTAT ? {} : { shared_preload_libraries: 'pg_stat_statements', 'pg_stat_statements.track': 'all', 'pg_stat_statements.track_planning': 'on' } });
const redis = await startRedis();
const connected = async <T>(url: string, work: (c: pg.Client) => Promise<T>) => { const c = new pg.Client(url); await c.connect(); try { return await work(c); } finally { await c.end(); } };
const urlOf = (d: string) => new URL(d, postgres.url).href;
const postgresPid = await connected(urlOf('postgres'), async (c) => parentOf((await c.query('select pg_backend_pid() pid')).rows[0].pid));
const services: any = { redisUrl: redis.url, postgresPid, databaseUrl: urlOf, with: (d: string, w: any) => connected(urlOf(d), w), stop: async () => {} };
const procs = async () => { const out = new Map<string, number>(); for (const pid of (await readdir('/proc')).filter((p) => /^\d+$/.test(p))) { try { if (parentOf(Number(pid)) !== postgresPid) continue; const s = await readFile(`/proc/${pid}/stat`, 'utf8'); const cmd = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').slice(0, 70); const f = s.slice(s.lastIndexOf(')') + 2).split(' '); out.set(`${pid} ${cmd}`, (Number(f[11]) + Number(f[12])) * 10); } catch {} } return out; };
try {
  await prepare([carillon], services);
  await services.with('carillon', async (c: pg.Client) => {
    if (!process.env.NOSTAT) await c.query('create extension if not exists pg_stat_statements');
    await c.query(`insert into users (id, name) select id, id from (select 'reader-' || lpad(n::text, 7, '0') as id from generate_series(1, ${COUNT}) n) u`);
    await c.query('insert into inbox (user_id) select id from users');
    await c.query(`insert into topics (name) values ('bench')`);
    await c.query(`insert into topic_members (topic, user_id) select 'bench', id from users`);
    await c.query('vacuum analyze'); await c.query('checkpoint');
    if (!process.env.NOSTAT) await c.query('select pg_stat_statements_reset()');
  });
  if (process.env.CPUPROF) (carillon as any).env = { ...carillon.env, NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=/tmp/bspeed-lab/prof` };
  const server = await Server.start(carillon, services);
  const load = new LoadProcess({ contender: 'carillon', url: server.url, pids: { server: server.pid, postgres: postgresPid } } as any);
  const others = (seconds: number) => load.ask('keepRate', { users: 100, perSecond: 200, seconds } as any) as any;
  if (withOthers) { await load.ask('connect', { users: 100 } as any); await others(2); const alone = await others(4); console.log('alone', alone); }
  else await wait(1500);
  const ask = async (query: string, variables: object): Promise<any> => (await (await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${serviceToken}` }, body: JSON.stringify({ query, variables }) })).json() as any).data;
  const before = await procs(); const s0 = cpuSeconds(server.pid); const begun = performance.now();
  const { createBroadcast } = await ask(`mutation ($input: CreateBroadcastInput!) { createBroadcast(input: $input) { broadcast { id } } }`, { input: { audience: { topic: 'bench' }, type: 'maintenance', title: 'Back at nine', message: 'We are closed until nine.' } });
  let over = false; const mean: any[] = [];
  const loop = withOthers ? (async () => { while (!over) mean.push(await others(2)); })() : undefined;
  let next = 0;
  for (;;) { await wait(100); const { broadcast } = await ask(`query ($id: ID!) { broadcast(id: $id) { state done createdAt endedAt } }`, createBroadcast.broadcast);
    if (broadcast.done >= next) { console.log(`${((performance.now() - begun) / 1000).toFixed(1)} s: ${broadcast.done}, rss ${(residentBytes(server.pid) / 1048576).toFixed(0)} MB`); next += COUNT / 5; }
    if (broadcast.endedAt) { const ms = Date.parse(broadcast.endedAt) - Date.parse(broadcast.createdAt); console.log(`${broadcast.state} in ${ms} ms: ${(COUNT / ms * 1000).toFixed(0)}/s`); break; } }
  over = true; await loop; for (const m of mean) console.log(JSON.stringify(m));
  console.log(`server cpu ${((cpuSeconds(server.pid) - s0) * 1000).toFixed(0)} ms`);
  const after = await procs(); for (const [k, v] of after) { const d = v - (before.get(k) ?? 0); if (d > 50) console.log(`  ${k}: ${d} ms`); }
  await services.with('carillon', async (c: pg.Client) => {
    console.log('words', (await c.query('select count(*)::int n from notification_words')).rows[0].n);
    if (!process.env.NOSTAT) for (const r of (await c.query(`select calls, rows, round(total_exec_time) exec, round(total_plan_time) plan, plans, round(mean_exec_time::numeric,2) mean, toplevel, left(regexp_replace(query, '\\s+', ' ', 'g'), 110) q from pg_stat_statements where total_exec_time > 100 order by total_exec_time desc limit 25`)).rows) console.log(Object.values(r).join(' | '));
    // COPY
    const { rows: [{ columns, file }] } = await c.query(`select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns, current_setting('data_directory') || '/rows.copy' as file from information_schema.columns where table_name = 'all_notifications' and is_generated = 'NEVER'`);
    const own = `user_id in (select user_id from topic_members where topic = 'bench')`;
    await c.query(`copy (select ${columns} from all_notifications where ${own}) to '${file}'`);
    await c.query('truncate all_notifications, notification_words cascade');
    await c.query(`update inbox set seq = 0, unread = 0, unseen = 0, categories = '{}', categories_seq = 0 where ${own}`);
    await c.query('vacuum analyze'); await c.query('checkpoint');
    const pid = (await c.query('select pg_backend_pid() pid')).rows[0].pid; const c0 = cpuSeconds(pid);
    const t0 = performance.now();
    await c.query(`copy all_notifications (${columns}) from '${file}'`); const t1 = performance.now();
    await c.query(`update inbox set seq = 1, unread = 1, unseen = 1, categories = '{"general": 1}', categories_seq = 1 where ${own}`); const t2 = performance.now();
    console.log(`copy ${(t1 - t0).toFixed(0)} ms, update ${(t2 - t1).toFixed(0)} ms: ${(COUNT / (t2 - t0) * 1000).toFixed(0)}/s; its cpu ${((cpuSeconds(pid) - c0) * 1000).toFixed(0)} ms`);
  });
  await load.end(); if (process.env.CPUPROF) { process.kill(server.pid, 'SIGTERM'); await wait(4000); } await server.kill();
} finally { await postgres.stop(); await redis.stop(); discardData(dataDir); await rm(folder, { recursive: true, force: true }); }
process.exit();
