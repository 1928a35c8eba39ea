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
