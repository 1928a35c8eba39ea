import type { Call } from '../contenders/dialect.ts';
import type { CpuUse } from '../cpu-meter.ts';
import type { Load } from './load.ts';

const MAX_PAGE = 100;
const PAGE = 20;

export interface Reads {
  count: number;
  perSecond: number;
  cpu: CpuUse;
}

/** Walks to where so many are newer. @returns the cursor */
export async function walkTo(
  { http, dialect }: Load,
  { userId, depth }: { userId: string; depth: number },
): Promise<string> {
  let after: string | undefined;
  for (let passed = 0; passed < depth; passed += MAX_PAGE)
    after = dialect.readPage(await http.ask(dialect.page(userId, after, MAX_PAGE))).next;
  if (after === undefined) throw new Error(`The list ends before ${depth}`);
  return after;
}

/** The keys of one page of 20, to see that it is the right one. */
export async function look(
  { http, dialect }: Load,
  { userId, after }: { userId: string; after?: string },
): Promise<string[]> {
  return dialect.readPage(await http.ask(dialect.page(userId, after, PAGE))).keys;
}

export async function countUnread({ http, dialect }: Load, { userId }: { userId: string }): Promise<number> {
  return dialect.readUnread(await http.ask(dialect.countUnread(userId)));
}

interface ReadingOptions {
  userId: string;
  readers: number;
  seconds: number;
}

/** The same page of 20 over and over, by several readers at a time. */
export async function readPages(
  load: Load,
  { userId, after, readers, seconds }: ReadingOptions & { after?: string },
): Promise<Reads> {
  return repeat(load, load.dialect.page(userId, after, PAGE), readers, seconds);
}

/** The count of the unread over and over, by several readers at a time. */
export async function readCounts(load: Load, { userId, readers, seconds }: ReadingOptions): Promise<Reads> {
  return repeat(load, load.dialect.countUnread(userId), readers, seconds);
}

async function repeat(load: Load, call: Call, readers: number, seconds: number): Promise<Reads> {
  const stopMeter = load.startCpuMeter();
  const begun = performance.now();
  let count = 0;
  const reader = async () => {
    for (; performance.now() - begun < seconds * 1_000; count++) await load.http.ask(call);
  };
  await Promise.all(Array.from({ length: readers }, reader));
  return { count, perSecond: (count / (performance.now() - begun)) * 1_000, cpu: stopMeter() };
}

/** @returns ms until it is answered */
export async function markAllRead(load: Load, { userId }: { userId: string }): Promise<number> {
  const call = load.dialect.markAllRead(userId);
  const begun = performance.now();
  await load.http.ask(call);
  return performance.now() - begun;
}
