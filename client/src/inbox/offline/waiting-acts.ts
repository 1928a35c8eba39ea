import type { ApolloClient } from '@apollo/client';
import { backOff, waitOrWake } from '../../browser/back-off.ts';
import { isOnline } from '../../browser/line.ts';
import { KEPT_FOR, newId, type MyDevice } from '../../browser/my-device.ts';
import { serverTime } from '../../browser/server-time.ts';
import { listenToTabs, tellTabs } from '../../browser/tab-channel.ts';
import { inTurn } from '../../browser/turns.ts';
import { InboxDocument } from '../../generated/inbox.ts';
import { untilSeq } from './caught-up.ts';
import { mergeActs } from './merge-acts.ts';
import { showAct } from '../acts/optimism.ts';
import { inParts } from '../acts/send-act.ts';
import type { Meant, OfflineAct, Undoing } from './offline-act.ts';

/** What the server takes in one call. */
const MOST_ACTS = 50;
const MOST_IDS = 200;
/** Whoever has so many waiting has a line that will not come back by itself. */
const MOST_WAITING = 500;

/**
 * What was done on a device of the reader's without a line: shown at once, kept in the order in which it was done, and
 * sent once the server is there, by whichever tab comes first. The server does each once, however often it is sent.
 */
export class WaitingActs {
  #client: ApolloClient;
  #device: MyDevice;
  #onChange: () => void;
  #acts = new Map<string, OfflineAct>();
  /** What the device could not keep waits in this tab alone. */
  #unkept = new Set<string>();
  #saving: Promise<unknown> = Promise.resolve();
  #stopping = new AbortController();
  #isSending = false;

  constructor(client: ApolloClient, device: MyDevice, onChange: () => void) {
    this.#client = client;
    this.#device = device;
    this.#onChange = onChange;
  }

  count(): number {
    return this.#acts.size;
  }

  /** Takes up what waits there. @returns what ends it */
  start(): () => void {
    void this.#lookAgain(0);
    const stopListening = listenToTabs((message) => {
      if (message.type !== 'acts-changed') return;
      this.#forget(message.dropped ?? []);
      void this.#lookAgain(message.seq);
    });
    return () => {
      this.#stopping.abort();
      stopListening();
    };
  }

  /** Whether an act may wait here. */
  canWait(): boolean {
    return this.#device.isMine() && this.#acts.size < MOST_WAITING && this.#counts() !== undefined;
  }

  /** Whether it has to: there is no line, or what was done before waits too. */
  mustWait(): boolean {
    return this.canWait() && (!isOnline() || this.#acts.size > 0);
  }

  /** @returns the names of what waits for it */
  add(meant: Meant | Undoing): string[] {
    const device = this.#device;
    const counts = this.#counts();
    if (!counts) return [];
    const acts = partsOf(meant).map((part) => {
      const saw = { epoch: counts.epoch, sawSeq: counts.seq };
      const act = { ...part, ...saw, id: newId(), userId: device.userId, at: serverTime() };
      this.#show(act);
      this.#saving = Promise.all([this.#saving, this.#save(act)]);
      return act;
    });
    void this.#saving.then(() => tellTabs({ type: 'acts-changed', seq: 0 }));
    this.#onChange();
    void this.#send();
    return acts.map(({ id }) => id);
  }

  /** Gives up what waits. @returns those that do not wait any more: they were sent */
  async drop(ids: string[]): Promise<string[]> {
    const named = new Set(ids);
    // Not while they are being sent: nobody knows then what becomes of them.
    const dropped = await inTurn('carillon-waiting-acts', async () => {
      await this.#saving;
      const stored = (await this.#stored()).filter(([, { id }]) => named.has(id));
      if (stored.length > 0) await (await this.#device.store()).remove(stored.map(([key]) => key));
      const here = ids.filter((id) => this.#unkept.has(id) && this.#acts.has(id));
      return [...new Set([...stored.map(([, { id }]) => id), ...here])];
    });
    this.#forget(dropped);
    tellTabs({ type: 'acts-changed', seq: 0, dropped });
    return ids.filter((id) => !dropped.includes(id));
  }

  #forget(dropped: string[]): void {
    for (const id of dropped) {
      this.#acts.delete(id);
      this.#client.cache.removeOptimistic(layerOf(id));
    }
    this.#onChange();
  }

  async #save(act: OfflineAct): Promise<void> {
    const store = await this.#device.store();
    if (!(await store.append(act))) this.#unkept.add(act.id);
  }

  #counts() {
    return this.#client.cache.readQuery({ query: InboxDocument })?.inbox.counts;
  }

  #show(act: OfflineAct): void {
    if (this.#acts.has(act.id)) return;
    this.#acts.set(act.id, act);
    if ('undoes' in act) return;
    this.#client.cache.recordOptimisticTransaction((cache) => void showAct(cache, act), layerOf(act.id));
  }

  /** They wait no more; the rows are shown as guessed until they have come as they are. */
  async #settle(ids: string[], seq: number): Promise<void> {
    for (const id of ids) this.#acts.delete(id);
    this.#onChange();
    await untilSeq(this.#client, seq, this.#stopping.signal);
    for (const id of ids) this.#client.cache.removeOptimistic(layerOf(id));
  }

  /** Another tab, perhaps one that is gone by now, has added some or sent some. @param seq where the inbox is then */
  async #lookAgain(seq: number): Promise<void> {
    await this.#saving;
    const waiting = (await this.#stored()).map(([, act]) => act);
    if (this.#stopping.signal.aborted) return;
    const ids = new Set(waiting.map(({ id }) => id));
    const sent = seq > 0 ? [...this.#acts.keys()].filter((id) => !ids.has(id)) : [];
    for (const act of waiting) this.#show(act);
    if (sent.length > 0) void this.#settle(sent, seq);
    this.#onChange();
    void this.#send();
  }

  async #stored(): Promise<[IDBValidKey, OfflineAct][]> {
    const device = this.#device;
    if (!device.isMine()) return [];
    const store = await device.store();
    const all = await store.list<OfflineAct>();
    const isLate = ({ at }: OfflineAct) => at < serverTime() - KEPT_FOR;
    await store.remove(all.filter(([, act]) => isLate(act)).map(([key]) => key));
    return all.filter(([, act]) => act.userId === device.userId && !isLate(act));
  }

  async #send(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    const { signal } = this.#stopping;
    for (let attempt = 0; this.#acts.size > 0 && !signal.aborted;) {
      try {
        await inTurn('carillon-waiting-acts', () => this.#sendFirst());
        attempt = 0;
      } catch {
        await waitOrWake(backOff(attempt++), signal);
      }
    }
    this.#isSending = false;
  }

  /** @throws where the server did not answer, or wants to be asked later */
  async #sendFirst(): Promise<void> {
    await this.#saving;
    const stored = await this.#stored();
    const ids = new Set(stored.map(([, { id }]) => id));
    // What could not be kept waits in this tab alone.
    const here = [...this.#acts.values()].filter(({ id }) => !ids.has(id));
    const batch = firstOf([...stored.map(([, act]) => act), ...here]);
    const device = this.#device;
    if (batch.length === 0) return;
    const seq = await mergeActs(this.#client, device, batch);
    const sent = new Set(batch.map(({ id }) => id));
    await (await device.store()).remove(stored.filter(([, { id }]) => sent.has(id)).map(([key]) => key));
    tellTabs({ type: 'acts-changed', seq });
    void this.#settle([...sent], seq);
  }
}

function partsOf(meant: Meant | Undoing): (Meant | Undoing)[] {
  return 'ids' in meant ? inParts(meant.ids).map((ids) => ({ ...meant, ids })) : [meant];
}

/** As many as go into one call. */
function firstOf(acts: OfflineAct[]): OfflineAct[] {
  let named = 0;
  const end = acts.findIndex((act, index) => {
    named += 'ids' in act ? act.ids.length : 0;
    return index === MOST_ACTS || named > MOST_IDS;
  });
  return end === -1 ? acts : acts.slice(0, end);
}

const layerOf = (id: string): string => `waiting-${id}`;
