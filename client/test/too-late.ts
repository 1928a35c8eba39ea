import { GraphQLError } from 'graphql';
import type { ActionFragment } from '../src/generated/graphql.ts';
import type { FakeRow } from './fake-row.ts';

/** As the server refuses an action after another one: who was first, and what they did, for programs. */
export function tooLate({ by, action }: NonNullable<FakeRow['outcome']>): GraphQLError {
  const { actionId } = action as Partial<ActionFragment>;
  const extensions = { code: 'CONFLICT', by: { id: by.actorId, name: by.name }, actionId };
  return new GraphQLError('Not what the reader is told', { extensions });
}
