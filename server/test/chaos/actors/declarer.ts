import { pause } from './caller.ts';
import { Host } from './host.ts';

const DECLARE = `mutation ($input: DeclareTypeInput!) { declareType(input: $input) { name } }`;
const SEND = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { notification { id } } }`;
const READ = `query ($id: ID!) { notification(id: $id) { title } }`;

interface Sent {
  createNotification: { notification: { id: string } };
}
interface Read {
  notification: { title: string } | null;
}

/** A host that sends of a type of its own, without a text, and declares it in other words now and then. */
export class Declarer extends Host {
  private readonly readers = this.people();
  private readonly sent: { userId: string; id: string; name: string }[] = [];
  private version = 0;

  async run(): Promise<void> {
    const { random, pauseMs } = this.options;
    while (!this.isStopped) {
      if (this.version === 0 || random.chance(0.1)) await this.declare();
      await this.send();
      if (random.chance(0.3)) await this.read(random.pick(this.sent));
      await pause(random.between(pauseMs));
    }
  }

  /** Its words say which they are. */
  private async declare(): Promise<void> {
    const { name, ledger } = this.options;
    const title = `Version ${++this.version} of {name}`;
    const wording = [{ language: 'EN', title, message: 'Due on {due, date, medium}.' }];
    const { refusal } = await this.caller.insist(DECLARE, { input: { name, category: 'general', wording } });
    ledger.operations++;
    if (refusal) ledger.wrong('refused', `${name}, version ${this.version}: ${refusal}`);
  }

  private async send(): Promise<void> {
    const { random, userIds, ledger, name: type } = this.options;
    const begun = Date.now();
    const userId = random.pick(userIds);
    const name = `${type} ${this.sent.length + 1}`;
    const data = { name, due: '2026-11-30T10:00:00Z' };
    const input = { recipientId: userId, type, data, idempotencyKey: name };
    const answer = await this.caller.insist<Sent>(SEND, { input });
    if (!answer.data) return ledger.wrong('refused', `${name}: ${answer.refusal}`);
    const { id } = answer.data.createNotification.notification;
    ledger.sent(userId, id, name, begun);
    this.sent.push({ userId, id, name });
  }

  /** At any replica, in the words of one of the versions there have been. */
  private async read({ userId, id, name }: { userId: string; id: string; name: string }): Promise<void> {
    const { ledger } = this.options;
    const { data, refusal } = await this.readers.get(userId)!.insist<Read>(READ, { id });
    ledger.operations++;
    if (refusal) return ledger.wrong('refused', `reading ${name}: ${refusal}`);
    const title = data!.notification?.title;
    if (title === undefined) return void ledger.missing.push(id);
    const [, version] = title.match(/^Version (\d+) of (.*)$/) ?? [];
    if (title !== `Version ${version} of ${name}` || Number(version) > this.version)
      ledger.wrong('misworded', `${name} reads “${title}”`);
  }
}
