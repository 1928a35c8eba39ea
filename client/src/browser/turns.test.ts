import '../../test/browser.ts';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { doesAnyTakePart, inTurn, leadWhenFirst, takePart } from './turns.ts';

const insecure = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
const browsers: [string, unknown][] = [
  ['has no locks', undefined],
  ['refuses them', { request: insecure }],
  [
    'throws at once',
    {
      request: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    },
  ],
  ['has them', { request: (_: string, __: object, work: () => unknown) => Promise.resolve(work()) }],
];
const use = (locks: unknown) =>
  Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
afterEach(() => {
  use(undefined);
  jest.useRealTimers();
});

describe.each(browsers)('in a browser that %s', (_, locks) => {
  it('the work is done once, and its failure is its own', async () => {
    use(locks);
    let done = 0;
    expect(await inTurn('name', async () => ++done)).toBe(1);
    await expect(inTurn('name', () => Promise.reject(new Error(`failed at ${++done}`)))).rejects.toThrow(
      'failed at 2',
    );
    expect(done).toBe(2);
  });

  it('somebody leads, until they stop', async () => {
    use(locks);
    const log: string[] = [];
    const stop = leadWhenFirst('name', () => {
      log.push('leads');
      return () => log.push('resigns');
    });
    await new Promise((resolve) => setTimeout(resolve));
    expect(log).toEqual(['leads']);
    stop();
    await new Promise((resolve) => setTimeout(resolve));
    expect(log).toEqual(['leads', 'resigns']);
  });

  it('whoever takes part says so and ends it without a fault', async () => {
    use(locks);
    const leave = takePart('name');
    expect(await doesAnyTakePart('name')).toBe(false);
    leave();
    await new Promise((resolve) => setTimeout(resolve));
  });
});

it('as long as any tab takes part, others know of it', async () => {
  const held: { name: string }[] = [];
  const request = async (name: string, _: object, work: () => Promise<void>) => {
    held.push({ name });
    await work();
    held.pop();
  };
  use({ request, query: async () => ({ held }) });
  const leave = takePart('name');
  expect(await doesAnyTakePart('name')).toBe(true);
  expect(await doesAnyTakePart('another')).toBe(false);
  leave();
  await new Promise((resolve) => setTimeout(resolve));
  expect(await doesAnyTakePart('name')).toBe(false);
});

it('a tab that never ends its turn does not keep the others from theirs', async () => {
  // Aborted before it is listened to: as after the longest wait.
  const request = (_: string, { signal }: { signal: AbortSignal }) =>
    new Promise((__, reject) => (signal.aborted ? reject(signal.reason as Error) : undefined));
  use({ request });
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort());
  expect(await inTurn('name', async () => 'done')).toBe('done');
  timeout.mockRestore();
});
