import { randomUUID } from 'node:crypto';
import type { Answering } from './server.ts';
import { COUNTS, dataOf, listOf, markRead, markUnread, type Counts } from './acts.ts';

export type OfflineName = 'READ' | 'UNREAD' | 'ARCHIVE' | 'UNARCHIVE' | 'DELETE';

/** What a reader does on a device without a line. */
export interface Waiting {
  id: string;
  act: OfflineName;
  ids?: string[];
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

  does(act: OfflineName, what: Pick<Waiting, 'ids' | 'filter' | 'upToSeq'>): Waiting {
    const waiting = { id: randomUUID(), act, ...what, epoch: this.saw.epoch, sawSeq: this.saw.seq };
    this.waiting.push(waiting);
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

const CHANGE = {
  ARCHIVE: 'archiveNotifications',
  UNARCHIVE: 'unarchiveNotifications',
  DELETE: 'deleteNotifications',
};

/** Done at once, on another device. */
export async function online(server: Answering, token: string, act: OfflineName, id: string): Promise<void> {
  if (act === 'READ') await markRead(server, token, id);
  else if (act === 'UNREAD') await markUnread(server, token, id);
  else {
    const query = `mutation ($ids: [ID!]!) { ${CHANGE[act]}(ids: $ids) { affectedCount } }`;
    await dataOf(server.ask(query, { ids: [id] }, token));
  }
}

/** Whether they are read, archived, gone. */
export async function statesOf(server: Answering, token: string, ids: string[]): Promise<string[]> {
  const rows = await listOf(server, token, { state: 'ALL' });
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (!row) return 'gone';
    return `${row.isRead ? 'read' : 'unread'}${row.archivedAt ? ' archived' : ''}`;
  });
}

export const stateOf = async (server: Answering, token: string, id: string) =>
  (await statesOf(server, token, [id]))[0]!;
