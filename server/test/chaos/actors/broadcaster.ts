import { pause } from './caller.ts';
import type { Broadcasted } from '../ledger.ts';
import { Host } from './host.ts';
import { subscribe, type Subscription } from './live-socket.ts';

const CREATE = `mutation ($input: CreateBroadcastInput!) { createBroadcast(input: $input) { broadcast { id } } }`;
const CANCEL = `mutation ($id: ID!) { cancelBroadcast(id: $id) { broadcast { state } } }`;
const STATE = `query ($id: ID!) { broadcast(id: $id) { state } }`;
const PROGRESS = `subscription ($id: ID!) { broadcastProgress(id: $id) { state done total } }`;
const onTopic = (name: string) =>
  `mutation ($topic: String!, $userIds: [ID!]!) { ${name}(topic: $topic, userIds: $userIds) { memberCount } }`;
const [ADD, REMOVE] = [onTopic('addToTopic'), onTopic('removeFromTopic')];

/** From one to the next of a broadcaster it is longer than from one to the next of who sends to one. */
const RESTS = 4;
/** It is over where its progress is heard of no more; but not always is it told. */
const OVER = 'completed unasked';

interface Progress {
  state: string;
  done: number;
  total: number;
}

/** A service that writes to topics, to a role and to everybody, follows how far that is, or thinks better of it. */
export class Broadcaster extends Host {
  private subscription: Subscription | undefined;

  async run(): Promise<void> {
    const { random, pauseMs } = this.options;
    while (!this.isStopped) {
      await this.broadcast(`${this.options.name} ${++this.count}`);
      await pause(RESTS * random.between(pauseMs));
    }
  }

  override stop(): void {
    super.stop();
    this.subscription?.stop();
  }

  private async broadcast(title: string): Promise<void> {
    const { random, ledger, userIds } = this.options;
    const isToTopic = random.chance(0.5);
    const whom = isToTopic ? await this.gather(title) : { members: userIds, others: 'anybody' as const };
    const audience = isToTopic
      ? { topic: title }
      : random.chance(0.5)
        ? { role: 'CANDIDATE' }
        : { everybody: true };
    const said = { type: 'news', title, message: 'All of you.', idempotencyKey: title };
    const created = await this.demand<{ createBroadcast: { broadcast: { id: string } } }>(CREATE, {
      input: { audience, ...said },
    });
    if (!created) return;
    const { id } = created.createBroadcast.broadcast;
    const one: Broadcasted = { id, title, ...whom, told: 'RUNNING' };
    ledger.broadcasts.push(one);
    // Whoever comes now comes too late: it is not for them.
    if (isToTopic && random.chance(0.3))
      await this.demand(ADD, { topic: title, userIds: userIds.filter((id) => !whom.members.includes(id)) });
    if (random.chance(0.3)) await this.cancel(one);
    else await this.follow(one);
  }

  /** Into a topic of their own. Who is taken out of it may belong to it again, by a call that was believed lost. */
  private async gather(topic: string): Promise<Pick<Broadcasted, 'members' | 'others'>> {
    const { random, userIds } = this.options;
    const [gone, late, ...some] = random.shuffled(userIds);
    const members = [...some.slice(0, 1 + random.below(some.length)), ...(random.chance(0.5) ? [late!] : [])];
    await this.demand(ADD, { topic, userIds: [...members, gone!] });
    await this.demand(REMOVE, { topic, userIds: [gone!] });
    return { members, others: [gone!] };
  }

  private async cancel(one: Broadcasted): Promise<void> {
    const { random, ledger } = this.options;
    await pause(random.between([0, 100]));
    const { data, refusal } = await this.caller.insist(CANCEL, { id: one.id });
    ledger.operations++;
    if (data) one.told = 'CANCELLED';
    else if (refusal === 'CONFLICT') one.told = 'DONE';
    else ledger.wrong('refused', `cancelling ${one.title}: ${refusal}`);
  }

  /** As often as it has to, until the end. What was done is never less than it was. */
  private async follow(one: Broadcasted): Promise<void> {
    const { urls, token, random, ledger } = this.options;
    let last: Progress = { state: 'RUNNING', done: 0, total: 0 };
    while (last.state === 'RUNNING' && !this.isStopped) {
      this.subscription = subscribe<{ broadcastProgress: Progress }>(
        random.pick(urls),
        token,
        PROGRESS,
        { id: one.id },
        ({ broadcastProgress: now }) => {
          if (now.done < last.done)
            ledger.wrong('out of order', `${one.title}: ${now.done} after ${last.done}`);
          last = now;
        },
      );
      const { refusal } = await this.subscription.ended;
      if (refusal === OVER && last.state === 'RUNNING')
        ledger.wrong('lost', `the end of ${one.title}, after ${last.done}`);
      await pause(random.between([20, 200]));
    }
    if (last.state === 'RUNNING') last.state = await this.untilOver(one.id);
    one.told = last.state;
  }

  private async untilOver(id: string): Promise<string> {
    for (;;) {
      const found = await this.demand<{ broadcast: { state: string } }>(STATE, { id });
      if (!found || found.broadcast.state !== 'RUNNING') return found?.broadcast.state ?? 'unknown';
      await pause(this.options.random.between([50, 200]));
    }
  }
}
