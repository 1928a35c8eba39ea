import Sequencer from '@jest/test-sequencer';

// What waits more than it works: for something that was killed to be missed, for a limit of time to pass.
const WAITING = [
  /server\/test\/chaos\//,
  /(killed|outage|guessing|pool-size|slow-requests|oldest-postgres)\.test\.ts$/,
  /features\/email\/jobs\.test\.ts$/,
  /platform\/postgres\/database\.test\.ts$/,
];

/** The long ones work: they drive a browser. */
const isStory = ({ path }) => path.includes('/stories/');
const isWaiting = ({ path }) => WAITING.some((pattern) => pattern.test(path));
const WORKING_BESIDE_ONE_THAT_WAITS = 2;

/**
 * Where nothing is known of earlier runs, Jest begins with the largest files; the longest are short. So they come first,
 * each that waits beside those that work meanwhile, and none is left to run alone at the end.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const waiting = sorted.filter(isWaiting).sort((a, b) => Number(isChaos(b)) - Number(isChaos(a)));
    const stories = sorted.filter(isStory);
    const others = sorted.filter((test) => !isStory(test) && !isWaiting(test));
    return [...between(waiting, stories), ...others];
  }
}

/** The longest of all. */
const isChaos = ({ path }) => path.endsWith('/chaos.test.ts');

function between(waiting, working) {
  const left = [...working];
  const mixed = waiting.flatMap((test) => [test, ...left.splice(0, WORKING_BESIDE_ONE_THAT_WAITS)]);
  return [...mixed, ...left];
}
