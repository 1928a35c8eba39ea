import fc from 'fast-check';
import { GraphQLError, parse, validate, execute as interpret } from 'graphql';
import { randomDocument } from '../test/support/random-document.ts';
import { richSamples, richSchema as schema } from '../test/support/rich-schema.ts';
import { passedLimit } from '../src/platform/query-limits.ts';
import { CompiledDocument } from '../src/platform/compiled-document.ts';
import { execute as ours } from '../src/platform/execution.ts';
import { compileQuery } from 'graphql-jit';
import { presentError } from '../src/platform/errors.ts';
function seen({ data, errors = [] }: any) {
  const told = errors.map((error: any) => {
    const { message, path = [], extensions } = presentError(error, 'id', () => undefined);
    let at: any = data;
    const end = path.findIndex((key: any) => { if (at == null) return true; at = at[key]; return false; });
    return end === -1 ? JSON.stringify([path, message, extensions!.code]) : JSON.stringify([path.slice(0, end), 'gone']);
  });
  return JSON.stringify({ data: JSON.stringify(data), errors: [...new Set(told)].sort() });
}
let cf=0; const mode=process.env.MODE; const cache=new WeakMap();
const execute=(a:any)=>{ if(!mode) return ours(a); let c=cache.get(a.document); if(!c){ c=compileQuery(schema,a.document,undefined,{useExperimentalPathBasedSkipInclude: mode==='path'}); cache.set(a.document,c);} if(!c.query) return interpret(a); const r=c.query(undefined,undefined,a.variableValues); const fix=(x:any)=>({...x, errors: x.errors?.map((e:any)=>Object.assign(new GraphQLError(e.message,{path:e.path,originalError:e.originalError})))}); if('then' in r) return r.then(fix); if ('data' in r) return fix(r); return interpret(a);};
const arb = randomDocument({ schema, operation: 'query', samples: richSamples, sets: 3 });
const t0=performance.now(); let docs=0, compiled=0, failed=0, bad=0, ms=0;
const samples = fc.sample(arb, {numRuns: Number(process.env.RUNS ?? 1000), seed: Number(process.env.SEED ?? 16)});
console.log('gen', performance.now()-t0);
for (const {text, variables} of samples) {
  const document = parse(text);
  if (passedLimit(document) || validate(schema, document).length) continue;
  docs++;
  const exp = new Map();
  if (mode && !CompiledDocument.of(schema,document)) continue;
  for (const set of variables) { const r = await interpret({schema, document, variableValues: set}); if (r.errors) failed++; exp.set(set, seen(r)); if (CompiledDocument.of(schema, document)?.formFor(set)) {compiled++; if (r.errors) cf++;} }
  for (let i=0;i<3;i++) for (const set of variables) {
    const got = seen(await execute({schema, document, variableValues: set}));
    if (got !== exp.get(set)) { bad++; if (bad<6 && !mode) console.log('BAD', i, text.replace(/\s+/g,' '), JSON.stringify(set), '\n', exp.get(set), '\n', got); i=9; break; }
  }
}
console.log({docs, compiled, cf, failed, bad}, performance.now()-t0);
