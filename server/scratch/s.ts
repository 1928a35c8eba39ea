import fc from 'fast-check';
import { randomDocument } from '../test/support/random-document.ts';
import { richSamples, richSchema as schema } from '../test/support/rich-schema.ts';
const arb = randomDocument({ schema, operation: 'query', samples: richSamples, sets: 3 });
for (const {text} of fc.sample(arb, {numRuns: 25, seed: 5})) console.log(text.replace(/\s+/g,' '));
