import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function fromClient(value: unknown): string {
  const time = typeof value === 'string' ? new Date(value) : undefined;
  if (!time || Number.isNaN(time.getTime()))
    throw new GraphQLError('DateTime must be an ISO 8601 date and time');
  return time.toISOString();
}

/** Travels through the server as the string it is shown as, so that rows and live messages need no conversion. */
export const DateTime = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'A moment in UTC with milliseconds, as ISO 8601 text: `2026-11-22T09:30:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: fromClient,
  parseLiteral: (node) => fromClient(node.kind === Kind.STRING ? node.value : undefined),
});
