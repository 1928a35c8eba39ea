import { backOff } from '../../browser/back-off.ts';

const PLANNED_RESTART = 1012;
const RESTART_SPREAD = 10_000;
const SLOW_RESTART = 10_000;
// Protocol errors and limits: trying again soon would only meet the same answer.
const SLOW_CODES = new Set([1002, 1003, 1009, 1011, 4004, 4005, 4400, 4401, 4406, 4408, 4409, 4429, 4500]);

export const TOKEN_REFUSED = 4403;

export function retryWait(
  closeCode: number | undefined,
  attempt: number,
  random: () => number = Math.random,
): number {
  if (closeCode === PLANNED_RESTART && attempt === 0) return random() * RESTART_SPREAD;
  if (closeCode !== undefined && SLOW_CODES.has(closeCode)) return SLOW_RESTART * (1 + 2 * random());
  return backOff(attempt, random);
}
