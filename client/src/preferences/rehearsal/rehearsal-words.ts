import type { Channel, RehearsalQuery } from '../../generated/graphql.ts';

type Rehearsal = RehearsalQuery['rehearsal'];
type Counts = Rehearsal['channels'][number];

const WAYS: Record<Channel, string> = {
  IN_APP: 'with a ring',
  EMAIL: 'by e-mail',
  PUSH: 'by push',
  SMS: 'by SMS',
};

/** What the last days would have been: `12 fewer by e-mail, of which you read 3; 4 fewer with a ring.` */
export function rehearsalWords({ days, lookedAtCount, isComplete, channels }: Rehearsal): string {
  const changed = channels.flatMap(changesOf);
  const unknown = Math.max(0, ...channels.map(({ unknownCount }) => unknownCount));
  const since = `In the last ${days} days`;
  const looked = isComplete ? since : `${since}, of the newest ${lookedAtCount.toLocaleString('en')}`;
  const whole = changed.length > 0 ? `${changed.join('; ')}.` : 'nothing would have been different.';
  return `${looked}: ${whole}${unknown > 0 ? ` Of ${unknown} it cannot be said.` : ''}`;
}

function changesOf({ channel, moreCount, fewerCount, fewerReadCount, movedCount }: Counts): string[] {
  const way = WAYS[channel];
  return [
    fewerCount > 0 && `${fewerCount} fewer ${way}${readOf(fewerReadCount)}`,
    moreCount > 0 && `${moreCount} more ${way}`,
    movedCount > 0 && `${movedCount} ${way} at another time`,
  ].filter((words) => words !== false);
}

const readOf = (count: number): string => (count > 0 ? `, of which you read ${count}` : '');
