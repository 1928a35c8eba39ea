// A graphql-codegen plugin: one typed React hook per operation, for Apollo Client 4 (the published hook plugins still
// target Apollo Client 3). It stands on the typed documents that the client preset writes beside it.
const pascal = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const hasRequiredVariable = (operation) =>
  (operation.variableDefinitions ?? []).some(
    ({ type, defaultValue }) => type.kind === 'NonNullType' && !defaultValue,
  );

// Named as client-preset names them: GetThing → GetThingQuery, GetThingQueryVariables, GetThingDocument.
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

export function use${name}LazyQuery(options?: useLazyQuery.Options<${types}>): useLazyQuery.ResultTuple<${types}, 'empty' | 'complete' | 'streaming'> {
  return useLazyQuery<${types}>(${document}, options as useLazyQuery.Options<${types}> & { returnPartialData?: false });
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

function subscriptionHook(operation) {
  const { name, result, types, document } = namesOf(operation);
  const optional = hasRequiredVariable(operation) ? '' : '?';
  return `
export function use${name}Subscription(options${optional}: SkipToken | useSubscription.Options<${types}>): useSubscription.Result<${result}> {
  return useSubscription<${types}>(${document}, options as useSubscription.Options<${types}>);
}
`;
}

const hooksFor = { query: queryHooks, mutation: mutationHook, subscription: subscriptionHook };

export function plugin(_schema, documents, { documentsFrom }) {
  const operations = documents
    .flatMap(({ document }) => document?.definitions ?? [])
    .filter(({ kind, name }) => kind === 'OperationDefinition' && name)
    .sort((a, b) => a.name.value.localeCompare(b.name.value));
  const values = operations.map((operation) => namesOf(operation).document);
  const types = operations.flatMap((operation) => namesOf(operation).types.split(', '));
  return {
    prepend: [
      '// Generated from the *.graphql files; run the codegen script instead of editing.',
      `import { useLazyQuery, useMutation, useQuery, useSubscription, type SkipToken } from '@apollo/client/react';`,
      `import { ${values.join(', ')} } from '${documentsFrom}';`,
      `import type { ${types.join(', ')} } from '${documentsFrom}';`,
    ],
    content: operations.map((operation) => hooksFor[operation.operation](operation)).join(''),
  };
}
