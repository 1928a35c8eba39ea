import { until } from '../support/until.ts';
import { createCast, type Cast, type CastOptions } from './actors/actors.ts';
import { pause } from './actors/caller.ts';
import { sqlHosts } from './actors/services.ts';
import { judgeChannels } from './channels/channel-verdict.ts';
import { breakThings, FAULT_KINDS, type FaultOptions } from './faults.ts';
import { Journal, type Truth } from './journal.ts';
import { Ledger, MAX_HOLD_MS } from './ledger.ts';
import { Random } from './random.ts';
import type { Replica } from './replica.ts';
import { summarise, type Report } from './report.ts';
import { RepairCounter } from './repair-counter.ts';
import { Stage } from './stage.ts';
import { judge } from './verdict.ts';

const QUIET_MS = 60_000;
/** Jobs of a worker that was killed are free again after a while. */
const ALL_SENT_MS = 120_000;
const HOURS_EVERY_MS = 5_000;
const AUDIT_EVERY_MS = 2_000;
const AFTERWARDS_MS = 1_500;
const WEIGH_EVERY_MS = 500;
const MAX_MEGABYTES = 800;
const FAULT_ACTORS = 800;

export interface ChaosOptions
  extends
    Omit<CastOptions, 'urls' | 'ledger' | 'pushService' | 'databaseUrl'>,
    Pick<FaultOptions, 'restMs' | 'holdMs'> {
  seconds: number;
  /** It goes on until each kind of fault, and each way of sending, has happened so often … */
  leastFaults: number;
  /** … and so many sends were acknowledged. */
  leastSends: number;
  say: (line: string) => void;
}

/** Breaks everything that can break while people work, and then compares. */
export async function runChaos(options: ChaosOptions): Promise<Report> {
  const { seed, say } = options;
  const ledger = new Ledger();
  const stage = await Stage.open(seed, ledger);
  try {
    const journal = await Journal.attach(stage.databaseUrl, options.users);
    await journal.admitHosts(sqlHosts(options.services));
    const repairs = new RepairCounter(stage.replicas);
    const { urls, databaseUrl } = stage;
    const cast = createCast({ ...options, urls, databaseUrl, ledger, pushService: stage.sides.PUSH });
    const clients = [...cast.followers, ...cast.clients, ...cast.bells];
    const listening = Promise.all(clients.map((client) => client.run()));
    const begun = Date.now();
    await perform(options, stage, cast, journal, ledger);
    for (const client of cast.clients) client.stay();
    await allDone(journal, ledger);
    await stopTime(journal, ledger);
    say('all is whole but Redis, and nobody acts any more; waiting until all is quiet');
    const truth = await quiet(journal, cast, ledger);
    const quietAfterMs = Date.now() - ledger.lastActAt;
    for (const client of cast.clients) await client.showMore();
    await allSent(journal);
    judgeChannels(await journal.truth(), stage.sides, ledger);
    for (const place of await journal.tracesOf(ledger.forgotten)) ledger.wrong('kept', place);
    judge(truth, [...cast.followers, ...cast.clients], cast.bells, ledger);
    for (const client of clients) client.stop();
    await listening;
    await stage.startRedis();
    await repairs.stop();
    const ms = Date.now() - begun;
    return summarise({ seed, ms, quietAfterMs, ledger, truth, repairs: repairs.total, sides: stage.sides });
  } finally {
    if (ledger.wrongs.length > 0) say(`the logs of the replicas are in ${stage.folder}`);
    await stage.close(ledger.wrongs.length > 0);
  }
}

/** People work, things break; returns when both have ended and everything is whole, but for Redis. */
async function perform(
  { seed, seconds, leastFaults, leastSends, restMs, holdMs, say }: ChaosOptions,
  stage: Stage,
  cast: Cast,
  journal: Journal,
  ledger: Ledger,
): Promise<void> {
  const people = [...cast.senders, ...cast.services, ...cast.readers, cast.greedy, ...cast.devices];
  const working = Promise.all(people.map((person) => person.run()));
  const deadline = Date.now() + seconds * 1_000;
  const isEnough = (kind: string) =>
    ledger.faults.filter((fault) => fault.kind === kind).length >= leastFaults;
  const isOver = () =>
    Date.now() > deadline &&
    ledger.sends.length >= leastSends &&
    FAULT_KINDS.every(isEnough) &&
    Object.values(ledger.ways()).every((count) => count >= leastFaults);

  let isWorking = true;
  const auditing = Promise.all([
    audit(journal, ledger, () => isWorking),
    weigh(stage.replicas, ledger, () => isWorking),
    passTime(journal, () => isWorking),
  ]);
  const tell = setInterval(
    () => say(`${ledger.sends.length} sends, ${ledger.faults.length} faults, ${ledger.wrongs.length} wrongs`),
    10_000,
  );
  try {
    await breakThings(
      { stage, ledger, restMs, holdMs, isOver },
      (lane) => new Random(seed, FAULT_ACTORS + lane),
    );
    // Last of all Redis goes, for good, and work goes on: what is announced to nobody has to be found all the same.
    await stage.killRedis();
    await pause(AFTERWARDS_MS);
  } finally {
    clearInterval(tell);
    for (const person of people) person.stop();
    await working;
    isWorking = false;
    await auditing;
  }
}

/** Jobs that somebody was at who was killed are taken up by others after a while. */
async function allDone(journal: Journal, ledger: Ledger): Promise<void> {
  await until(() => journal.isAllDone(), { timeoutMs: ALL_SENT_MS }).catch(() =>
    ledger.wrong('stuck', 'what services have begun is not done'),
  );
  ledger.lastActAt = Date.now();
}

async function stopTime(journal: Journal, ledger: Ledger): Promise<void> {
  const late = await journal.stopTime(MAX_HOLD_MS / 1_000);
  if (late > 0) ledger.wrong('stuck', `${late} notifications are there a minute after their time`);
}

/** The counters are right at every commit, not only in the end. */
async function audit(journal: Journal, ledger: Ledger, isOn: () => boolean): Promise<void> {
  while (isOn()) {
    const inboxes = await journal.inboxes().catch(() => []);
    for (const { userId, seq, unread, unseen, trueUnread, trueUnseen } of inboxes)
      if (unread !== trueUnread || unseen !== trueUnseen)
        ledger.wrong(
          'miscounted',
          `${userId} at ${seq}: ${unread}/${unseen}, not ${trueUnread}/${trueUnseen}`,
        );
    await pause(AUDIT_EVERY_MS);
  }
}

/** Or the caps would be all that is seen of the channels. */
async function passTime(journal: Journal, isOn: () => boolean): Promise<void> {
  while (isOn()) {
    await pause(HOURS_EVERY_MS);
    await journal.letHoursPass().catch(() => undefined);
  }
}

/** Waits until nothing is left to send; what has not ended by then is for the verdict. */
async function allSent(journal: Journal): Promise<void> {
  const deadline = Date.now() + ALL_SENT_MS;
  while ((await journal.letHoursPass()) > 0 && Date.now() < deadline) await pause(WEIGH_EVERY_MS);
}

/** No replica grows beyond its bounds, whatever readers leave unread. */
async function weigh(replicas: readonly Replica[], ledger: Ledger, isOn: () => boolean): Promise<void> {
  while (isOn()) {
    for (const replica of replicas) {
      const megabytes = replica.megabytes;
      ledger.mostMegabytes = Math.max(ledger.mostMegabytes, megabytes);
      if (megabytes > MAX_MEGABYTES) ledger.wrong('swollen', `a replica took ${megabytes} MB`);
    }
    await pause(WEIGH_EVERY_MS);
  }
}

/** Waits until every tab stands where its inbox does, and gives what the database has at that moment. */
async function quiet(journal: Journal, { followers, clients }: Cast, ledger: Ledger): Promise<Truth> {
  let behind: string[] = [];
  const everybodyIsThere = async () => {
    const truth = await journal.truth();
    const seqOf = new Map(truth.inboxes.map(({ userId, seq }) => [userId, seq]));
    behind = [...followers, ...clients]
      .filter(({ userId, copy }) => copy.seq !== seqOf.get(userId))
      .map(({ name, userId, copy }) => `${name} is at ${copy.seq} of ${seqOf.get(userId)}`);
    return behind.length === 0 && truth;
  };
  return until(everybodyIsThere, { timeoutMs: QUIET_MS }).catch(async () => {
    for (const one of behind) ledger.wrong('stuck', one);
    return journal.truth();
  });
}
