import { describe, expect, it } from '@jest/globals';
import { bestOf, scoreOf } from './fuzzy.ts';

const COMMANDS = [
  'Mark it as read',
  'Mark it as unread',
  'Mark all as read',
  'Mute what it is about',
  'Applications',
  'Archive it, or move it back to the inbox',
  'Archived',
  'Préférences',
  'Sign out',
];
const found = (written: string) => bestOf(written, COMMANDS, (text) => text);

describe('what is written finds', () => {
  it.each([
    ['arch', 'Archived'],
    ['mar', 'Mark it as read'],
    ['mkread', 'Mark it as read'],
    ['mall', 'Mark all as read'],
    ['read all', 'Mark all as read'],
    ['so', 'Sign out'],
    ['app', 'Applications'],
    ['PREFERENCES', 'Préférences'],
    ['préf', 'Préférences'],
    ['àrchïved', 'Archived'],
  ])('%s first: %s', (written, first) => {
    // Two commands begin alike.
    expect(found(written).slice(0, written === 'arch' ? 2 : 1)).toContain(first);
  });

  it('everything, in its order, where nothing is written', () => {
    expect(found('')).toEqual(COMMANDS);
    expect(found('   ')).toEqual(COMMANDS);
  });

  it.each(['zzz', 'readmark', '.*', '[', '\\', '💥', 'constructor', 'x'.repeat(10_000)])(
    'nothing that has not all of it: %s',
    (written) => {
      expect(found(written)).toEqual([]);
    },
  );

  it('texts of any kind', () => {
    expect(scoreOf('مرحبا', 'قل مرحبا بالعالم')).not.toBeNull();
    expect(scoreOf('🎉', 'Party 🎉')).not.toBeNull();
    expect(scoreOf('a', '')).toBeNull();
  });
});

it('counts what begins a word, and what stands together, above letters here and there', () => {
  expect(scoreOf('ma', 'Mark all')!).toBeGreaterThan(scoreOf('ma', 'Theme auto')!);
  expect(scoreOf('rk', 'Mark')!).toBeGreaterThan(scoreOf('rk', 'Mirlak')!);
});
