import { pause, type Caller } from './caller.ts';
import { Host } from './host.ts';

const SEND = `mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { notification { id } } }`;
const FOLLOW = `mutation ($topic: String!, $userIds: [ID!]!) { addToTopic(topic: $topic, userIds: $userIds) { memberCount } }`;
const READ = `mutation ($id: ID!) { markAsRead(id: $id) { notification { id } } }`;
const MUTE = `mutation ($subject: SubjectRef!) { muteSubject(subject: $subject) { preferences { id } } }`;
const WHERE = 'query { exportUser { url } }';
const ERASE = `mutation ($userId: ID!) { eraseUser(userId: $userId) { erasure { id } } }`;
const FINISHED = `query ($id: ID!) { erasure(id: $id) { finishedAt } }`;

const SENDS = 4;
const EXPORT_MS = 10_000;
const TRIES = 5;

interface Sent {
  createNotification: { notification: { id: string } };
}
interface Exported {
  userId: string;
  data: Record<string, Record<string, unknown>[]>;
}

/**
 * People who come, use a little of everything, take with them all that is kept of them, and want to be forgotten; and the
 * admin who sees to that. They are nobody else here: what others have is compared in the end, of these nothing may be left.
 */
export class Eraser extends Host {
  async run(): Promise<void> {
    const { random, pauseMs, name } = this.options;
    while (!this.isStopped) {
      // So written that no two are the beginning of one another.
      await this.comeAndGo(`guest-of-${name}-${String(++this.count).padStart(5, '0')}.`);
      await pause(random.between(pauseMs));
    }
  }

  private async comeAndGo(guest: string): Promise<void> {
    const { tokenOf, random, ledger, userIds } = this.options;
    const { repeats } = this.caller;
    const ids: string[] = [];
    for (let index = 0; index < SENDS; index++) ids.push(...(await this.send(guest, index)));
    // They did something, of which somebody else is told.
    await this.send(random.pick(userIds), SENDS, { actor: { id: guest, name: guest } });
    await this.demand(FOLLOW, { topic: 'guests', userIds: [guest] });
    const themselves = this.callerWith(tokenOf(guest));
    await this.read(themselves, ids[0]!);
    await this.demand(MUTE, { subject: { type: 'thing', id: guest } }, themselves);
    // What they have read may be removed by then.
    if (random.chance(0.5)) await this.export(guest, themselves, ids.slice(1));

    ledger.erased.add(guest);
    const erased = await this.demand<{ eraseUser: { erasure: { id: string } } }>(ERASE, {
      userId: guest,
    });
    if (!erased) return;
    // What was believed lost may come later, and makes somebody new of them.
    if (this.caller.repeats + themselves.repeats === repeats) ledger.forgotten.push(guest);
    await this.untilFinished(erased.eraseUser.erasure.id);
  }

  private async send(recipientId: string, index: number, more: object = {}): Promise<string[]> {
    const { name, ledger } = this.options;
    const begun = Date.now();
    const title = `${name} ${this.count} ${index}`;
    const input = { recipientId, type: 'told', title, message: 'Hello.', idempotencyKey: title, ...more };
    const data = await this.demand<Sent>(SEND, { input });
    if (!data) return [];
    const { id } = data.createNotification.notification;
    ledger.sent(recipientId, id, title, begun);
    return [id];
  }

  /** Soon after that it is removed, so whoever has to ask again may not find it. */
  private async read(themselves: Caller, id: string): Promise<void> {
    const { refusal } = await themselves.insist(READ, { id });
    if (refusal && refusal !== 'NOT_FOUND') this.options.ledger.wrong('refused', `${READ}: ${refusal}`);
  }

  /** A file that was cut off is no JSON; one that is whole has all of theirs. */
  private async export(guest: string, themselves: Caller, ids: readonly string[]): Promise<void> {
    const { urls, tokenOf, random, ledger } = this.options;
    const where = await this.demand<{ exportUser: { url: string } }>(WHERE, {}, themselves);
    for (let index = 0; index < TRIES && where && !this.isStopped; index++) {
      const exported = await download(random.pick(urls) + where.exportUser.url, tokenOf(guest));
      if (exported) return this.judgeExport(guest, exported, ids);
      ledger.repeats++;
      await pause(random.between([50, 400]));
    }
  }

  private judgeExport(guest: string, { userId, data }: Exported, ids: readonly string[]): void {
    const { ledger } = this.options;
    ledger.exports++;
    const there = new Set(Object.values(data).flatMap((rows) => rows.map(({ id }) => id)));
    if (userId !== guest) ledger.wrong('foreign', `${guest} was given what is kept of ${userId}`);
    for (const id of ids)
      if (!there.has(id)) ledger.wrong('lost', `${id} is not in what was exported of ${guest}`);
  }

  private async untilFinished(id: string): Promise<void> {
    const { random } = this.options;
    for (let isFinished = false; !isFinished && !this.isStopped;) {
      await pause(random.between([50, 200]));
      const found = await this.demand<{ erasure: { finishedAt: string | null } }>(FINISHED, {
        id,
      });
      isFinished = !found || found.erasure.finishedAt !== null;
    }
  }
}

/** @returns undefined unless it came whole */
async function download(url: string, token: string): Promise<Exported | undefined> {
  try {
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(EXPORT_MS) });
    return response.ok ? ((await response.json()) as Exported) : undefined;
  } catch {
    return undefined;
  }
}
