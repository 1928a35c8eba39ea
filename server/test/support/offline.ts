import { randomUUID } from 'node:crypto';
import type { Answering } from './server.ts';
import { COUNTS, dataOf, type Counts } from './acts.ts';
import { act as actOnline, inAnHour, type ActName } from './triage.ts';

export type OfflineName = ActName;

/** What a reader does on a device without a line. */
export interface Waiting {
  id: string;
  act: OfflineName;
  ids?: string[];
  undoes?: string;
  until?: string;
  filter?: object;
  upToSeq?: number;
  epoch: string;
  sawSeq: number;
}

export interface Merged {
  acts: { actId: string; changedCount: number }[];
  overruled: { actId: string; notificationId: string; because: string }[];
  inbox: { counts: Counts };
}

export const merge = (server: Answering, token: string, device: string, acts: Waiting[]) =>
  server.ask<{ mergeOfflineActs: Merged }>(
    `mutation ($device: ID!, $acts: [OfflineActInput!]!) {
      mergeOfflineActs(device: $device, acts: $acts) {
        acts { actId changedCount } overruled { actId notificationId because } inbox { ${COUNTS} }
      }
    }`,
    { device, acts },
    token,
  );

/** A browser that was online, and is not any more: it knows where the inbox was then. */
export class Device {
  readonly id = randomUUID();
  readonly waiting: Waiting[] = [];
  /** All that was ever done on it. */
  readonly done: Waiting[] = [];
  private saw = { epoch: '', seq: 0 };

  constructor(
    private readonly server: Answering,
    private readonly token: string,
  ) {}

  async look(): Promise<number> {
    const { inbox } = await dataOf(
      this.server.ask<{ inbox: { counts: { epoch: string; seq: number } } }>(
        '{ inbox { counts { epoch seq } } }',
        {},
        this.token,
      ),
    );
    this.saw = inbox.counts;
    return this.saw.seq;
  }

  get sawSeq(): number {
    return this.saw.seq;
  }

  does(act: OfflineName, what: Pick<Waiting, 'ids' | 'filter' | 'upToSeq' | 'until' | 'undoes'>): Waiting {
    const until = act === 'SNOOZE' ? { until: inAnHour(2) } : {};
    const saw = { epoch: this.saw.epoch, sawSeq: this.saw.seq };
    const waiting = { id: randomUUID(), act, ...until, ...what, ...saw };
    this.waiting.push(waiting);
    this.done.push(waiting);
    return waiting;
  }

  /** Sends what waits, and forgets it unless the answer is lost. */
  async send(isAnswerLost = false): Promise<Merged | undefined> {
    if (this.waiting.length === 0) return undefined;
    const { mergeOfflineActs } = await dataOf(merge(this.server, this.token, this.id, [...this.waiting]));
    if (!isAnswerLost) this.waiting.length = 0;
    return mergeOfflineActs;
  }
}

/** Done at once, on another device. */
export async function online(
  server: Answering,
  token: string,
  name: OfflineName,
  id: string,
  until?: string,
): Promise<void> {
  await actOnline(server, token, name, [id], until).catch((error: Error) => {
    // A mark of what is deleted.
    if (!error.message.includes('NOT_FOUND')) throw error;
  });
}

interface Placed {
  id: string;
  isRead: boolean;
  archivedAt: string | null;
  snoozedUntil: string | null;
  isPinned: boolean;
}

/** Whether they are read, archived, snoozed, pinned, gone. */
export async function statesOf(server: Answering, token: string, ids: string[]): Promise<string[]> {
  const { notifications } = await dataOf(
    server.ask<{ notifications: { edges: { node: Placed }[] } }>(
      `{ notifications(first: 100, filter: { state: ALL }) {
        edges { node { id isRead archivedAt snoozedUntil isPinned } } } }`,
      {},
      token,
    ),
  );
  const rows = new Map(notifications.edges.map(({ node }) => [node.id, node]));
  return ids.map((id) => {
    const row = rows.get(id);
    if (!row) return 'gone';
    const pinned = row.isPinned ? 'pinned ' : '';
    return `${pinned}${row.isRead ? 'read' : 'unread'}${row.archivedAt ? ' archived' : ''}${row.snoozedUntil ? ' snoozed' : ''}`;
  });
}

export const stateOf = async (server: Answering, token: string, id: string) =>
  (await statesOf(server, token, [id]))[0]!;
