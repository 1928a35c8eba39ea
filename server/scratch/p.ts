import fc from 'fast-check';
import { parse, validate, execute as interpret } from 'graphql';
import { randomDocument } from '../test/support/random-document.ts';
import { richSamples, richSchema as schema } from '../test/support/rich-schema.ts';
import { passedLimit } from '../src/platform/query-limits.ts';
import { CompiledDocument } from '../src/platform/compiled-document.ts';
const arb = randomDocument({ schema, operation: 'query', samples: richSamples, sets: 4 });
let n=0, invalid=0, limited=0, alike=0; const why: Record<string, number>={}; 
let tGen=performance.now();
const samples = fc.sample(arb, {numRuns: 600, seed: 16});
console.log('gen', performance.now()-tGen);
for (const {text, variables} of samples) {
  const d = parse(text); n++;
  if (passedLimit(d)) { limited++; continue; }
  const e = validate(schema, d); if (e.length) { invalid++; const k=e[0]!.message.replace(/"[^"]*"/g,'"…"').slice(0,90); why[k]=(why[k]??0)+1; continue; }
  if (n==Number(process.env.N)) {console.log(text);process.exit()}; let t=performance.now();
  const c = CompiledDocument.of(schema, d); if (!c) continue; alike++; console.log("alike");
  for (const v of variables) { const f = c.formFor(v); }
  const dt=performance.now()-t; if (dt>300) { console.log('compile', dt, text.length, process.memoryUsage().heapUsed/1e6); console.log(text.slice(0,1500)); }
  t=performance.now(); await interpret({schema, document:d, variableValues: variables[0]});
  const di=performance.now()-t; if (di>300) console.log('interpret', di, text.length);
}
console.log({n, invalid, limited, alike}, why);
