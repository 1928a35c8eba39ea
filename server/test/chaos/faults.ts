import { pause } from './actors/caller.ts';
import type { Break } from './break.ts';
import { CHANNEL_LANES } from './channels/channel-faults.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';
import type { Stage } from './stage.ts';

/** Before it the replica may still believe that all is well. */
const SILENT_MS = 1_000;
/** From the silence until the replica serves again. */
const MAX_SILENCE_MS = 10_000;
const LOOK_EVERY_MS = 50;

const replicaKilled: Break = async ({ replicas }, random, holdMs) => {
  // Once in a while both die together.
  const victims = random.chance(0.2) ? replicas : [random.pick(replicas)];
  await Promise.all(victims.map((replica) => replica.kill()));
  await pause(holdMs);
  await Promise.all(victims.map((replica) => replica.start()));
};

const replicaRestarted: Break = async ({ replicas }, random) => {
  const replica = random.pick(replicas);
  await replica.terminate();
  await replica.start();
};

const redisKilled: Break = async (stage, _random, holdMs) => {
  await stage.killRedis();
  await pause(holdMs);
  await stage.startRedis();
};

const postgresCrashed: Break = async (stage, random, holdMs) => {
  await stage.crashPostgres();
  await pause(random.chance(0.5) ? 0 : holdMs);
  await stage.startPostgres();
};

const socketsCut: Break = async ({ proxies }, random) => {
  const share = random.chance(0.3) ? 1 : random.next();
  for (const proxy of proxies) proxy.cut(share);
  await pause(500);
};

const halfOpen: Break = async ({ proxies }, random, holdMs) => {
  const proxy = random.pick(proxies);
  proxy.freeze();
  await pause(holdMs);
  if (random.chance(0.5)) proxy.cut(1);
  proxy.thaw();
};

const postgresFrozen: Break = async (stage, _random, holdMs) => {
  stage.freezePostgres();
  await pause(holdMs);
  stage.thawPostgres();
};

/** Nobody tells the replica. It has to notice, and be back in time, unless something else happens to it meanwhile. */
const databaseSilent: Break = async (stage, random, _holdMs, ledger) => {
  const replica = random.pick(stage.replicas);
  const { starts } = replica;
  stage.silence(replica);
  const begun = Date.now();
  const isUndisturbed = () => replica.isWanted && replica.starts === starts;
  await pause(SILENT_MS);
  while (!(await replica.isReady()) && isUndisturbed()) {
    if (Date.now() - begun > MAX_SILENCE_MS)
      return ledger.wrong('stuck', `${replica.name} was not back in ${MAX_SILENCE_MS} ms`);
    await pause(LOOK_EVERY_MS);
  }
};

/** Lanes that go on side by side, so that every pair from different lanes happens together now and then. */
const LANES: Record<string, Break>[] = [
  { 'replica killed (-9)': replicaKilled, 'replica restarted (SIGTERM)': replicaRestarted },
  {
    'Redis killed': redisKilled,
    'PostgreSQL crashed': postgresCrashed,
    'PostgreSQL frozen': postgresFrozen,
    'database connections silent': databaseSilent,
    'sockets cut in mid-frame': socketsCut,
    'half-open network': halfOpen,
  },
  ...CHANNEL_LANES,
];

export const FAULT_KINDS = LANES.flatMap((lane) => Object.keys(lane));

export interface FaultOptions {
  stage: Stage;
  ledger: Ledger;
  /** Between two faults of a lane, in ms. */
  restMs: readonly [number, number];
  /** How long something stays broken, in ms. */
  holdMs: readonly [number, number];
  /** Asked before each fault. */
  isOver: () => boolean;
}

/** Breaks things until it is over, and leaves everything whole. */
export async function breakThings(options: FaultOptions, random: (actor: number) => Random): Promise<void> {
  await Promise.all(LANES.map((lane, index) => runLane(lane, random(index), options)));
}

async function runLane(
  lane: Record<string, Break>,
  random: Random,
  { stage, ledger, restMs, holdMs, isOver }: FaultOptions,
): Promise<void> {
  for (;;) {
    // By the bag, so that no kind falls behind the others.
    for (const [kind, breakIt] of random.shuffled(Object.entries(lane))) {
      await pause(random.between(restMs));
      if (isOver()) return;
      // On the other side nothing is broken that is between a commit and a socket.
      const isHere = !CHANNEL_LANES.includes(lane);
      ledger.faultBegins(kind, isHere);
      await breakIt(stage, random, random.between(holdMs), ledger);
      if (isHere) ledger.faultEnds();
    }
  }
}
