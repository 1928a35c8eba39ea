import { beforeEach, expect, it } from '@jest/globals';
import { keepPlace, placeKept } from './kept-places.ts';

const place = (seq: number) => ({ seq, top: 10.5, index: 3, focusedSeq: null });

beforeEach(() => window.sessionStorage.clear());

it('remembers the last place of each entry of the history', () => {
  keepPlace('a', place(1));
  keepPlace('b', { ...place(2), focusedSeq: 7 });
  keepPlace('a', place(3));
  expect([placeKept('a'), placeKept('b'), placeKept('c')]).toEqual([
    place(3),
    { ...place(2), focusedSeq: 7 },
    null,
  ]);
});

it('forgets the oldest when there are many', () => {
  for (let index = 0; index < 40; index++) keepPlace(`entry ${index}`, place(index));
  expect([placeKept('entry 9'), placeKept('entry 10')]).toEqual([null, place(10)]);
});

it.each(['constructor', '__proto__'])('knows no place of an entry that is called %s', (name) => {
  expect(placeKept(name)).toBeNull();
  keepPlace(name, place(1));
  expect(placeKept(name)).toEqual(place(1));
});

it.each(['{', '{}', 'null', '[1]', '[["a"]]', '[["a", null]]', '[["a", {"seq": "1"}]]'])(
  'takes %s, whoever has written it, for nothing',
  (written) => {
    window.sessionStorage.setItem('carillon-places', written);
    expect(placeKept('a')).toBeNull();
    keepPlace('a', place(1));
    expect(placeKept('a')).toEqual(place(1));
  },
);
