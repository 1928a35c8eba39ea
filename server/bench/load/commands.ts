import { archiveTens, deleteTens, gather, markAlls, markOnes } from './acting.ts';
import { crash } from './crash.ts';
import { keepRate, saturate } from './creating.ts';
import { userName } from './crowd.ts';
import { probe, ringMany, ringOne } from './fan-out.ts';
import type { Verdict } from './ledger.ts';
import type { Load } from './load.ts';
import { countUnread, look, markAllRead, readCounts, readPages, walkTo } from './reading.ts';

/** One socket for each of `users`, from number `first` on, or `each` of them. */
async function connect(
  load: Load,
  { first = 1, users, each = 1 }: { first?: number; users: number; each?: number },
): Promise<void> {
  const numbers = Array.from({ length: users * each }, (_, index) => first + (index % users));
  await load.crowd.connect(numbers.map(userName));
}

/** Closes all sockets but the first so many. */
const disconnect = (load: Load, { left }: { left: number }): Promise<void> => load.crowd.shrink(left);

/** To be asked at the end: a socket that was cut unasked would have made everything cheaper. */
async function verdict(load: Load, { mayBeCut }: { mayBeCut: boolean }): Promise<Verdict> {
  if (load.crowd.cuts > 0 && !mayBeCut) load.ledger.refused(`${load.crowd.cuts} sockets were cut`);
  return load.ledger.verdict();
}

/** What the load process does when it is told to. */
export const commands = {
  connect,
  disconnect,
  saturate,
  keepRate,
  ringOne,
  ringMany,
  probe,
  walkTo,
  look,
  countUnread,
  readPages,
  readCounts,
  markAllRead,
  gather,
  markOnes,
  markAlls,
  archiveTens,
  deleteTens,
  crash,
  verdict,
};

export type Commands = typeof commands;
