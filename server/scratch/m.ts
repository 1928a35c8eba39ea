import { createSchema, resolvers } from '../src/schema.ts';
import { Documents } from '../src/platform/documents.ts';
import { execute } from '../src/platform/execution.ts';
const schema = createSchema(new Map(resolvers.map((r:any)=>[r,{}])), async()=>{throw new Error('x')});
const docs = new Documents(schema, {introspection:true});
const mb=()=>{ (globalThis as any).gc(); return process.memoryUsage().heapUsed/1e6; };
const text=(i:number)=>`query ($first: Int) { notifications(first: $first) { edges { node { n${i}: id seq title message url application { id title status } } } inbox { counts { unread } } } }`;
const short=(i:number)=>`{n${i.toString(36)}:unreadCount}`;
for (const [name,f,n] of [['page',text,4000],['short',short,20000]] as const) {
const a=mb(); let chars=0; const keep:any[]=[];
for (let i=0;i<n;i++) { const t=f(i); chars+=t.length; keep.push(docs.admit(t)); }
const b=mb(); console.log(name,'docs', n, 'chars', chars, 'MB', (b-a).toFixed(0), 'bytes/char', ((b-a)*1e6/chars).toFixed(0));
const m = Math.min(n, 2000);
for (let i=0;i<m;i++) for (let k=0;k<5;k++) await execute({schema, document: keep[i], contextValue:{}, variableValues:{first:1}});
const c=mb(); console.log('compiled', m, 'MB', (c-b).toFixed(0), 'kB each', ((c-b)*1e3/m).toFixed(1));
}
