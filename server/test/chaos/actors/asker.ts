import { pause } from './caller.ts';
import { Host } from './host.ts';

const ASK = `mutation ($input: CreateNotificationsInput!) { createNotifications(input: $input) { createdCount } }`;
const FIND = `query ($subject: SubjectRef!) {
  notifications(filter: { state: ALL, subject: $subject }) { edges { node { id } } }
}`;
const PERFORM = `mutation ($id: ID!, $actionId: ID!) {
  performAction(id: $id, actionId: $actionId) { notification { outcome { action { actionId } by { actorId } } } }
}`;
const SETTLE = `mutation ($subject: SubjectRef!, $actionId: ID!, $actor: ActorInput!) {
  settleNotifications(subject: $subject, requestKey: "decision", actionId: $actionId, actor: $actor) { settledCount }
}`;

/** What asks chaos's questions: nothing else is about one of these. */
export const ASKED_ABOUT = 'leave';
const ACTIONS = [
  { id: 'approve', label: 'Approve' },
  { id: 'reject', label: 'Reject' },
];

interface Found {
  notifications: { edges: { node: { id: string } }[] };
}

interface Performed {
  performAction: {
    notification: { outcome: { action: { actionId: string }; by: { actorId: string | null } } };
  };
}

/**
 * A host that asks several the same thing. They answer at the same moment, while it decides elsewhere, and while it
 * asks somebody more.
 */
export class Asker extends Host {
  private readonly readers = this.people();

  async run(): Promise<void> {
    const { random, pauseMs, userIds, name } = this.options;
    while (!this.isStopped) {
      const id = `${name} ${++this.count}`;
      const [late, ...asked] = random.shuffled(userIds).slice(0, 3 + random.below(userIds.length - 2));
      await this.ask(id, id, asked);
      const known = await Promise.all(asked.map((userId) => this.find(id, userId)));
      await Promise.all([
        ...known.slice(0, 4).map((row) => row && this.answer(id, row.userId, row.id)),
        random.chance(0.2) && this.settle(id),
        random.chance(0.3) && this.ask(id, `${id} more`, [late!]),
      ]);
      await pause(random.between(pauseMs));
    }
  }

  private async ask(id: string, title: string, recipientIds: readonly string[]): Promise<void> {
    const { ledger } = this.options;
    const about = { subject: { type: ASKED_ABOUT, id }, requestKey: 'decision', actions: ACTIONS };
    const said = { type: 'leave_requested', title, message: 'Two weeks in May', idempotencyKey: title };
    const { data, refusal } = await this.caller.insist(ASK, { input: { recipientIds, ...about, ...said } });
    if (data) ledger.bulks.push({ recipientIds, title });
    else ledger.wrong('refused', `${title}: ${refusal}`);
  }

  /** From then on its reader marks, archives and deletes it like any other. */
  private async find(id: string, userId: string): Promise<{ userId: string; id: string } | undefined> {
    const { ledger } = this.options;
    const subject = { type: ASKED_ABOUT, id };
    const { data } = await this.readers.get(userId)!.insist<Found>(FIND, { subject });
    const found = data?.notifications.edges[0]?.node;
    if (!found) ledger.wrong('lost', `${userId} does not find what was asked about ${id}`);
    else ledger.knows(userId, found.id);
    return found && { userId, id: found.id };
  }

  /** Once: whoever got no answer may have been the first, and nobody can say so but those who come after. */
  private async answer(subjectId: string, userId: string, id: string): Promise<void> {
    const { random, ledger } = this.options;
    const actionId = random.pick(ACTIONS).id;
    const told = await this.readers.get(userId)!.ask<Performed>(PERFORM, { id, actionId });
    ledger.operations++;
    if (told?.data) {
      const { action, by } = told.data.performAction.notification.outcome;
      if (by.actorId !== userId || action.actionId !== actionId)
        ledger.wrong('disagreed', `${userId} did ${actionId} first, and is told of ${by.actorId}`);
      ledger.answers.push({ subjectId, isFirst: true, by: userId, actionId });
    } else if (told?.refusal === 'CONFLICT') {
      const { by, actionId: done } = told.extensions as { by: { id: string }; actionId: string };
      ledger.answers.push({ subjectId, isFirst: false, by: by.id, actionId: done });
    } else if (told && !['NOT_FOUND', 'SERVICE_UNAVAILABLE'].includes(told.refusal!))
      ledger.wrong('refused', `${userId} answering ${subjectId}: ${told.refusal}`);
  }

  private async settle(id: string): Promise<void> {
    const { random, ledger } = this.options;
    const { data, refusal } = await this.caller.insist(SETTLE, {
      subject: { type: ASKED_ABOUT, id },
      actionId: random.pick(ACTIONS).id,
      actor: { id: 'board', name: 'The board' },
    });
    ledger.operations++;
    if (data) ledger.settled.add(id);
    else ledger.wrong('refused', `settling ${id}: ${refusal}`);
  }
}
