// A graphql-codegen plugin: the documents of one *.graphql file, and for each a typed React hook for Apollo Client 4 (the
// published hook plugins still target Apollo Client 3). A module for each file, so that a page loads only its own; as texts,
// which are read when the module is loaded, since trees would be much of what is loaded.
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { print, stripIgnoredCharacters } from 'graphql';
import { definitionOf } from '../src/apollo/definition.ts';

const pascal = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const hasRequiredVariable = (operation) =>
  (operation.variableDefinitions ?? []).some(
    ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
  );

// As the plugin of the types names them: GetThing → GetThingQuery, GetThingQueryVariables.
function namesOf(operation) {
  const name = pascal(operation.name.value);
  const result = name + pascal(operation.operation);
  return { name, result, types: `${result}, ${result}Variables`, document: `${name}Document` };
}

function queryHooks(operation) {
  const { name, types, document } = namesOf(operation);
  const required = hasRequiredVariable(operation);
  const variables = namesOf(operation).result + 'Variables';
  const options = required
    ? `options: SkipToken | (useQuery.Options<${types}> & ({ variables: ${variables}; skip?: boolean } | { skip: true }))`
    : `options?: SkipToken | useQuery.Options<${types}>`;
  return `
export function use${name}Query(${options}): useQuery.Result<${types}, 'empty' | 'complete' | 'streaming'> {
  return useQuery<${types}>(${document}, options as useQuery.Options<${types}> & { returnPartialData?: false });
}
`;
}

function mutationHook(operation) {
  const { name, types, document } = namesOf(operation);
  return `
export function use${name}Mutation(options?: useMutation.Options<${types}>): useMutation.ResultTuple<${types}> {
  return useMutation<${types}>(${document}, options);
}
`;
}

// Subscriptions are followed by hand, not by a component.
const hooksFor = { query: queryHooks, mutation: mutationHook, subscription: () => '' };
const hookOf = { query: 'useQuery', mutation: 'useMutation' };

const isOperation = ({ kind }) => kind === 'OperationDefinition';
const nameOfDefinition = (fragment) => `${fragment}Definition`;

/** The names of the fragments that it needs, each once, those that these need too. */
function fragmentsOf(definition, fragments, found = new Set()) {
  JSON.stringify(definition, (key, value) => {
    const name = value?.kind === 'FragmentSpread' ? value.name.value : undefined;
    if (name && !found.has(name)) fragmentsOf(fragments.get(name).definition, fragments, found.add(name));
    return key === 'loc' ? undefined : value;
  });
  return [...found];
}

/** Without places in files, and what is empty. */
const bare = (node) =>
  JSON.parse(
    JSON.stringify(node, (key, value) =>
      key === 'loc' || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  );

/** @throws for what the client could not read: see `client/src/apollo/definition.ts` */
function writeDefinition(definition) {
  const text = stripIgnoredCharacters(print(definition));
  if (!isDeepStrictEqual(bare(definitionOf(text)), bare(definition)))
    throw new Error(`The client cannot read this: ${text}`);
  return `/* @__PURE__ */ definitionOf('${text}')`;
}

const documentOf = (first, others) =>
  `/* @__PURE__ */ documentOf(${[first, ...others.map(nameOfDefinition)].join(', ')}) as DocumentNode`;

function writeFragment(definition, fragments) {
  const { value } = definition.name;
  const others = fragmentsOf(definition, fragments);
  return `
export const ${nameOfDefinition(value)} = ${writeDefinition(definition)};
export const ${value}FragmentDoc = ${documentOf(nameOfDefinition(value), others)}<${value}Fragment, unknown>;
`;
}

function writeOperation(operation, fragments) {
  const { types, document } = namesOf(operation);
  return `
export const ${document} = ${documentOf(writeDefinition(operation), fragmentsOf(operation, fragments))}<${types}>;
${hooksFor[operation.operation](operation)}`;
}

const moduleOf = (location) => `./${path.basename(location, '.graphql')}.ts`;

/** @param source the path of the file, from the root of the repository */
export function plugin(_schema, documents, { source }) {
  const isOwn = ({ location }) => path.resolve(location) === path.resolve(source);
  const all = documents.flatMap(({ document, location }) =>
    document.definitions.map((definition) => ({ definition, location })),
  );
  const fragments = new Map(
    all.filter(({ definition }) => !isOperation(definition)).map((one) => [one.definition.name.value, one]),
  );
  const own = all.filter(isOwn).map(({ definition }) => definition);
  const operations = own.filter(isOperation);
  const ownFragments = own.filter((definition) => !isOperation(definition));
  // What is used before it is declared would not be there yet.
  const inOrder = ownFragments.toSorted(
    (a, b) => fragmentsOf(a, fragments).length - fragmentsOf(b, fragments).length,
  );
  const foreign = new Set(own.flatMap((definition) => fragmentsOf(definition, fragments)));
  for (const { name } of ownFragments) foreign.delete(name.value);
  const hooks = new Set(operations.map(({ operation }) => hookOf[operation]).filter(Boolean));
  const types = [
    ...ownFragments.map(({ name }) => `${name.value}Fragment`),
    ...operations.flatMap((operation) => namesOf(operation).types.split(', ')),
  ];
  return {
    prepend: [
      `// Generated from ${source}; run the codegen script instead of editing.`,
      `import type { TypedDocumentNode as DocumentNode } from '@apollo/client';`,
      ...(hooks.size > 0
        ? [
            `import { ${[...hooks, ...(hooks.has('useQuery') ? ['type SkipToken'] : [])].join(', ')} } from '@apollo/client/react';`,
          ]
        : []),
      `import { definitionOf, documentOf } from '../apollo/definition.ts';`,
      `import type { ${types.join(', ')} } from './graphql.ts';`,
      ...[...foreign].map(
        (name) => `import { ${nameOfDefinition(name)} } from '${moduleOf(fragments.get(name).location)}';`,
      ),
    ],
    content: [
      ...inOrder.map((fragment) => writeFragment(fragment, fragments)),
      ...operations.map((operation) => writeOperation(operation, fragments)),
    ].join(''),
  };
}
