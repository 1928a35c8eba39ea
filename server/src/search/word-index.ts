import { setTimeout as pause } from 'node:timers/promises';
import type { Database, Sql } from '../platform/postgres/database.ts';
import { idAt, momentOf } from '../platform/postgres/id-moment.ts';
import type { SeenWords } from './seen-words.ts';
import { NO_ID, rowsWithoutWords, staleRows, type Found } from './rows-without-words.ts';

/**
 * Ids are of the moment before the commit, by the clock of whoever sent: each look begins a little before the last one
 * ended. Now and then one begins longer before it, for a commit that took long, or a clock that is late.
 */
const LOOKS = [
  { everyMs: 5 * 60 * 1_000, backMs: 15 * 60 * 1_000 },
  { everyMs: 10_000, backMs: 30_000 },
  { everyMs: 0, backMs: 3_000 },
];
const LONGEST_BACK_MS = LOOKS[0]!.backMs;
/** Where nothing comes, what has been looked at moves on so often. */
const MOVE_ON_MS = 10_000;
const LOOK_EVERY_MS = 1_000;
/** What was there before there was a search has so much of each second. */
const OLD_ROWS_MS = 300;

/** Of the time that it has where it cannot keep up; of more than so many a second most are left for when they have come. */
const SHARE = 1 / 2;
const SHARE_IN_A_FLOOD = 1 / 10;
const FLOOD_A_SECOND = 2_000;

/** Between which ids it has taken in all rows. */
interface Progress {
  oldestId: string;
  newestId: string;
}

type Take = (sql: Sql, progress: Progress) => Promise<Found>;

const NOTHING: Found = { rows: [], last: null };

/** Keeps the words of all notifications, about a second behind them, so that whoever sends does not wait for it. */
export class WordIndex {
  /** When each of LOOKS was last done. */
  private readonly lookedAt = LOOKS.map(() => -Infinity);
  private timer: NodeJS.Timeout | undefined;
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly words: Pick<SeenWords, 'takeIn'>,
  ) {}

  start(onTrouble: (error: unknown) => void): void {
    const look = async () => {
      await this.catchUp().catch((error: unknown) => this.isStopped || onTrouble(error));
      if (!this.isStopped) this.timer = setTimeout(() => void look(), LOOK_EVERY_MS);
    };
    void look();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  /** Takes in what changed and what came, then some of what is older. */
  async catchUp(): Promise<void> {
    while ((await this.inTurn(staleRows)).last !== null);
    await this.takeNew();
    const begun = performance.now();
    while ((await this.inTurn(takeOld)).last !== null && performance.now() - begun < OLD_ROWS_MS);
  }

  private async takeNew(): Promise<void> {
    const begun = performance.now();
    const look = LOOKS.findIndex(({ everyMs }, index) => begun - this.lookedAt[index]! >= everyMs);
    for (let last: string | null = null; ;) {
      const goOn: string | null = last;
      const batchBegun = performance.now();
      const found = await this.inTurn(async (sql, { newestId }) => {
        const after = goOn ?? idAt(momentOf(newestId) - LOOKS[look]!.backMs);
        const now = Date.now();
        const found = await rowsWithoutWords(sql, { after, before: idAt(now + LONGEST_BACK_MS) });
        // Else each look would be at all since the last that came.
        const isBehind = now - momentOf(newestId) > MOVE_ON_MS;
        if (found.rows.length > 0 || isBehind) await sql.query(ADVANCE, [found.last ?? idAt(now), idAt(now)]);
        return found;
      });
      last = found.last;
      if (last === null) break;
      // Whoever sends so many, and whoever waits beside them, comes first.
      const share = (await this.isFlooded()) ? SHARE_IN_A_FLOOD : SHARE;
      await pause((performance.now() - batchBegun) * (1 / share - 1));
    }
    this.lookedAt.fill(begun, look);
  }

  /** Whether more comes now than is taken in while it comes. */
  private async isFlooded(): Promise<boolean> {
    const [come] = await this.database.query<{ id: string }>(
      `select id from all_notifications order by id desc limit 1 offset ${FLOOD_A_SECOND}`,
    );
    return come !== undefined && Date.now() - momentOf(come.id) < 1_000;
  }

  /** One transaction, by one replica at a time: the others have nothing to do meanwhile. */
  private inTurn(take: Take): Promise<Found> {
    if (this.isStopped) return Promise.resolve(NOTHING);
    return this.database.transaction(async (sql) => {
      const [progress] = await sql.query<Progress>(
        'select oldest_id as "oldestId", newest_id as "newestId" from search_progress for update skip locked',
      );
      if (!progress) return NOTHING;
      // A plan made while the tables were empty would read all of them each time.
      await sql.query('set local enable_seqscan = off');
      const found = await take(sql, progress);
      await this.words.takeIn(sql, found.rows);
      return found;
    });
  }
}

// Never beyond now: where one clock is ahead, what others send is still to be looked at.
const ADVANCE = 'update search_progress set newest_id = greatest(newest_id, least($1::uuid, $2::uuid))';

const takeOld: Take = async (sql, { oldestId }) => {
  if (oldestId === NO_ID) return NOTHING;
  const found = await rowsWithoutWords(sql, { before: oldestId });
  await sql.query('update search_progress set oldest_id = $1', [found.last ?? NO_ID]);
  return found;
};
