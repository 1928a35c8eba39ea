import { expect, test } from '@jest/globals';
import { until } from '../../../test/support/until.ts';
import { PatientSubscriber } from './patient-subscriber.ts';

/** A Redis that refuses the first commands, as one that is loading or whose rules were changed would. */
function refusing(times: number) {
  const asked: string[] = [];
  const answer = async (topic: string) => {
    asked.push(topic);
    if (asked.length <= times) throw new Error('NOPERM');
  };
  const redis = { on: () => undefined, subscribe: answer, unsubscribe: answer, disconnect: () => undefined };
  return { asked, redis: redis as unknown as ConstructorParameters<typeof PatientSubscriber>[0] };
}

test('asks again until Redis confirms, and says so once', async () => {
  const { asked, redis } = refusing(2);
  const failures: Error[] = [];
  const subscriber = new PatientSubscriber(redis, (error) => failures.push(error));
  let confirmed = 0;
  subscriber.subscribe('topic', () => confirmed++);
  await until(() => confirmed > 0);
  expect(asked).toEqual(['topic', 'topic', 'topic']);
  expect(failures.map(({ message }) => message)).toEqual(['NOPERM', 'NOPERM']);
  expect(confirmed).toBe(1);
});

test('hears a refused UNSUBSCRIBE, and asks for nothing any more once it is disconnected', async () => {
  const { asked, redis } = refusing(1);
  const failures: Error[] = [];
  const subscriber = new PatientSubscriber(redis, (error) => failures.push(error));
  subscriber.unsubscribe('topic');
  await until(() => failures.length === 1);
  subscriber.disconnect();
  subscriber.unsubscribe('topic');
  subscriber.subscribe('topic', () => expect(true).toBe(false));
  expect(asked).toEqual(['topic']);
});
