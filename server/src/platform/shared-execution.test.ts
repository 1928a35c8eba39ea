import { expect, test } from '@jest/globals';
import { buildSchema, parse, type ExecutionResult } from 'graphql';
import { subscribe } from './shared-execution.ts';

const schema = buildSchema(`
  type Query { none: Int }
  type Event { text(loud: Boolean = false): String! }
  type Subscription { happened(after: Int): Event! }
`);

interface Told {
  happened: { text: (args: { loud: boolean }) => string };
}

/** An event that counts how often somebody looks at it. */
function countedEvent(words: string) {
  const counted = { looks: 0 };
  const text = ({ loud }: { loud: boolean }) => {
    counted.looks++;
    return loud ? words.toUpperCase() : words;
  };
  return { counted, event: { happened: { text } } satisfies Told };
}

async function* once(event: Told) {
  yield await Promise.resolve(event);
}

/** What a subscription makes of the event. */
async function first(document: ReturnType<typeof parse>, event: Told, variableValues = {}) {
  const rootValue = { happened: () => once(event) };
  const results = (await subscribe({
    schema,
    document,
    rootValue,
    variableValues,
  })) as AsyncIterable<ExecutionResult>;
  for await (const { data } of results) return JSON.stringify(data);
  return undefined;
}

test('executes an event once for all subscriptions of a document, wherever they began', async () => {
  const document = parse('subscription ($after: Int) { happened(after: $after) { text } }');
  const { counted, event } = countedEvent('hello');
  const answers = [await first(document, event, { after: 1 }), await first(document, event, { after: 2 })];
  expect(answers).toEqual(Array(2).fill('{"happened":{"text":"hello"}}'));
  expect(counted.looks).toBe(1);
});

test('keeps documents apart, and events', async () => {
  const [plain, aliased] = [
    parse('subscription { happened { text } }'),
    parse('subscription { happened { t: text } }'),
  ];
  const [one, two] = [countedEvent('one'), countedEvent('two')];
  expect(await first(plain, one.event)).toBe('{"happened":{"text":"one"}}');
  expect(await first(aliased, one.event)).toBe('{"happened":{"t":"one"}}');
  expect(await first(plain, two.event)).toBe('{"happened":{"text":"two"}}');
});

test('does not share where variables reach into the event', async () => {
  const document = parse('subscription ($loud: Boolean) { happened { text(loud: $loud) } }');
  const { event } = countedEvent('hello');
  expect(await first(document, event, { loud: false })).toBe('{"happened":{"text":"hello"}}');
  expect(await first(document, event, { loud: true })).toBe('{"happened":{"text":"HELLO"}}');
  const skipping = parse('subscription ($no: Boolean!) { happened { text @skip(if: $no) } }');
  expect(await first(skipping, event, { no: false })).toBe('{"happened":{"text":"hello"}}');
  expect(await first(skipping, event, { no: true })).toBe('{"happened":{}}');
});

test.each([
  ['in a fragment', '{ happened { ...F } } fragment F on Event { text(loud: $loud) }'],
  [
    'in a fragment of a fragment',
    '{ ...S } fragment S on Subscription { happened { ...F } } fragment F on Event { text(loud: $loud) }',
  ],
  ['in an inline fragment', '{ happened { ... on Event { text(loud: $loud) } } }'],
  [
    'under a condition in a fragment',
    '{ happened { ...F } } fragment F on Event { text l: text(loud: true) @include(if: $loud) }',
  ],
  [
    'under a condition of a fragment',
    '{ happened { text ...F @include(if: $loud) } } fragment F on Event { l: text(loud: true) }',
  ],
])('does not share where variables reach into the event %s', async (_where, text) => {
  const document = parse(`subscription ($loud: Boolean!) ${text}`);
  const { event } = countedEvent('hello');
  const told = [await first(document, event, { loud: false }), await first(document, event, { loud: true })];
  expect(told[0]).not.toContain('HELLO');
  expect(told[1]).toContain('HELLO');
});

test('shares where variables are about the subscription alone, and takes fragments without for that', async () => {
  const document = parse(
    'subscription ($after: Int) { happened(after: $after) { ...F } } fragment F on Event { text }',
  );
  const { counted, event } = countedEvent('hello');
  for (const after of [1, 2, 3]) await first(document, event, { after });
  expect(counted.looks).toBe(1);
});

test('where nothing is left of a subscription it says so', async () => {
  const document = parse('subscription { happened @skip(if: true) { text } }');
  expect(await subscribe({ schema, document })).toMatchObject({
    errors: [{ message: 'The subscription asks for nothing', extensions: { code: 'BAD_USER_INPUT' } }],
  });
});
