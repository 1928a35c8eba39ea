import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { aboutOf } from '../../support/about.ts';
import { dataOf } from '../../support/acts.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { candidate, service } from '../../support/token.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const plain = { type: 'graded', title: 'Graded', message: 'See the mark.' };

describe('data comes back equal as JSON', () => {
  const nested = (levels: number): object => (levels === 1 ? {} : { in: nested(levels - 1) });
  const cases: [string, string][] = [
    ['empty', '{}'],
    ['numbers', '{"a":0,"b":-1.5,"c":1e21,"d":1e-7,"e":9007199254740991,"f":1e308,"g":5e-324,"h":0.1}'],
    ['other values', '{"a":null,"b":true,"c":false,"d":"","e":[],"f":{},"g":[null,[[]],{"h":[1]}]}'],
    ['words of the language', '{"__proto__":{"x":1},"constructor":{"prototype":{"y":2}},"toString":"z"}'],
    ['those inside', '{"in":{"__proto__":[{"__proto__":null}],"hasOwnProperty":1}}'],
    ['texts', '{"é":"ß","🌈":"👩‍👩‍👧","\\"":"\\\\u0000 \\\\ud800","\\n":"\\t\\u0001\\u2028","":"‮"}'],
    ['keys that are numbers', '{"10":1,"9":2,"-1":3,"01":4}'],
    ['16 levels', JSON.stringify(nested(16))],
    ['8 kB', JSON.stringify({ note: 'é'.repeat((8_192 - 12) / 2) + 'x' })],
  ];

  test.each(cases)('%s', async (what, text) => {
    const name = `data ${what}`;
    await server.ask(
      'mutation ($input: CreateNotificationInput!) { createNotification(input: $input) { created } }',
      { input: { ...plain, recipientId: name, data: JSON.parse(text) as object } },
      service(),
    );
    expect(await textsOf(name)).toEqual([sorted(text)]);
  });

  // The keys of GraphQL's own objects are names.
  const isWritable = ([, text]: [string, string]) =>
    [...text.matchAll(/"([^"]*)":/g)].every(([, key]) => /^[a-z_]\w*$/i.test(key!));

  test.each(cases.filter(isWritable))('%s, written in the document', async (what, text) => {
    const name = `literal ${what}`;
    const literal = text.replaceAll(/"(\w+)":/g, '$1:');
    const input = `{ recipientId: ${JSON.stringify(name)}, type: "graded", title: "T", message: "M", data: ${literal} }`;
    await dataOf(server.ask(`mutation { createNotification(input: ${input}) { created } }`, {}, service()));
    expect(await textsOf(name)).toEqual([sorted(text)]);
  });

  test('with a variable inside what is written in the document', async () => {
    await dataOf(
      server.ask(
        `mutation ($amount: Int!) { createNotification(input: { recipientId: "mixed", type: "t", title: "T",
          message: "M", data: { in: [{ amount: $amount }] } }) { created } }`,
        { amount: 15 },
        service(),
      ),
    );
    expect(await textsOf('mixed')).toEqual([sorted('{"in":[{"amount":15}]}')]);
  });

  const textsOf = async (name: string) =>
    (await aboutOf(server, candidate(name))).map(({ data }) => sorted(JSON.stringify(data)));
});

/** Equal for what is equal as JSON, also where a key is a word of the language. */
function sorted(text: string): string {
  const inOrder = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(inOrder);
    return Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)]);
  };
  return JSON.stringify(inOrder(JSON.parse(text)));
}
