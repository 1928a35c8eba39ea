// `npm run bench:search`: how long a reader with many notifications waits for a search, beside others with the same words.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { discardData } from '../../local/programs/postgres-folder.ts';
import { startPostgres } from '../../local/programs/postgres.ts';
import { readPage } from '../../src/inbox/notification-page.ts';
import { migrate } from '../../src/migrate.ts';
import { Database } from '../../src/platform/postgres/database.ts';
import { fill, READER } from './fill.ts';

const SEARCHES = {
  'a rare word': 'zebra',
  'a word in every row': 'application',
  'two letters': 'ap',
  'two rare letters': 'ze',
};
const TARGET_MS = 100;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    others: { type: 'string', default: '2000000' },
    times: { type: 'string', default: '200' },
  },
});
const times = Number(values.times);

const folder = await mkdtemp(path.join(tmpdir(), 'carillon-search-'));
// For root PostgreSQL runs as another user, who has to get in.
await chmod(folder, 0o755);
const dataDir = path.join(folder, 'postgres');
const postgres = await startPostgres({ dataDir, settings: { fsync: 'off' } });
try {
  await migrate(postgres.url);
  const database = await Database.connect({ url: postgres.url, poolSize: 1 });
  await fill(database, { rows: Number(values.rows), others: Number(values.others) });
  let isSlow = false;
  for (const [what, search] of Object.entries(SEARCHES)) {
    const p95 = await measure(database, search);
    isSlow ||= p95 > TARGET_MS;
    console.log(`${what}: p95 ${p95.toFixed(1)} ms`);
  }
  process.exitCode = isSlow ? 1 : 0;
  await database.close();
} finally {
  await postgres.stop();
  discardData(dataDir);
  await rm(folder, { recursive: true, force: true });
}
process.exit();

/** Of first pages, and of those after them. */
async function measure(database: Database, search: string): Promise<number> {
  const took: number[] = [];
  let beyond: number | undefined;
  while (took.length < times) {
    const begun = performance.now();
    const page = await readPage(database, READER, {
      filter: { search },
      size: 20,
      direction: 'older',
      ...(beyond !== undefined && { beyond }),
    });
    took.push(performance.now() - begun);
    beyond = page.hasOlder && took.length % 5 > 0 ? page.rows.at(-1)!.seq : undefined;
  }
  return took.sort((a, b) => a - b)[Math.ceil(times * 0.95) - 1]!;
}
