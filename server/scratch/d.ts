import { createSchema, resolvers } from '../src/schema.ts';
import { QueryCosts } from '../src/platform/query-cost.ts';
import { bombs, appetites, toolDocuments } from '../test/support/introspection-documents.ts';
import { getIntrospectionQuery, parse, execute, Kind, validate } from 'graphql';
import { passedLimit } from '../src/platform/query-limits.ts';
const schema = createSchema(new Map(resolvers.map((r:any)=>[r,{}])), async()=>true);
const costs = new QueryCosts(schema);
for (const [what, text] of [...bombs, ...appetites, ...toolDocuments] as any) { const d=parse(text); const p=passedLimit(d); const v=validate(schema,d); if (p||v.length) { console.log(what,'|',p?.message, v[0]?.message); continue; } const op:any=d.definitions.find(x=>x.kind===Kind.OPERATION_DEFINITION); const r=await execute({schema,document:d}); console.log(what,'| cost', Math.round(costs.formulaOf(d,op).introspection), 'bytes', JSON.stringify(r).length, 'doc', text.replace(/\s+/g,' ').length); }
