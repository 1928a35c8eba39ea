import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  execute as interpret,
  parse,
  subscribe as subscribeByGraphql,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
} from 'graphql';
import { randomDocument } from '../../support/graphql/random-document.ts';
import { richSamples, richSchema as schema, thing } from '../../support/graphql/rich-schema.ts';
import { CompiledDocument } from '../../../src/platform/graphql/execution/compiled-document.ts';
import { badInput, presentError } from '../../../src/platform/errors.ts';
import { execute } from '../../../src/platform/graphql/execution/execution.ts';
import { passedLimit } from '../../../src/platform/graphql/admission/query-limits.ts';
import { subscribe } from '../../../src/platform/graphql/execution/shared-execution.ts';

/** Another one with CARILLON_TEST_SEED=…. */
const seed = Number(process.env.CARILLON_TEST_SEED ?? 16);
/** Of each set of variables; a document is compiled before the second. */
const RUNS = 3;

/**
 * What a caller sees. Of what became null since something in it could not be, graphql says nothing more than it had
 * found until then, which depends on who was first: of these errors it is compared that there are any.
 */
function seen({ data, errors = [] }: ExecutionResult): unknown {
  const told = errors.map((error) => {
    const { message, path = [], extensions } = presentError(error, 'id', () => undefined);
    let at: unknown = data;
    const end = path.findIndex((key) => {
      if (at === null || at === undefined) return true;
      at = (at as Record<string, unknown>)[key];
      return false;
    });
    return end === -1
      ? JSON.stringify([path, message, extensions?.code])
      : JSON.stringify([path.slice(0, end), 'gone']);
  });
  return { data: JSON.stringify(data), errors: [...new Set(told)].sort() };
}

function isValid(document: DocumentNode): boolean {
  try {
    return validate(schema, document).length === 0;
  } catch {
    return false; // a variable decides about a subscription's own field
  }
}

function validated(text: string): DocumentNode {
  const document = parse(text);
  fc.pre(!passedLimit(document) && isValid(document));
  return document;
}

test('a document means the same however often it has run, whatever it asks for', async () => {
  let compiled = 0;
  let failed = 0;
  const arbitrary = randomDocument({ schema, operation: 'query', samples: richSamples, sets: 3 });
  const property = fc.asyncProperty(arbitrary, async ({ text, variables }) => {
    const document = validated(text);
    if (CompiledDocument.of(schema, document)) compiled++;
    const expected = new Map<object, unknown>();
    for (const set of variables) {
      const result = await interpret({ schema, document, variableValues: set });
      expected.set(set, seen(result));
      if (result.errors) failed++;
    }
    for (let run = 0; run < RUNS; run++)
      for (const set of variables)
        expect(seen(await execute({ schema, document, variableValues: set }))).toEqual(expected.get(set));
  });
  await fc.assert(property, { seed, numRuns: 1_500 });
  // The property says little unless both have happened often.
  expect(compiled).toBeGreaterThan(700);
  expect(failed).toBeGreaterThan(300);
}, 300_000);

async function* eventsOf(events: readonly object[]) {
  for (const event of events) yield await Promise.resolve(event);
}

async function all(subscribing: Promise<unknown>): Promise<unknown[]> {
  // Where nothing is left of a subscription graphql stumbles; we say so.
  const results = await subscribing.catch(() => ({
    errors: [badInput('The subscription asks for nothing')],
  }));
  if (!(Symbol.asyncIterator in (results as object))) return [seen(results as ExecutionResult)];
  const told: unknown[] = [];
  for await (const result of results as AsyncIterable<ExecutionResult>) told.push(seen(result));
  return told;
}

test('an event means the same for each who follows, whatever the others asked for', async () => {
  let compiled = 0;
  const arbitrary = randomDocument({ schema, operation: 'subscription', samples: richSamples, sets: 3 });
  const property = fc.asyncProperty(arbitrary, fc.nat({ max: 11 }), async ({ text, variables }, from) => {
    const document = validated(text);
    // One user's events are the same objects for all of their subscriptions.
    const shared = Array.from({ length: RUNS }, (_, index) => thing(from + index));
    const argsOf = (variableValues: Record<string, unknown>): ExecutionArgs => ({
      schema,
      document,
      variableValues,
    });
    if (CompiledDocument.of(schema, document)) compiled++;
    const follow = (run: typeof subscribe, set: Record<string, unknown>) =>
      all(run({ ...argsOf(set), subscribeFieldResolver: () => eventsOf(shared) }));
    for (const set of variables) {
      expect(await follow(subscribe, set)).toEqual(await follow(subscribeByGraphql, set));
    }
  });
  await fc.assert(property, { seed, numRuns: 1_000 });
  expect(compiled).toBeGreaterThan(300);
}, 300_000);
