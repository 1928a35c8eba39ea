import type { Call } from '../contenders/dialect.ts';
import { userName } from './crowd.ts';
import type { Load } from './load.ts';

/** One notification to all sockets of one user. @returns ms until the last socket has it */
export async function ringOne(load: Load, { user }: { user: number }): Promise<number> {
  const userId = userName(user);
  return ring(load, new Set([userId]), (key) => load.dialect.create(userId, key));
}

/** One call that sends to many users. @returns ms until the last of them has it */
export async function ringMany(load: Load, { users }: { users: number }): Promise<number> {
  const userIds = Array.from({ length: users }, (_, index) => userName(index + 1));
  return ring(load, new Set(userIds), (key) => load.dialect.createMany(userIds, key));
}

/** One notification each, one after the other: shows that these sockets are not only open. */
export async function probe(load: Load, { users }: { users: number[] }): Promise<void> {
  for (const user of users) await ringOne(load, { user });
}

async function ring(load: Load, recipients: Set<string>, callOf: (key: string) => Call): Promise<number> {
  const expected = load.expect(recipients);
  const call = callOf(expected.key);
  const sentAt = performance.now();
  await load.http.ask(call);
  if (!(await load.ledger.settle(expected))) throw new Error(`${expected.key} is lost`);
  return expected.completeAt! - sentAt;
}
