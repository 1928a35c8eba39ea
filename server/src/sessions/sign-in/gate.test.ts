import { expect, test } from '@jest/globals';
import { Gate } from './gate.ts';

test('a gate lets so many in, so many wait, and refuses the rest', async () => {
  const gate = new Gate(2, 3, 3);
  const leave: (() => void)[] = [];
  let inside = 0;
  let most = 0;
  const visit = (fails = false) =>
    gate.run('somebody', async () => {
      most = Math.max(most, ++inside);
      await new Promise<void>((resolve) => leave.push(resolve));
      inside--;
      if (fails) throw new Error('fell down');
    });
  const visits = [visit(true), visit(), visit(), visit(), visit()];
  await expect(visit()).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED', retryAfterMs: 1_000 } });
  expect([inside, leave.length]).toEqual([2, 2]);

  for (let left = 0; left < visits.length; left++) {
    leave[left]!();
    await visits[left]!.catch(() => undefined);
  }
  await expect(visits[0]).rejects.toThrow('fell down');
  await Promise.all(visits.slice(1));
  expect([inside, most]).toEqual([0, 2]);
  await expect(gate.run('somebody', async () => 'again')).resolves.toBe('again');
});

test('whoever comes often takes nobody else’s place in the line', async () => {
  const gate = new Gate(1, 5, 2);
  const opened = Promise.withResolvers<void>();
  const order: string[] = [];
  const visit = (whose: string) =>
    gate.run(whose, async () => {
      order.push(whose);
      await opened.promise;
    });
  const greedy = Array.from({ length: 6 }, () => visit('eve'));
  const outcomes = Promise.allSettled(greedy);
  const others = [visit('ann'), visit('bob'), visit('ann')];
  await expect(visit('cid')).rejects.toMatchObject({ extensions: { code: 'RATE_LIMITED' } });
  opened.resolve();
  await Promise.all(others);
  expect((await outcomes).map(({ status }) => status)).toEqual(
    Array.from({ length: 6 }, (_, index) => (index < 3 ? 'fulfilled' : 'rejected')),
  );
  expect(order).toEqual(['eve', 'eve', 'eve', 'ann', 'bob', 'ann']);
});
