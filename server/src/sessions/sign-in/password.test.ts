import { expect, test } from '@jest/globals';
import { faultOfPassword } from './password.ts';

test.each([
  ['short', 'carillon'],
  ['none', ''],
  ['one key', 'aaaaaaaaaaaaaaaa'],
  ['the rows of the keyboard', 'qwertyuiopasdf'],
  ['one word again and again', 'bellbellbellbell'],
  ['two lines', 'three odd bells\nat noon'],
  ['with a NUL', 'three odd bells\0'],
  ['half a character', 'three odd bells \ud800'],
  ['blanks', ' '.repeat(20)],
  ['too long', 'three odd bells at noon '.repeat(30)],
])('nobody signs in with a password that is %s', (_what, password) => {
  expect(faultOfPassword(password)).toMatch(/^The password .*\.$/);
});

test.each([
  'three odd bells at noon',
  'kq83hfZ0pLw7',
  'ein früher Glockenschlag',
  '三つの鐘が正午に鳴る音がする',
])('but with %j', (password) => expect(faultOfPassword(password)).toBeUndefined());
