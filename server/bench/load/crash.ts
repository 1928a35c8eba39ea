import { setTimeout as wait } from 'node:timers/promises';
import { userName, type Crowd } from './crowd.ts';
import type { Expected } from './ledger.ts';
import type { Load } from './load.ts';

const RETRY_MS = 50;
/** A recipient may be away: the slot goes on after this, and the notification is looked for at the end. */
const SLOT_PATIENCE_MS = 1_000;
const AFTERWARDS_MS = 1_000;
const LOOK_EVERY_MS = 2;
const BACK_MS = 60_000;
const PAGE = 100;

export interface Survived {
  /** From the kill until the first socket was subscribed again: mostly the start of the server. */
  firstBackMs: number;
  /** From the kill until the last one was. */
  allBackMs: number;
  /** Creates that were acknowledged, before and after. */
  acknowledged: number;
  /** Of these, the ones that no socket was told of by itself, but that stood in the list. */
  onlyListed: number;
}

/**
 * Kills the server under load; somebody else must start it again, at once. Afterwards every acknowledged notification
 * must be with its recipient's client, by whatever means the client has.
 */
export async function crash(
  load: Load,
  { users, outstanding, seconds }: { users: number; outstanding: number; seconds: number },
): Promise<Survived> {
  const acknowledged: Expected[] = [];
  let isOver = false;
  let turn = 0;
  const slot = async () => {
    while (!isOver) {
      const expected = await createOrRetryLater(load, userName(1 + (turn++ % users)));
      if (!expected) continue;
      acknowledged.push(expected);
      await expected.within(SLOT_PATIENCE_MS);
    }
  };
  const slots = Array.from({ length: outstanding }, slot);
  await wait(seconds * 1_000);
  load.killServer();
  const killedAt = performance.now();
  const firstBackMs = (await untilBack(load.crowd, 1)) - killedAt;
  const allBackMs = (await untilBack(load.crowd, users)) - killedAt;
  await wait(AFTERWARDS_MS);
  isOver = true;
  await Promise.all(slots);

  const onlyListed = load.dialect.resumes ? 0 : await catchUp(load, acknowledged);
  await Promise.all(acknowledged.map((expected) => load.ledger.settle(expected)));
  return { firstBackMs, allBackMs, acknowledged: acknowledged.length, onlyListed };
}

/** @returns undefined when it was not acknowledged: then nobody was promised anything, though it may well be saved */
async function createOrRetryLater(load: Load, userId: string): Promise<Expected | undefined> {
  const expected = load.expect(new Set([userId]));
  try {
    await load.http.ask(load.dialect.create(userId, expected.key));
    return expected;
  } catch {
    await wait(RETRY_MS);
    return undefined;
  }
}

/** @returns when so many sockets were back, in ms of `performance.now()` */
async function untilBack(crowd: Crowd, wanted: number): Promise<number> {
  const deadline = performance.now() + BACK_MS;
  while (crowd.back < wanted) {
    if (performance.now() > deadline) throw new Error(`${crowd.back} sockets were back after ${BACK_MS} ms`);
    await wait(LOOK_EVERY_MS);
  }
  return performance.now();
}

/** What a client does whose server cannot tell it what it missed. @returns how many were found so */
async function catchUp({ http, dialect, ledger }: Load, acknowledged: Expected[]): Promise<number> {
  const unseen = acknowledged.filter(({ completeAt }) => completeAt === undefined);
  for (const { key, missing } of unseen) {
    const [follower] = missing;
    let after: string | undefined;
    do {
      const page = dialect.readPage(await http.ask(dialect.page(follower!.userId, after, PAGE)));
      if (page.keys.includes(key)) ledger.delivered(key, follower!);
      after = page.keys.includes(key) ? undefined : page.next;
    } while (after !== undefined);
  }
  return unseen.filter(({ completeAt }) => completeAt !== undefined).length;
}
