import { expect, test } from '@jest/globals';
import { StatementNames } from './statement-names.ts';

const refusal = (code: string) => Object.assign(new Error('refused'), { code });

test('a name says which statement it is, whoever gives it', () => {
  const [here, there] = [new StatementNames(), new StatementNames()];
  const texts = ['select 1', 'select 2', 'select  1', `select ${'x'.repeat(10_000)}`];
  const names = texts.map((text) => here.of(text));
  expect(texts.toReversed().map((text) => there.of(text))).toEqual(names.toReversed());
  expect(new Set(names).size).toBe(texts.length);
  for (const name of names) expect(name!.length).toBeLessThan(64);
});

test('once a name is refused, it is done again, and nothing is named any more', async () => {
  for (const code of ['26000', '42P05']) {
    const names = new StatementNames();
    const used: (string | undefined)[] = [];
    const answer = await names.insist(async () => {
      used.push(names.of('select 1'));
      if (used.length === 1) throw refusal(code);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(used).toEqual([expect.any(String), undefined]);
    expect(names.of('select 2')).toBeUndefined();
  }
});

test('what else goes wrong is not done again', async () => {
  const names = new StatementNames();
  let tries = 0;
  for (const error of [refusal('23505'), new Error('Connection terminated unexpectedly')])
    await expect(names.insist(() => (tries++, Promise.reject(error)))).rejects.toBe(error);
  expect(tries).toBe(2);
  expect(names.of('select 1')).toBeDefined();
});
