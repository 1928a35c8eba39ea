import { say } from '../../words/words.ts';
/** So many are told one by one, and stand at once; more than that helps nobody. */
export const MAX_SINGLE = 3;
/** Within this time they count together, whether they have gone again or not. */
export const WINDOW = 10_000;

/**
 * What is told of arrivals in one place: on the screen, or by the system's notifications. A few are told one by one;
 * when more come than that, over time or at once, the others are one number that grows.
 */
export type Crowd = {
  /** Told one by one; those that went stay here until they no longer count. */
  singles: readonly { id: string; at: number; isStanding: boolean }[];
  /** What the number stands for. */
  summed: readonly string[];
  /** All of the number came while the reader was away. */
  isReplay: boolean;
  /** The reader sent the number away: until then it grows unseen. */
  quietUntil: number;
};

export const NOBODY: Crowd = { singles: [], summed: [], isReplay: false, quietUntil: -Infinity };

/** @param isReplay they came while the reader was away, and are told as one number however few they are */
export function arrive(crowd: Crowd, ids: readonly string[], now: number, isReplay = false): Crowd {
  const singles = crowd.singles.filter(({ at, isStanding }) => isStanding || now < at + WINDOW);
  const known = new Set([
    ...crowd.summed,
    ...singles.filter(({ isStanding }) => isStanding).map(({ id }) => id),
  ]);
  const fresh = [...new Set(ids)].filter((id) => !known.has(id));
  if (fresh.length === 0) return { ...crowd, singles };
  const isCalm = crowd.summed.length === 0 && now >= crowd.quietUntil;
  if (!isReplay && isCalm && singles.length + fresh.length <= MAX_SINGLE) {
    return { ...crowd, singles: [...singles, ...fresh.map((id) => ({ id, at: now, isStanding: true }))] };
  }
  return {
    ...crowd,
    singles,
    summed: [...crowd.summed, ...fresh],
    isReplay: isReplay && (crowd.isReplay || crowd.summed.length === 0),
  };
}

/** They went, by themselves or since the reader has dealt with them: nothing to tell of them any more. */
export function leave(crowd: Crowd, ids: Iterable<string>): Crowd {
  const gone = new Set(ids);
  return {
    ...crowd,
    singles: crowd.singles.map((single) => (gone.has(single.id) ? { ...single, isStanding: false } : single)),
    summed: crowd.summed.filter((id) => !gone.has(id)),
  };
}

/** The number went. When the reader sent it away, it does not come back at once. */
export function endSum(crowd: Crowd, now: number, isSentAway: boolean): Crowd {
  return { ...crowd, summed: [], quietUntil: isSentAway ? now + WINDOW : crowd.quietUntil };
}

export function standing({ singles }: Crowd): string[] {
  return singles.filter(({ isStanding }) => isStanding).map(({ id }) => id);
}

/** The number in words; null when there is none to show now. */
export function sumWords({ singles, summed, isReplay, quietUntil }: Crowd, now: number): string | null {
  const count = summed.length;
  if (count === 0 || now < quietUntil) return null;
  if (isReplay) return say('notification.whileAway', { count });
  const isMore = singles.some(({ isStanding }) => isStanding);
  return say(isMore ? 'notification.moreNewCount' : 'notification.newCount', { count });
}
