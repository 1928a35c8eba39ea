import { pause } from './caller.ts';
import { Host } from './host.ts';

const SEND = `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`;
const FIND = `query ($subject: SubjectRef!) {
  notifications(filter: { state: ALL, subject: $subject }) { edges { node { id message retractedAt } } }
}`;
const CORRECT = `mutation ($input: CorrectNotificationInput!) { correctNotification(input: $input) { correctedCount } }`;
const RETRACT = `mutation ($subject: SubjectRef, $idempotencyKey: String) {
  retractNotifications(subject: $subject, idempotencyKey: $idempotencyKey) { retractedCount }
}`;

/** What chaos says anew and takes back: nothing else is about one of these. */
export const CORRECTED_ABOUT = 'exam';

interface Found {
  notifications: { edges: { node: { id: string; message: string; retractedAt: string | null } }[] };
}

/** A service that errs: it says to many where an exam is, then that it is elsewhere, then that there is none. */
export class Examiner extends Host {
  private readonly readers = this.people();

  async run(): Promise<void> {
    const { random, pauseMs, userIds, name } = this.options;
    while (!this.isStopped) {
      const id = `${name} ${++this.count}`;
      const invited = random.shuffled(userIds).slice(0, 2 + random.below(userIds.length - 1));
      await this.invite(id, invited);
      await Promise.all(invited.slice(0, 3).map((userId) => this.find(id, userId)));
      await pause(random.between(pauseMs));
      // At the same time too: what is taken back may be said anew, and is taken back all the same.
      const isAtOnce = random.chance(0.3);
      const correcting = random.chance(0.7) ? this.correct(id) : undefined;
      if (!isAtOnce) await correcting;
      if (random.chance(0.6)) await this.retract(id);
      await correcting;
      await this.find(id, random.pick(invited));
      await pause(random.between(pauseMs));
    }
  }

  private async invite(id: string, recipientIds: readonly string[]): Promise<void> {
    const { ledger } = this.options;
    const said = { type: 'exam', title: id, message: 'In room 1', idempotencyKey: id };
    const subject = { type: CORRECTED_ABOUT, id };
    if (await this.demand(SEND, { input: { recipientIds, subject, ...said } }))
      ledger.bulks.push({ recipientIds, title: id });
  }

  private async correct(id: string): Promise<void> {
    const { random, ledger } = this.options;
    const message = `In room ${2 + random.below(100)}`;
    const input = { idempotencyKey: id, message, ringsAgain: random.chance(0.4) };
    const { data, refusal } = await this.caller.insist(CORRECT, { input });
    ledger.operations++;
    if (data) ledger.corrected.set(id, message);
    // All of its readers have deleted it, or nobody had seen it when it was taken back.
    else if (refusal !== 'NOT_FOUND') ledger.wrong('refused', `${id}, anew: ${refusal}`);
  }

  private async retract(id: string): Promise<void> {
    const { random, ledger } = this.options;
    const name = random.chance(0.5) ? { subject: { type: CORRECTED_ABOUT, id } } : { idempotencyKey: id };
    ledger.retractsAsked.add(id);
    if (await this.demand(RETRACT, name)) ledger.retracted.add(id);
  }

  /** From then on its reader marks, archives and deletes it like any other. What they were told they are told at once. */
  private async find(id: string, userId: string): Promise<void> {
    const { ledger } = this.options;
    const isTakenBack = ledger.retracted.has(id);
    const words = ledger.corrected.get(id);
    const subject = { type: CORRECTED_ABOUT, id };
    const { data } = await this.readers.get(userId)!.insist<Found>(FIND, { subject });
    const found = data?.notifications.edges[0]?.node;
    if (!found) return;
    ledger.knows(userId, found.id);
    if (isTakenBack && found.retractedAt === null)
      ledger.wrong('kept', `${id} → ${userId} is as if nobody had taken it back`);
    if (words !== undefined && found.message !== words)
      ledger.wrong('misworded', `${id} → ${userId} says “${found.message}”, not “${words}”`);
  }
}
