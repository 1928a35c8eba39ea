import { isInterfaceType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { withErrorCodes } from './platform/graphql/error-code.type.ts';
import { markOneOf } from './platform/graphql/one-of.ts';
import type { authorization } from './users/authorization.ts';

/** The schema that the classes of these resolvers describe, answered by them. */
export function createSchema(
  resolvers: readonly object[],
  authChecker: ReturnType<typeof authorization>,
): GraphQLSchema {
  type Class = new (...args: never[]) => object;
  const instances = new Map(resolvers.map((resolver) => [resolver.constructor as Class, resolver]));
  const built = buildSchemaSync({
    resolvers: [...instances.keys()] as NonEmptyArray<Class>,
    container: { get: (resolver) => instances.get(resolver as Class) },
    authChecker,
    // Every subscription brings its own stream; TypeGraphQL only asks that something stands here.
    pubSub: { publish: () => undefined, subscribe: () => noStream },
    validate: false,
  });
  const schema = withErrorCodes(built);
  letMethodsSubscribe(schema);
  nameTypesAtOnce(schema);
  markOneOf(schema);
  return schema;
}

/**
 * The method of a subscription returns its stream: it is called once, where caller and arguments are checked. An event
 * is the value of the field. TypeGraphQL would have a function beside the method begin it, which knows no instance, and
 * call the method for each event, with the same checks again and a chain of promises.
 */
function letMethodsSubscribe(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    field.subscribe = field.resolve!;
    field.resolve = (event: unknown) => event;
  }
}

/** TypeGraphQL would make a promise of the name, which compiled documents do not wait for. */
function nameTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInterfaceType(type)) type.resolveType = ({ __typename }: { __typename: string }) => __typename;
}

const noStream: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
};
