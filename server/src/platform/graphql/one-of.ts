import { isInputObjectType, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';

/** For an input of which exactly one field is said, and is not null: `@oneOf`. */
export const ExactlyOne = () => Extensions({ isOneOf: true });

/** TypeGraphQL cannot say it, so the types are told once they are made. */
export function markOneOf(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInputObjectType(type) && type.extensions['isOneOf'] === true) type.isOneOf = true;
}
