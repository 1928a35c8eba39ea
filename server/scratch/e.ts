import fc from 'fast-check';
import { parse, validate, subscribe as sg } from 'graphql';
import { randomDocument } from '../test/support/random-document.ts';
import { richSamples, richSchema as schema, thing } from '../test/support/rich-schema.ts';
import { passedLimit } from '../src/platform/query-limits.ts';
import { CompiledDocument } from '../src/platform/compiled-document.ts';
import { subscribe } from '../src/platform/shared-execution.ts';
import { badInput, presentError } from '../src/platform/errors.ts';
function seen({ data, errors = [] }: any) {
  const told = errors.map((error: any) => {
    const { message, path = [], extensions } = presentError(error, 'id', () => undefined);
    let at: any = data;
    const end = path.findIndex((key: any) => { if (at == null) return true; at = at[key]; return false; });
    return end === -1 ? JSON.stringify([path, message, extensions!.code]) : JSON.stringify([path.slice(0, end), 'gone']);
  });
  return JSON.stringify({ data: JSON.stringify(data), errors: [...new Set(told)].sort() });
}
async function* eventsOf(e: any[]) { for (const x of e) yield await Promise.resolve(x); }
async function all(p: any) { const r = await p.catch(() => ({errors:[badInput('The subscription asks for nothing')]})); if (!(Symbol.asyncIterator in r)) return seen(r); const out: string[]=[]; for await (const x of r) out.push(seen(x)); return out.join('\n'); }
const arb = randomDocument({ schema, operation: 'subscription', samples: richSamples, sets: 3 });
let docs=0, compiled=0, bad=0, i=0; const t0=performance.now();
for (const {text, variables} of fc.sample(arb, {numRuns: 1500, seed: 16})) {
  const document = parse(text); i++;
  try { if (passedLimit(document) || validate(schema, document).length) continue; } catch { continue; }
  docs++;
  const shared = [0,1,2].map(k=>thing(i+k));
  const f = (run: any, set: any) => all(run({schema, document, variableValues: set, subscribeFieldResolver: () => eventsOf(shared)}));
  for (const set of variables) { if (CompiledDocument.of(schema, document)?.formFor(set)) compiled++; const [a,b]=[await f(subscribe,set), await f(sg,set)]; if (a!==b) { bad++; if (bad<4) console.log(text, set, '\n', a, '\n', b); } }
}
console.log({docs, compiled, bad}, performance.now()-t0);
