import { expect, test } from '@jest/globals';
import { Gate } from './gate.ts';

test('a gate lets so many in, so many wait, and refuses the rest', async () => {
  const gate = new Gate(2, 3);
  const leave: (() => void)[] = [];
  let inside = 0;
  let most = 0;
  const visit = (fails = false) =>
    gate.run(async () => {
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
  await expect(gate.run(async () => 'again')).resolves.toBe('again');
});
