// Writes docs/schema/ from schema.graphql, whose descriptions it is, and docs/permissions.md; and llms.txt from docs/README.md.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { format } from 'prettier';
import { inRepository } from '../repository.ts';
import { linksForModels } from './links-for-models.ts';
import { callersOf } from './callers.ts';
import { Pages } from './pages.ts';

const read = (file: string) => readFileSync(inRepository(file), 'utf8');

const schema = buildSchema(read('schema.graphql'));
const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!];
const named = Object.values(schema.getTypeMap())
  .filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && !roots.includes(type as never),
  )
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const pages = new Pages(callersOf(read('docs/permissions.md')), fileOf);
const files: Record<string, string> = {
  queries: pages.ofOperations('Queries', roots[0]!),
  mutations: pages.ofOperations('Mutations', roots[1]!),
  subscriptions: pages.ofOperations('Subscriptions', roots[2]!),
  types: pages.ofTypes(
    'Types',
    named.filter((type) => fileOf(type) === 'types.md'),
  ),
  inputs: pages.ofTypes('Inputs', named.filter(isInputObjectType)),
  enums: pages.ofTypes('Enums', named.filter(isEnumType)),
};
for (const [name, text] of Object.entries(files)) {
  const page = await format(text, { parser: 'markdown', printWidth: 110 });
  writeFileSync(inRepository(`docs/schema/${name}.md`), page);
}
writeFileSync(inRepository('llms.txt'), linksForModels(read('docs/README.md')));

/** Where a type stands. Undefined of those that GraphQL has itself. */
function fileOf(type: GraphQLNamedType): string | undefined {
  if (isInputObjectType(type)) return 'inputs.md';
  if (isEnumType(type)) return 'enums.md';
  if (isObjectType(type) || isInterfaceType(type)) return 'types.md';
  return isScalarType(type) && !isSpecifiedScalarType(type) ? 'types.md' : undefined;
}
