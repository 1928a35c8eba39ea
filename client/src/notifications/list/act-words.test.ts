import { afterEach, beforeAll, expect, it } from '@jest/globals';
import { learnAll } from '../../../test/words.ts';
import { LANGUAGES } from '../../words/languages.ts';
import { speak } from '../../words/words.ts';
import { failureWords } from '../../inbox/acts/failure-words.ts';
import { doneWords } from './act-words.ts';

const ACTS = [
  'READ',
  'UNREAD',
  'ARCHIVE',
  'UNARCHIVE',
  'DELETE',
  'SNOOZE',
  'UNSNOOZE',
  'PIN',
  'UNPIN',
] as const;

beforeAll(learnAll);
afterEach(() => speak('en'));

it('says of one what was done, and of more how many', () => {
  expect(doneWords({ act: 'ARCHIVE' }, 1)).toBe('Archived');
  expect(doneWords({ act: 'UNARCHIVE' }, 3)).toBe('3 moved back to the inbox');
  expect(doneWords({ act: 'READ' }, 1)).toBe('1 marked as read');
  expect(doneWords({ act: 'SNOOZE', until: '2020-01-05T08:00:00Z' }, 2)).toMatch(/^2 snoozed until .*2020/);
  speak('de');
  expect(doneWords({ act: 'PIN' }, 1)).toBe('Angeheftet');
  expect(doneWords({ act: 'DELETE' }, 2)).toBe('2 gelöscht');
  speak('ar');
  expect(doneWords({ act: 'UNPIN' }, 2)).toBe('أُلغي تثبيت إشعارين');
});

it.each(LANGUAGES)('has other words for each act, in %s', (language) => {
  speak(language);
  for (const count of [1, 2]) {
    expect(new Set(ACTS.map((act) => doneWords({ act }, count))).size).toBe(ACTS.length);
  }
  expect(new Set(ACTS.map((act) => failureWords(act, false))).size).toBe(ACTS.length);
  expect(failureWords('ARCHIVE', true)).not.toBe(failureWords('ARCHIVE', false));
});
