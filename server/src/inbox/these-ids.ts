import { Arg, ID } from 'type-graphql';
import { MAX_IDS } from './inbox.service.ts';

/** The argument of whatever is done to notifications by name. */
export const TheseIds = () =>
  Arg('ids', () => [ID], { description: `1 to ${MAX_IDS} ids; other people's count as not there.` });
