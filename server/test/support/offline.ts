import { randomUUID } from 'node:crypto';
import type { Answering } from './server.ts';
import { COUNTS, dataOf, type Counts } from './acts.ts';

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
