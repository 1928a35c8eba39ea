import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

const sheets = globSync('client/src/**/*.css').map((file) =>
  readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gs, ''),
);
// Those that code sets.
const SET_ELSEWHERE = ['--top-height', '--swipe', '--hue'];

test('every custom property that a style sheet uses is defined', () => {
  const all = sheets.join('\n');
  const defined = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = new Set([...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((name) => !defined.has(name) && !SET_ELSEWHERE.includes(name!))).toEqual([]);
});

test('no style sheet says left or right, which some languages write the other way', () => {
  const sides = /^\s*(?:[\w-]+-)?(?:left|right)(?:-[\w-]+)?\s*:.*|:\s*(?:left|right)\s*;/gm;
  expect(sheets.flatMap((sheet) => [...sheet.matchAll(sides)].map(([line]) => line.trim()))).toEqual([]);
});

/** The parts of a value, each with what stands in its brackets. */
const partsOf = (value: string): string[] => {
  const parts = [''];
  let depth = 0;
  for (const character of value.trim()) {
    depth += Number(character === '(') - Number(character === ')');
    if (depth === 0 && /\s/.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.filter(Boolean);
};

test('nor does one mean them, by four values of which the sides differ', () => {
  const shorthands =
    /^\s*(?:padding|margin|inset|border-(?:width|style|color)|scroll-(?:padding|margin))\s*:([^;]+);/gm;
  const found = sheets.flatMap((sheet) => [...sheet.matchAll(shorthands)]);
  expect(found.length).toBeGreaterThan(50);
  const areOneSided = ([, value]: RegExpMatchArray) => {
    const [, right, , left] = partsOf(value!);
    return left !== undefined && left !== right;
  };
  expect(found.filter(areOneSided).map(([line]) => line.trim())).toEqual([]);
});

test('nor goes one by :dir(), of which the build makes a list of languages: the direction stands on the page', () => {
  expect(sheets.filter((sheet) => sheet.includes(':dir('))).toEqual([]);
});
