import { describe, expect, test } from '@jest/globals';
import { checkArguments, type Given } from './arguments.ts';
import { Wording, type WordingText } from './wording.ts';

const english = { language: 'en', timeZone: 'UTC' } as const;
const german = { language: 'de', timeZone: 'UTC' } as const;

/** A wording whose message alone is of interest. */
const saying = (message: string, more: Partial<WordingText> = {}) =>
  new Wording('invoice_paid', [{ language: 'en', title: 'Paid', message, ...more }]);

const say = (message: string, given: Given = {}, reader: { timeZone: string } = english) => {
  const wording = saying(message);
  wording.rehearse();
  checkArguments(wording.arguments, given);
  return wording.message({ ...english, ...reader }, given);
};

describe('says', () => {
  test.each([
    [0, 'nothing is left'],
    [1, 'one invoice is left'],
    [1_200, '1,200 invoices are left'],
  ])('%s by a plural', (n, said) => {
    const text = '{n, plural, =0 {nothing is} one {one invoice is} other {# invoices are}} left';
    expect(say(text, { n })).toBe(said);
  });

  test.each([
    [1, '1st'],
    [2, '2nd'],
    [23, '23rd'],
    [11, '11th'],
  ])('%s by an ordinal', (n, said) => {
    expect(say('{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { n })).toBe(said);
  });

  test.each([
    ['EUR', 'in euros'],
    ['constructor', 'in something else'],
  ])('%s by a select', (currency, said) => {
    expect(say('in {currency, select, EUR {euros} other {something else}}', { currency })).toBe(said);
  });

  test.each([
    [true, 'late'],
    [false, 'in time'],
  ])('%s as a word', (isLate, said) => {
    expect(say('{isLate, select, true {late} other {in time}}', { isLate })).toBe(said);
  });

  test('numbers and money', () => {
    expect(
      say('{n, number} {m, number, ::currency/EUR} {p, number, percent}', { n: 1234.5, m: 3, p: 0.5 }),
    ).toBe('1,234.5 €3.00 50%');
  });

  test.each([
    ['Asia/Tokyo', '01/12/2026, 08:30'],
    ['America/New_York', '30/11/2026, 18:30'],
  ])('a moment by the clock in %s', (timeZone, said) => {
    const text = '{at, date, ::ddMMyyyy}, {at, time, ::HHmm}';
    expect(say(text, { at: '2026-11-30T23:30:00Z' }, { timeZone })).toBe(said);
    expect(say(text, { at: Date.parse('2026-11-30T23:30:00Z') }, { timeZone })).toBe(said);
  });

  test('a day without a time as that day, wherever its reader is', () => {
    const read = (timeZone: string) => say('{due, date, medium}', { due: '2026-12-01' }, { timeZone });
    expect(read('Pacific/Honolulu')).toBe('1 Dec 2026');
    expect(read('Pacific/Kiritimati')).toBe('1 Dec 2026');
  });

  test('what is quoted as it stands', () => {
    expect(say("It''s '{'not'}' an argument")).toBe("It's {not} an argument");
  });

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('an argument called %s', (name) => {
    const given = JSON.parse(`{ "${name}": "here" }`) as Given;
    expect(say(`{${name}}`, given)).toBe('here');
    expect(() => say(`{${name}}`, {})).toThrow(name);
  });
});

describe('hostile arguments stay plain text', () => {
  test.each([
    '<script>alert(1)</script>',
    '{name}',
    '{n, plural, other {#}}',
    "'{'",
    '{'.repeat(3_000),
    '&lt;b&gt;',
  ])('%#', (name) => {
    expect(say('Hello <b>{name}</b>', { name })).toBe(`Hello <b>${name}</b>`);
  });

  test('what is too long is cut', () => {
    const wording = saying('{x}'.repeat(200), { title: '{x}' });
    const given = { x: '😀'.repeat(4_000) };
    expect([...wording.message(english, given)]).toHaveLength(4_000);
    expect([...wording.title(english, given)]).toHaveLength(200);
  });
});

describe('links', () => {
  const link = (url: string, given: Given) => saying('', { url }).url(english, given);

  test('what they are filled in with stays a part of them', () => {
    expect(link('/orders/{id}', { id: '7' })).toBe('/orders/7');
    expect(link('/orders/{id}', { id: '../admin?x#y' })).toBe('/orders/..%2Fadmin%3Fx%23y');
  });

  test.each([
    ['{x}', 'javascript:alert(1)'],
    ['{x}', 'https://evil.example'],
    ['/{x}', '\n'.repeat(2_001)],
    ['https://{x}.example.com', 'evil.example/'],
  ])('%s with something unsafe is none', (url, x) => {
    expect(link(url, { x })).toBe(null);
  });

  test.each(['javascript:alert(1)', 'http://example.com', '//evil.example', 'orders'])(
    'the wording %s is refused',
    (url) => {
      expect(() => saying('', { url }).rehearse()).toThrow('wording.url');
    },
  );
});

describe('languages', () => {
  const of = (...languages: ('en' | 'de')[]) =>
    new Wording(
      'invoice_paid',
      languages.map((language) => ({ language, title: language, message: '' })) as [WordingText],
    );

  test("the reader's, else English, else the first", () => {
    expect(of('de', 'en').title(german, {})).toBe('de');
    expect(of('en').title(german, {})).toBe('en');
    expect(of('de').title(english, {})).toBe('de');
  });

  test('numbers are written as in the language of the text', () => {
    const wording = new Wording('t', [{ language: 'de', title: '{n, number}', message: '' }]);
    expect(wording.title(english, { n: 1.5 })).toBe('1,5');
  });

  test('what one of them needs all need', () => {
    const wording = new Wording('t', [
      { language: 'en', title: '{a}', message: '{n, plural, one {{b}} other {{c, date}}}' },
      { language: 'de', title: '{d, select, x {{e, number}} other {}}', message: '{a}', url: '/{f}' },
    ]);
    expect(wording.arguments).toEqual([
      { name: 'a', kind: 'TEXT' },
      { name: 'b', kind: 'TEXT' },
      { name: 'c', kind: 'DATE' },
      { name: 'd', kind: 'TEXT' },
      { name: 'e', kind: 'NUMBER' },
      { name: 'f', kind: 'TEXT' },
      { name: 'n', kind: 'NUMBER' },
    ]);
  });
});

describe('arguments are refused by name', () => {
  const check = (message: string, given: Given) => () => checkArguments(saying(message).arguments, given);

  test.each([undefined, null, {}, [], NaN, Infinity])('%p for a text', (who) => {
    expect(check('{who}', { who })).toThrow('"who"');
  });

  test.each(['1', true])('%p for a number', (n) => {
    expect(check('{n, number}', { n })).toThrow('"n"');
    expect(check('{n, plural, other {}}', { n })).toThrow('"n"');
  });

  test.each(['soon', '2026', '2026-11-30T10:00', '2026-13-01', 9e15, true])('%p for a moment', (at) => {
    expect(check('{at, date}', { at })).toThrow('"at"');
    expect(check('{at, time}', { at })).toThrow('"at"');
  });

  test.each([1, true, 'x', ''])('%p is good for a text', (who) => {
    expect(check('{who}', { who })).not.toThrow();
  });
});

describe('a template is refused', () => {
  const refused = (message: string) => expect(() => saying(message).rehearse());

  test.each([
    ['not closed', '{who'],
    ['without a name', '{}'],
    ['without `other`', '{n, plural, one {x}}'],
    ['of an unknown kind', '{n, spellout}'],
    ['with a currency that is none', '{n, select, x {{m, number, ::currency/X}} other {}}'],
    ['with money of no currency', '{m, number, currency}'],
    ['with a number that is a date', '{n, number} {n, date}'],
    ['of too many pieces', '{a}'.repeat(201)],
    ['of too many arguments', Array.from({ length: 51 }, (_, index) => `{a${index}}`).join('')],
    ['that goes too deep', `${'{a, select, other {'.repeat(9)}x${'}}'.repeat(9)}`],
    ['that goes much too deep', '{a,select,other{'.repeat(210) + '}}'.repeat(210)],
  ])('%s', (_what, message) => {
    refused(message).toThrow(/wording/);
  });
});

test.each(['', ' \n', '\u200b', '\u2800', '\u202e\u202c', '\u3164', '\ufffc', '\ufe0f\u{e0041}'])(
  'filled in with %j alone it says what is said where there is nothing',
  (x) => {
    const wording = saying('{x} {x}', { title: '{x}', emailSubject: '{x}', url: '{x}' });
    expect(wording.title(english, { x })).toBe('Invoice paid');
    expect(wording.message(english, { x })).toBe('');
    expect(wording.emailSubject(english, { x })).toBeUndefined();
    expect(wording.url(english, { x })).toBe(null);
  },
);

test('a reader never meets what is wrong', () => {
  const wording = saying('{n, plural, other {#}} {at, date}', { title: '{name}', url: '/{id}' });
  expect(wording.title(english, {})).toBe('Invoice paid');
  expect(wording.message(english, { n: 1, at: 'never' })).toBe('');
  expect(wording.url({ language: 'en', timeZone: 'UTC' }, { id: '\ud800' })).toBe(null);
});
