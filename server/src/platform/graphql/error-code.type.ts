import { GraphQLEnumType, GraphQLSchema } from 'graphql';
import { errorCodes } from '../errors.ts';

const errorCode = new GraphQLEnumType({
  name: 'ErrorCode',
  description:
    'What `extensions.code` of an error may be. No field has it: it is here for whoever reads errors. `extensions.requestId` names the request in the log.',
  values: Object.fromEntries(
    Object.entries(errorCodes).map(([code, description]) => [code, { description }]),
  ),
});

/** The schema with the codes of errors, which none of its fields leads to. */
export function withErrorCodes(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, errorCode] });
}
