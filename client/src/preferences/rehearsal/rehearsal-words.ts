import type { Channel, RehearsalQuery } from '../../generated/graphql.ts';
import { say, type PlainKey } from '../../words/words.ts';

type Rehearsal = RehearsalQuery['rehearsal'];
type Counts = Rehearsal['channels'][number];

const WAYS: Record<Channel, PlainKey> = {
  IN_APP: 'preferences.withRing',
  EMAIL: 'preferences.byEmail',
  PUSH: 'preferences.byPush',
  SMS: 'preferences.bySms',
};

/** What the last days would have been: `12 fewer by e-mail, of which you read 3; 4 fewer with a ring.` */
export function rehearsalWords({ days, lookedAtCount, isComplete, channels }: Rehearsal): string {
  const changed = channels.flatMap(changesOf);
  const unknown = Math.max(0, ...channels.map(({ unknownCount }) => unknownCount));
  const looked = isComplete
    ? say('preferences.inDays', { days })
    : say('preferences.inDaysOfNewest', { days, count: lookedAtCount });
  const changes = changed.length > 0 ? `${changed.join('; ')}.` : say('preferences.noDifference');
  const whole = say('preferences.rehearsal', { days: looked, changes });
  return unknown > 0 ? `${whole} ${say('preferences.unknownCount', { count: unknown })}` : whole;
}

function changesOf({ channel, moreCount, fewerCount, fewerReadCount, movedCount }: Counts): string[] {
  const way = say(WAYS[channel]);
  const fewer = { count: fewerCount, way };
  return [
    fewerCount > 0 &&
      (fewerReadCount > 0
        ? say('preferences.fewerRead', { ...fewer, read: fewerReadCount })
        : say('preferences.fewer', fewer)),
    moreCount > 0 && say('preferences.more', { count: moreCount, way }),
    movedCount > 0 && say('preferences.moved', { count: movedCount, way }),
  ].filter((words) => words !== false);
}
