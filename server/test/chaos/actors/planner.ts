import { pause } from './caller.ts';
import type { Planned } from '../ledger.ts';
import { Host } from './host.ts';

const SCHEDULE = `mutation ($input: CreateNotificationInput!, $at: DateTime!) {
  scheduleNotification(input: $input, at: $at) { scheduled { id } }
}`;
const CANCEL = `mutation ($id: ID!) { cancelScheduled(id: $id) { scheduled { state } } }`;

const AHEAD_MS = [1_000, 6_000] as const;
/** What it takes to look for what is due: who cancels before that may still be in time. */
const SWEEP_MS = 5_000;

interface Scheduled {
  scheduleNotification: { scheduled: { id: string } };
}

/** A service that has things sent later, and takes some of them back, often just when they go. */
export class Planner extends Host {
  async run(): Promise<void> {
    const { random, pauseMs } = this.options;
    const changes: Promise<void>[] = [];
    while (!this.isStopped) {
      const one = await this.plan();
      if (one && random.chance(0.4)) changes.push(this.cancelLater(one));
      await pause(random.between(pauseMs));
    }
    await Promise.all(changes);
  }

  private async plan(): Promise<Planned | undefined> {
    const { name, random, userIds, ledger } = this.options;
    const title = `${name} ${++this.count}`;
    const recipientId = random.pick(userIds);
    const at = Date.now() + Math.round(random.between(AHEAD_MS));
    const input = { recipientId, type: 'reminder', title, message: 'It begins.', idempotencyKey: title };
    const { data, refusal } = await this.caller.insist<Scheduled>(SCHEDULE, {
      input,
      at: new Date(at).toISOString(),
    });
    if (!data) {
      // While nobody answered its moment went by.
      if (refusal !== 'BAD_USER_INPUT' || Date.now() < at) ledger.wrong('refused', `${title}: ${refusal}`);
      return undefined;
    }
    const planned: Planned = { id: data.scheduleNotification.scheduled.id, title, recipientId, at };
    ledger.planned.push(planned);
    return planned;
  }

  private async cancelLater(one: Planned): Promise<void> {
    const { random, ledger } = this.options;
    const latest = Math.max(0, one.at - Date.now()) + SWEEP_MS;
    await Promise.race([pause(random.between([0, latest])), this.untilStopped()]);
    const { data, refusal } = await this.caller.insist(CANCEL, { id: one.id });
    ledger.operations++;
    if (data) one.told = 'cancelled';
    else if (refusal === 'CONFLICT') one.told = 'sent';
    else ledger.wrong('refused', `cancelling ${one.title}: ${refusal}`);
  }

  private async untilStopped(): Promise<void> {
    while (!this.isStopped) await pause(100);
  }
}
