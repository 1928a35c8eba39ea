import Sequencer from '@jest/test-sequencer';

/** Where nothing is known of earlier runs, Jest begins with the largest files; the longest are the stories, and short. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isStory = ({ path }) => path.includes('/stories/');
    const sorted = super.sort(tests);
    return [...sorted.filter(isStory), ...sorted.filter((test) => !isStory(test))];
  }
}
