import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startRedis } from '../../../local/programs/redis.ts';
import { redisUrl } from '../../../test/support/server.ts';
import { until } from '../../../test/support/until.ts';
import { InProcessPubSub } from './in-process-pub-sub.ts';
import type { PubSub } from './pub-sub.ts';
import { RedisPubSub } from './redis-pub-sub.ts';

const redis = (onFailure: (error: Error) => void = () => undefined) => new RedisPubSub(redisUrl(), onFailure);

/** What is published before the connection stands is lost, as it may be: it must stand before a test counts messages. */
async function canBeHeard(pubSub: PubSub): Promise<void> {
  let isHeard = false;
  const topic = `test:${randomUUID()}`;
  const subscription = pubSub.subscribe(topic, () => (isHeard = true));
  await until(() => {
    pubSub.publish(topic, 'is anybody there?');
    return isHeard;
  });
  subscription.unsubscribe();
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => String(index));

describe.each<[string, () => PubSub]>([
  ['in this process', () => new InProcessPubSub()],
  ['through Redis', () => redis()],
])('pub/sub %s', (_where, create) => {
  let pubSub: PubSub;
  let topic: string;

  beforeEach(async () => {
    pubSub = create();
    topic = `test:${randomUUID()}`;
    await canBeHeard(pubSub);
  });

  afterEach(() => pubSub.close());

  /** Listens, and gives what is heard. */
  async function hear(to = topic) {
    const heard: string[] = [];
    const subscription = pubSub.subscribe(to, (message) => heard.push(message));
    await subscription.ready;
    return { heard, ...subscription };
  }

  test('tells every listener of a topic, and no listener of another', async () => {
    const listeners = [await hear(), await hear()];
    const others = [await hear(`${topic}:more`), await hear(topic.slice(0, -1)), await hear('*')];
    pubSub.publish(topic, 'hello');
    await until(() => listeners.every(({ heard }) => heard.length > 0));
    // What goes out later and is heard proves that the earlier message was not on its way.
    pubSub.publish('*', 'fence');
    await until(() => others[2]!.heard.length > 0);
    expect(listeners.map(({ heard }) => heard)).toEqual([['hello'], ['hello']]);
    expect(others.map(({ heard }) => heard)).toEqual([[], [], ['fence']]);
  });

  test('keeps the order of a publisher, and every character', async () => {
    const { heard } = await hear();
    const messages = [...numbers(500), '{"a":"👩🏽‍🚀 \\u0000 שלום"}', ''];
    for (const message of messages) pubSub.publish(topic, message);
    await until(() => heard.length >= messages.length);
    expect(heard).toEqual(messages);
  });

  test('does not call the listener in the publisher’s own call', async () => {
    const { heard } = await hear();
    pubSub.publish(topic, 'later');
    expect(heard).toEqual([]);
    await until(() => heard.length === 1);
  });

  test('leaves alone whoever has unsubscribed, and goes on telling the others', async () => {
    const leaves = await hear();
    const stays = await hear();
    leaves.unsubscribe();
    pubSub.publish(topic, 'hello');
    await until(() => stays.heard.length > 0);
    expect(leaves.heard).toEqual([]);
  });

  test('does not call a listener again that has unsubscribed at the first of many messages', async () => {
    const stays = await hear();
    const heard: string[] = [];
    const leaves = pubSub.subscribe(topic, (message) => {
      heard.push(message);
      leaves.unsubscribe();
    });
    await leaves.ready;
    for (const message of numbers(50)) pubSub.publish(topic, message);
    await until(() => stays.heard.length === 50);
    expect(heard).toEqual(['0']);
  });

  test('can be unsubscribed before it is ready, and subscribed again', async () => {
    const early: string[] = [];
    pubSub.subscribe(topic, (message) => early.push(message)).unsubscribe();
    const { heard } = await hear();
    pubSub.publish(topic, 'hello');
    await until(() => heard.length > 0);
    expect(early).toEqual([]);
  });

  test('takes the same listener twice as two', async () => {
    const heard: string[] = [];
    const listener = (message: string) => void heard.push(message);
    const subscriptions = [pubSub.subscribe(topic, listener), pubSub.subscribe(topic, listener)];
    await Promise.all(subscriptions.map(({ ready }) => ready));
    subscriptions[0]!.unsubscribe();
    pubSub.publish(topic, 'once');
    await until(() => heard.length > 0);
    pubSub.publish(topic, 'twice');
    await until(() => heard.includes('twice'));
    expect(heard).toEqual(['once', 'twice']);
  });

  // Jest fails a test during which a rejection goes unhandled.
  test('closes in the middle of everything without a rejection that nobody hears', async () => {
    const subscriptions = numbers(20).map((name) => pubSub.subscribe(`${topic}:${name}`, () => undefined));
    const known = await hear();
    for (const subscription of subscriptions.slice(0, 10)) subscription.unsubscribe();
    for (const message of numbers(20)) pubSub.publish(topic, message);
    await pubSub.close();
    known.unsubscribe();
    pubSub.publish(topic, 'too late');
    await afterAnother();
  });

  /** As long as a whole conversation over a new connection takes. */
  async function afterAnother(): Promise<void> {
    const another = redis();
    await another.subscribe(topic, () => undefined).ready;
    await another.close();
  }
});

describe('pub/sub through a Redis that goes away', () => {
  test('neither throws nor waits, and is heard again when Redis is back', async () => {
    const first = await startRedis();
    const failures: Error[] = [];
    const pubSub = new RedisPubSub(first.url, (error) => failures.push(error));
    const heard: string[] = [];
    try {
      await pubSub.subscribe('before', (message) => heard.push(message)).ready;
      await first.kill();
      pubSub.publish('before', 'while away');
      await until(() => failures.length > 0);
      pubSub.publish('before', 'while away');

      // Somebody who connects during the outage is heard as soon as it is over.
      let isReady = false;
      const during = pubSub.subscribe('during', (message) => heard.push(message));
      void during.ready.then(() => (isReady = true));
      expect(isReady).toBe(false);

      const second = await startRedis({ port: first.port });
      try {
        await during.ready;
        await until(() => {
          pubSub.publish('before', 'back, before');
          pubSub.publish('during', 'back, during');
          return new Set(heard).size === 2;
        });
        expect([...new Set(heard)].sort()).toEqual(['back, before', 'back, during']);
      } finally {
        await pubSub.close();
        await second.stop();
      }
    } finally {
      await pubSub.close();
    }
  });
});
