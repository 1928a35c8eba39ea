import { keepRate, saturate } from './creating.ts';
import { userName } from './crowd.ts';
import type { Verdict } from './ledger.ts';
import type { Load } from './load.ts';

/** One socket for each of `users`, from number `first` on, or `each` of them. */
async function connect(
  load: Load,
  { first = 1, users, each = 1 }: { first?: number; users: number; each?: number },
): Promise<void> {
  const numbers = Array.from({ length: users * each }, (_, index) => first + (index % users));
  await load.crowd.connect(numbers.map(userName));
}

/** To be asked at the end: a socket that was cut unasked would have made everything cheaper. */
async function verdict(load: Load, { mayBeCut }: { mayBeCut: boolean }): Promise<Verdict> {
  if (load.crowd.cuts > 0 && !mayBeCut) load.ledger.refused(`${load.crowd.cuts} sockets were cut`);
  return load.ledger.verdict();
}

/** What the load process does when it is told to. */
export const commands = { connect, saturate, keepRate, verdict };

export type Commands = typeof commands;
