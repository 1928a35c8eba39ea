import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { bareSchema } from '../../../bare-schema.ts';
import { pointsOf } from './cost-formula.ts';
import { Documents } from './documents.ts';
import { QueryCosts } from './query-cost.ts';
import { costLimits } from './query-limits.ts';

const schema = bareSchema();
const costs = new QueryCosts(schema);

const operations = (document: DocumentNode): OperationDefinitionNode[] =>
  document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);

function costOf(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  return pointsOf(costs.formulaOf(document, operations(document)[0]!), variables);
}

const PAGE = (args: string) => `notifications${args} { edges { node { id } } }`;
/** An edge, a node and an id each, and the list itself. */
const pageOf = (items: number) => 1 + 3 * items;

describe('an operation costs', () => {
  test.each<[string, string, Record<string, unknown>, number]>([
    ['one for each value', '{ viewer { id name } }', {}, 3],
    ['what a page has if it is not said', `{ ${PAGE('')} }`, {}, pageOf(20)],
    ['what a page was asked for', `{ ${PAGE('(first: 7)')} }`, {}, pageOf(7)],
    ['the same backwards', `{ ${PAGE('(last: 7)')} }`, {}, pageOf(7)],
    ['no more than a page can have', `{ ${PAGE('(first: 1000000)')} }`, {}, pageOf(100)],
    ['what a variable says', `query ($n: Int) { ${PAGE('(first: $n)')} }`, { n: 3 }, pageOf(3)],
    ['the default of a variable', `query ($n: Int = 50) { ${PAGE('(first: $n)')} }`, {}, pageOf(50)],
    ['the usual page for a null', `query ($n: Int = 50) { ${PAGE('(first: $n)')} }`, { n: null }, pageOf(20)],
    ['the usual page without a variable', `query ($n: Int) { ${PAGE('(first: $n)')} }`, {}, pageOf(20)],
    [
      'the usual page for what is no number',
      `query ($n: Int) { ${PAGE('(first: $n)')} }`,
      { n: 'x' },
      pageOf(20),
    ],
    ['the larger of two', `query ($n: Int) { ${PAGE('(first: 5, last: $n)')} }`, { n: 9 }, pageOf(9)],
    [
      'each alias',
      `query ($n: Int) { a: ${PAGE('(first: $n)')} b: ${PAGE('(first: 2)')} }`,
      { n: 4 },
      pageOf(4) + pageOf(2),
    ],
    [
      'what is in fragments, wherever they are spread',
      `query ($n: Int) { notifications(first: $n) { ...C } }
       fragment C on NotificationConnection { edges { ...E ...E } pageInfo { hasNextPage } }
       fragment E on NotificationEdge { node { id } }`,
      { n: 10 },
      1 + 10 * (1 + 2 + 2) + 2,
    ],
    ['a long text as much as twenty short ones', '{ notification(id: "1") { message } }', {}, 21],
    ['a list with a bound of its own', '{ notification(id: "1") { deliveries { channel } } }', {}, 1 + 4 * 2],
    ['lists in lists', '{ preferences { categories { channels { isOn } } } }', {}, 1 + 500 * (1 + 4 * 2)],
    [
      'what an event can have',
      'subscription { inboxChanges { upserted { id } removedIds } }',
      {},
      1 + 200 * 3,
    ],
    [
      'more of a delta that is asked for',
      '{ inboxChanges(afterSeq: 0, first: 500) { upserted { id } } }',
      {},
      1001,
    ],
    [
      'of fields that exclude each other just the dearest, as often as it stands there',
      '{ notification(id: "1") { actions { label } more: actions { label } outcome { at by { name } } } }',
      {},
      1 + 2 * 4 * 2,
    ],
    [
      'the dearest, whichever it is',
      '{ notification(id: "1") { id outcome { at by { name } ...C } actions { label } } } fragment C on ActionOutcome { comment }',
      {},
      1 + 1 + (1 + 1 + 2 + 10),
    ],
    [
      'everything under a condition',
      'query ($x: Boolean!) { viewer { id @skip(if: $x) name @include(if: $x) } }',
      { x: true },
      3,
    ],
  ])('%s', (_what, text, variables, expected) => {
    expect(costOf(text, variables)).toBe(expected);
  });
});

test('a list that does not say how long it can be is a fault of the schema', () => {
  const careless = buildSchema('type Query { all: [Int] }');
  expect(() => new QueryCosts(careless)).toThrow('Query.all is a list and does not say how long it can be');
});

describe('our own client stays far below the limits', () => {
  const file = new URL('../../../../../client/src/generated/trusted-documents.json', import.meta.url);
  const texts = Object.values(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>);
  // As they are written: of two with one name the longer has the names of types too, which Apollo asks for.
  const shortestLast = texts.sort((a, b) => b.length - a.length).map((text) => parse(text));
  const byName = new Map(shortestLast.map((document) => [operations(document)[0]!.name!.value, document]));
  const cases = [...byName].map(([name, document]) => [name, document, operations(document)[0]!] as const);

  test.each(cases)('%s', (_name, document, operation) => {
    const cost = pointsOf(costs.formulaOf(document, operation), { first: 100 });
    // A delta or a page of the most that there can be; or all preferences, with 500 categories and 1,000 muted things.
    expect(cost).toBeLessThanOrEqual(costLimits.signedIn.cost * 0.6);
    // Who is not signed in any more is told that, and not that it costs too much.
    expect(cost).toBeLessThanOrEqual(costLimits.anonymous.cost);
  });

  // Its rows have 256 kB together, but not in the words of declared types: so each text counts as long as it may be.
  test.each(['MissedChanges', 'InboxChanges'])('%s costs less than two thirds with 200 rows', (delta) => {
    const [, document, operation] = cases.find(([name]) => name === delta)!;
    const cost = pointsOf(costs.formulaOf(document, operation), {});
    expect(cost).toBeLessThanOrEqual(costLimits.signedIn.cost * (2 / 3));
  });

  test('a first page of 100 with everything that it shows costs less than a third', () => {
    const [, document, operation] = cases.find(([name]) => name === 'Notifications')!;
    const cost = pointsOf(costs.formulaOf(document, operation), { first: 100 });
    expect(cost).toBeLessThanOrEqual(costLimits.signedIn.cost / 3);
  });
});

test('a known document costs a step for each of its pages, not for each of its fields', () => {
  const text = `query ($n: Int) { ${Array.from({ length: 8 }, (_, index) => `a${index}: ${PAGE('(first: $n)')}`).join(' ')} ...F }
    fragment F on Query { viewer { ${'id name role '.repeat(100)} } }`;
  const document = parse(text);
  const { pages } = costs.formulaOf(document, operations(document)[0]!);
  expect(pages).toHaveLength(8);
  for (const { each } of pages) expect(each.pages).toHaveLength(0);
});

test('an operation is chosen by its name', () => {
  const documents = new Documents(schema, { introspection: true });
  const document = documents.admit(`query Small { viewer { id } } query Large { ${PAGE('(first: 100)')} }`);
  const cost = (operationName: string) => documents.costOf({ document, operationName, isAnonymous: false });
  expect([cost('Small'), cost('Large'), cost('Other')]).toEqual([2, pageOf(100), 0]);
});
