import { describe, expect, it } from '@jest/globals';
import { retryWait } from './retry.ts';

const most = () => 1;
const least = () => 0;

describe('how long to wait before trying again', () => {
  it('grows, with jitter, and stays under half a minute', () => {
    expect(retryWait(1006, 0, most)).toBe(500);
    expect(retryWait(1006, 3, most)).toBe(4_000);
    expect(retryWait(1006, 50, most)).toBe(30_000);
    expect(retryWait(1006, 50, least)).toBeGreaterThan(5_000);
  });

  it('is spread over ten seconds at a planned restart', () => {
    expect(retryWait(1012, 0, () => 0.5)).toBe(5_000);
    expect(retryWait(1012, 0, least)).toBe(0);
  });

  it.each([4400, 4401, 4409, 4429, 4500, 1011])(
    'is long after %i, which more haste would not mend',
    (code) => {
      expect(retryWait(code, 0, least)).toBe(10_000);
    },
  );
});
