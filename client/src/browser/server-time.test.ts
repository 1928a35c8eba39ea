import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

const HOUR = 60 * 60_000;
const TRUE_TIME = Date.parse('2026-06-15T12:00:00.400Z');
let serverTime: () => number;
let fetchWithTime: typeof fetch;

beforeEach(async () => {
  jest.resetModules();
  ({ serverTime, fetchWithTime } = await import('./server-time.ts'));
  jest.useFakeTimers();
});
afterEach(() => void jest.useRealTimers());

/** An answer that takes its time to be written, and to come. */
async function ask(offset: number, { there = 40, back = 60, date = true } = {}) {
  const sentAt = Date.now();
  globalThis.fetch = async () => {
    jest.setSystemTime(sentAt + there);
    const headers = date ? { date: new Date(sentAt + there - offset).toUTCString() } : undefined;
    jest.setSystemTime(sentAt + there + back);
    return new Response('', headers && { headers });
  };
  await fetchWithTime('/graphql');
}

describe('the time by the server', () => {
  it.each([-2 * HOUR, 2 * HOUR, -90_000, 3 * 24 * HOUR])(
    'is known when the clock here is %i off',
    async (offset) => {
      jest.setSystemTime(TRUE_TIME + offset);
      await ask(offset);
      expect(Math.abs(serverTime() - (Date.now() - offset))).toBeLessThanOrEqual(600);
    },
  );

  it('leaves a clock that is right alone, also when answers are slow', async () => {
    jest.setSystemTime(TRUE_TIME);
    for (const there of [0, 30, 999, 5_000]) {
      await ask(0, { there, back: 2_000 });
      expect(serverTime()).toBe(Date.now());
    }
  });

  it('follows when somebody sets the clock while the page is open', async () => {
    jest.setSystemTime(TRUE_TIME + 2 * HOUR);
    await ask(2 * HOUR);
    jest.setSystemTime(TRUE_TIME + 60_000);
    await ask(0);
    expect(Math.abs(serverTime() - Date.now())).toBeLessThanOrEqual(600);
  });

  it('is not misled by a machine that slept between question and answer', async () => {
    jest.setSystemTime(TRUE_TIME);
    await ask(0, { back: 8 * HOUR });
    expect(serverTime()).toBe(Date.now());
  });

  it('stays as it was when an answer says nothing of it', async () => {
    jest.setSystemTime(TRUE_TIME);
    await ask(0, { date: false });
    expect(serverTime()).toBe(Date.now());
  });
});
