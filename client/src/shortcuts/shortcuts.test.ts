import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { keyWords } from './key-words.ts';
import { isBeginning, isSingleKey, SHORTCUTS, shortcutFor, type Place, type Shortcut } from './shortcuts.ts';
import { say } from '../words/words.ts';

const ALL: readonly Shortcut[] = SHORTCUTS;
const WHERE: Record<Place, string> = {
  anywhere: 'anywhere',
  list: 'where there is a list',
  notification: 'on a notification',
  row: 'in a list',
};

describe('the table of shortcuts', () => {
  it('gives each key one meaning, and none that begins another', () => {
    const keys = ALL.flatMap((shortcut) => shortcut.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter(isBeginning)).toEqual([]);
    expect(isBeginning('g')).toBe(true);
    expect(isBeginning('g n')).toBe(false);
  });

  it.each(['constructor', '__proto__', 'toString', '', 'g', '💥'])('knows nothing of “%s”', (keys) => {
    expect(shortcutFor(keys)).toBeUndefined();
  });

  it('has an off switch for letters and signs, and not for what needs a modifier or has a name', () => {
    const single = ALL.flatMap((shortcut) => shortcut.keys.filter(isSingleKey));
    expect(single).toEqual('g n,g a,g p,/,z,?,j,k,e,Shift+i,Shift+u,h,s,Shift+m,x,#'.split(','));
  });

  it('changes nothing over and over while a key is held down', () => {
    expect(ALL.filter(({ repeats }) => repeats).map(({ name }) => name)).toEqual(['next', 'previous']);
  });

  it('is what docs/keyboard.md says', () => {
    const cells = ALL.map(({ keys, does, place }) => [
      keys
        .map((one) => `\`${keyWords(one).replace('Ctrl+', one.startsWith('Mod') ? 'Ctrl/⌘+' : 'Ctrl+')}\``)
        .join(' or '),
      say(does),
      WHERE[place],
    ]);
    const table = [['keys', 'what they do', 'where'], ...cells];
    const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]!.length)));
    const line = (row: string[]) =>
      `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
    const [head, ...rows] = table.map(line);
    const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
    const page = readFileSync('docs/keyboard.md', 'utf8');
    expect(page.split('\n').filter((text) => text.startsWith('|'))).toEqual([head, rule, ...rows]);
  });
});
