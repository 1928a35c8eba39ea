import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contained, isolated } from './bidi.ts';

const [LRE, RLO, PDF, LRI, RLI, FSI, PDI] = [...'\u202a\u202e\u202c\u2066\u2067\u2068\u2069'] as [
  string,
  string,
  string,
  string,
  string,
  string,
  string,
];
const ALEF = 'א';

describe.each([
  ['contained', contained],
  ['isolated', isolated],
])('%s', (_name, change) => {
  test.each([
    ['an override that nobody ends', `a${RLO}b`, `${FSI}a${RLO}b${PDI}`],
    ['an embedding that nobody ends', `${LRE}b`, `${FSI}${LRE}b${PDI}`],
    ['an end of nothing', `a${PDI}${RLO}b`, `${FSI}a${RLO}b${PDI}`],
    ['an end of an embedding', `a${PDF}b`, `${FSI}a${PDF}b${PDI}`],
    ['isolates that nobody ends', `${LRI}a${RLI}b`, `${FSI}${LRI}a${RLI}b${PDI}${PDI}${PDI}`],
    ['what is whole', `${RLI}${ALEF}${PDI}`, `${FSI}${RLI}${ALEF}${PDI}${PDI}`],
    ['each line by itself', `a${RLO}b\nc\r\nd${LRI}`, `${FSI}a${RLO}b${PDI}\nc\r\n${FSI}d${LRI}${PDI}${PDI}`],
  ])('%s', (_what, text, expected) => {
    expect(change(text)).toBe(expected);
  });

  test.each(['', 'a', 'ä🎉 é\u200d', '👨‍👩‍👧‍👦', 'a\nb\r\n'])('%j stays as it is', (text) => {
    expect(change(text)).toBe(text);
  });

  test('in no line is anything ended that was not begun, or begun and not ended', () => {
    const piece = fc.constantFrom(LRE, RLO, PDF, LRI, RLI, FSI, PDI, 'a', ALEF, '\n', '\u2029', '🎉');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const changed = change(text);
        const bare = (whole: string) => whole.replace(/[\u2066-\u2069]/g, '');
        expect(bare(changed)).toBe(bare(text));
        for (const line of changed.split(/[\n\u2029]/)) {
          let open = 0;
          for (const character of line) {
            if (character === PDI) open--;
            // Whatever may reorder text does so within an isolate.
            if ([LRE, RLO, PDF].includes(character)) expect(open).toBeGreaterThan(0);
            if ([LRI, RLI, FSI].includes(character)) open++;
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
        }
      }),
      { seed: 11, numRuns: 2_000 },
    );
  });
});

test('on lines of its own Hebrew says by itself from where it is read; amid other text it is kept to itself', () => {
  expect(contained(`${ALEF}\nb`)).toBe(`${ALEF}\nb`);
  expect(isolated(`${ALEF}\nb`)).toBe(`${FSI}${ALEF}${PDI}\nb`);
});
