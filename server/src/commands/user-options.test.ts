import { expect, test } from '@jest/globals';
import { userOptions } from './user-options.ts';

const ada = (email: string, ...more: string[]) => ['--email', email, '--name', 'Ada', ...more];

test('a user is a candidate unless it is said otherwise', () => {
  const user = { email: 'ada@example.com', name: 'Ada', role: 'CANDIDATE', id: undefined };
  expect(userOptions(ada('ada@example.com'))).toEqual(user);
  expect(userOptions(ada('ada@example.com', '--role', 'ADMIN', '--id', 'ada'))).toEqual({
    ...user,
    role: 'ADMIN',
    id: 'ada',
  });
  expect(userOptions(['--help'])).toBeUndefined();
});

test.each([
  ['nothing', []],
  ['no name', ['--email', 'a@example.com']],
  ['no address', ['--name', 'Ada']],
  ['two addresses', ada('a@example.com, b@example.com')],
  ['an address with a name', ada('Ada <ada@example.com>')],
  ['what is no address', ada('ada')],
  ['an address with a line end', ada('ada@example.com\n')],
  ['a blank name', ['--email', 'a@example.com', '--name', ' ']],
  ['a name with a control', ['--email', 'a@example.com', '--name', 'A\0']],
  ['a role that there is not', ada('a@example.com', '--role', 'constructor')],
  ['an empty id', ada('a@example.com', '--id', '')],
  ['an id of 256 characters', ada('a@example.com', '--id', 'x'.repeat(256))],
  ['a word too many', ada('a@example.com', 'three odd bells')],
])('who gives %s is told how it is used', (_what, args) => {
  expect(() => userOptions(args)).toThrow('--email ADDRESS');
});
