import '../../../test/browser.ts';
import { ApolloClient, ApolloLink } from '@apollo/client';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { Observable } from 'rxjs';
import { answeredRow } from '../../../test/fake-row.ts';
import { createCache } from '../../apollo/cache.ts';
import { KEPT_FOR, type MyDevice } from '../../browser/my-device.ts';
import { InboxDocument, NotificationRowFragmentDoc } from '../../generated/inbox.ts';
import type { OfflineActInput } from '../../generated/graphql.ts';
import { failuresOf } from '../acts/failures.ts';
import { guessing } from '../acts/guessing.ts';
import type { OfflineAct } from './offline-act.ts';
import { WaitingActs } from './waiting-acts.ts';
import { waitingOf } from './waiting.ts';

/** A browser's storage that outlives its tabs. */
class FakeStore {
  entries: [number, OfflineAct][] = [];
  isFull = false;
  looks = 0;
  #next = 1;

  read = async () => undefined;
  write = async () => !this.isFull;
  erase = async () => undefined;
  append = async (act: unknown) => {
    if (!this.isFull) this.entries.push([this.#next++, act as OfflineAct]);
    return !this.isFull;
  };
  list = async <T>() => {
    this.looks++;
    return [...this.entries] as [number, T][];
  };
  remove = async (keys: IDBValidKey[]) => {
    this.entries = this.entries.filter(([key]) => !keys.includes(key));
  };
}

type Fate = 'answered' | 'request lost' | 'answer lost' | 'refused';

let store: FakeStore;
let isMine: boolean;
/** What the server was sent, and what of it it has done: each act once. */
let sent: OfflineActInput[][];
let done: Map<string, OfflineActInput>;
let fate: Fate;
let overruled: { actId: string; notificationId: string; because: string }[];
let stops: (() => void)[];

beforeEach(() => {
  store = new FakeStore();
  isMine = true;
  sent = [];
  done = new Map();
  fate = 'answered';
  overruled = [];
  stops = [];
  setOnline(true);
});
afterEach(() => stops.forEach((stop) => stop()));

function setOnline(isOnline: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });
  window.dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
}

const link = new ApolloLink(({ variables }) => {
  return new Observable<ApolloLink.Result>((observer) => {
    const acts = variables['acts'] as OfflineActInput[];
    if (!navigator.onLine || fate === 'request lost') return observer.error(new TypeError('Failed to fetch'));
    sent.push(acts);
    const error = new GraphQLError('Never', { extensions: { code: 'BAD_USER_INPUT' } });
    if (fate === 'refused') observer.next({ data: null, errors: [error] });
    else for (const act of acts) done.set(String(act.id), act);
    if (fate === 'answer lost') return observer.error(new TypeError('Failed to fetch'));
    const inbox = { __typename: 'Inbox', id: 'inbox', counts: { __typename: 'InboxCounts', seq: 9 } };
    const merged = { __typename: 'MergePayload', overruled, inbox };
    if (fate !== 'refused') observer.next({ data: { mergeOfflineActs: merged } });
    observer.complete();
  });
});

const rowAt = { fragment: NotificationRowFragmentDoc, fragmentName: 'NotificationRow', id: 'Notification:1' };

function openTab(userId = 'ann') {
  const client = new ApolloClient({ cache: createCache(), link });
  const counts = { __typename: 'InboxCounts', epoch: 'e', seq: 5, unread: 1, unseen: 0, categories: [] };
  const inbox = { __typename: 'Inbox', id: 'inbox', counts };
  client.cache.writeQuery({ query: InboxDocument, data: { inbox } });
  client.cache.writeFragment({
    ...rowAt,
    data: answeredRow({ id: '1', title: 'First' }),
  });
  const of = store;
  const device: MyDevice = { userId, id: 'device', store: async () => of, isMine: () => isMine };
  const waiting = new WaitingActs(client, device, waitingOf(client).tell);
  waitingOf(client).begin(waiting);
  const stop = waiting.start();
  stops.push(stop);
  const told: string[] = [];
  failuresOf(client).listen((what, why) => told.push(`${what}: ${why}`));
  const isRead = () => client.cache.readFragment(rowAt, true)?.isRead;
  return { client, waiting, stop, told, isRead };
}

const idsOf = (acts: readonly { ids?: unknown }[] = []) => acts.map(({ ids }) => String(ids));
const kept = () => idsOf(store.entries.map(([, act]) => act as { ids?: unknown }));

describe('acts that wait', () => {
  it('are shown and kept at once, and sent in their order with what was seen', async () => {
    setOnline(false);
    const { waiting, isRead } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    waiting.add({ act: 'ARCHIVE', ids: ['2'] });
    expect([waiting.count(), isRead()]).toEqual([2, true]);
    await waitFor(() => expect(kept()).toEqual(['1', '2']));
    setOnline(true);
    await waitFor(() => expect(waiting.count()).toBe(0));
    expect(idsOf(sent.flat())).toEqual(['1', '2']);
    expect(sent.flat()[0]).toMatchObject({ act: 'READ', epoch: 'e', sawSeq: 5 });
    expect(kept()).toEqual([]);
    expect(isRead()).toBe(true);
  });

  it('are sent by another tab after a crash', async () => {
    setOnline(false);
    const crashed = openTab();
    crashed.waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect(kept()).toEqual(['1']));
    crashed.stop();
    const other = openTab();
    await waitFor(() => expect([other.waiting.count(), other.isRead()]).toEqual([1, true]));
    setOnline(true);
    await waitFor(() => expect(kept()).toEqual([]));
    expect([...done.values()]).toHaveLength(1);
  });

  it('show in every tab, and go from every tab', async () => {
    setOnline(false);
    const [one, two] = [openTab(), openTab()];
    await waitFor(() => expect(store.looks).toBe(2));
    one.waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect([two.waiting.count(), two.isRead()]).toEqual([1, true]));
    setOnline(true);
    await waitFor(() => expect([one.waiting.count(), two.waiting.count()]).toEqual([0, 0]));
  });

  it('are sent again by the same id where the answer was lost', async () => {
    fate = 'answer lost';
    const { waiting } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect(sent).toHaveLength(1));
    fate = 'answered';
    setOnline(true);
    await waitFor(() => expect(waiting.count()).toBe(0));
    expect(sent.length).toBeGreaterThan(1);
    expect(done.size).toBe(1);
  });

  it('are never sent for another reader, nor a week later', async () => {
    setOnline(false);
    const { waiting, stop } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect(kept()).toEqual(['1']));
    stop();
    store.entries.push([99, { ...store.entries[0]![1], id: 'late', at: Date.now() - KEPT_FOR - 1_000 }]);
    setOnline(true);
    const theirs = openTab('bob');
    theirs.waiting.add({ act: 'READ', ids: ['2'] });
    await waitFor(() => expect(theirs.waiting.count()).toBe(0));
    expect(idsOf(sent.flat())).toEqual(['2']);
    expect(kept()).toEqual(['1']);
  });

  it('wait in this tab where nothing can be kept', async () => {
    store.isFull = true;
    setOnline(false);
    const { waiting } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    setOnline(true);
    await waitFor(() => expect(waiting.count()).toBe(0));
    expect(done.size).toBe(1);
  });

  it('do not wait for ever behind one that is refused, and the reader is told', async () => {
    fate = 'refused';
    const { waiting, told } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect(waiting.count()).toBe(0));
    expect(told).toEqual([
      'Could not do what you did offline: This cannot be accepted. Please check what you have entered.',
    ]);
    fate = 'answered';
    waiting.add({ act: 'ARCHIVE', ids: ['2'] });
    await waitFor(() => expect(done.size).toBe(1));
  });

  it('say what was overruled, and why', async () => {
    overruled = [{ actId: 'a', notificationId: '1', because: 'CHANGED' }];
    const { waiting, told } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatch(/^“First” stays as it is: It was marked otherwise/);
  });
});

describe('an act that is undone while it waits', () => {
  it('is given up in every tab, and never sent', async () => {
    setOnline(false);
    const [one, two] = [openTab(), openTab()];
    const ids = one.waiting.add({ act: 'READ', ids: ['1'] });
    one.waiting.add({ act: 'ARCHIVE', ids: ['2'] });
    await waitFor(() => expect([two.waiting.count(), two.isRead()]).toEqual([2, true]));
    expect(await one.waiting.drop(ids)).toEqual([]);
    expect([one.waiting.count(), one.isRead(), kept()]).toEqual([1, false, ['2']]);
    await waitFor(() => expect([two.waiting.count(), two.isRead()]).toEqual([1, false]));
    setOnline(true);
    await waitFor(() => expect([one.waiting.count(), two.waiting.count()]).toEqual([0, 0]));
    expect(idsOf([...done.values()])).toEqual(['2']);
  });

  it('is given up also where it could not be kept', async () => {
    store.isFull = true;
    setOnline(false);
    const { waiting, isRead } = openTab();
    const ids = waiting.add({ act: 'READ', ids: ['1'] });
    expect(await waiting.drop(ids)).toEqual([]);
    expect([waiting.count(), isRead()]).toEqual([0, false]);
    setOnline(true);
    waiting.add({ act: 'READ', ids: ['2'] });
    await waitFor(() => expect(waiting.count()).toBe(0));
    expect(idsOf([...done.values()])).toEqual(['2']);
  });

  it('is named where it was sent already, and taken back by another', async () => {
    const { waiting } = openTab();
    const ids = waiting.add({ act: 'READ', ids: ['1'] });
    await waitFor(() => expect(waiting.count()).toBe(0));
    expect(await waiting.drop(ids)).toEqual(ids);
    waiting.add({ act: 'READ', undoes: ids[0]! });
    await waitFor(() => expect(done.size).toBe(2));
    expect([...done.values()].at(-1)).toMatchObject({ act: 'READ', undoes: ids[0], sawSeq: 5 });
  });
});

const attempt = { guess: () => undefined, failure: 'Could not', again: () => undefined };

describe('an act', () => {
  const fail = () => Promise.reject(new TypeError('Failed to fetch'));

  it('waits where nobody answers, on a device of the reader alone', async () => {
    setOnline(false);
    const { client, waiting, told } = openTab();
    const meant = { act: 'READ' as const, ids: ['1'] };
    const waits = { isDone: true, waiting: [expect.any(String)] };
    expect(await guessing(client, { ...attempt, work: fail, meant })).toEqual(waits);
    expect([waiting.count(), told]).toEqual([1, []]);
    isMine = false;
    const failed = { isDone: false };
    expect(await guessing(client, { ...attempt, work: fail, meant })).toEqual(failed);
    expect(told).toEqual(['Could not: You are offline.']);
  });

  it('is not begun before what waits', async () => {
    fate = 'request lost';
    const { client, waiting } = openTab();
    waiting.add({ act: 'READ', ids: ['1'] });
    let isBegun = false;
    const work = async () => void (isBegun = true);
    await guessing(client, { ...attempt, work, meant: { act: 'UNREAD', ids: ['1'] } });
    expect([isBegun, waiting.count()]).toEqual([false, 2]);
  });
});
