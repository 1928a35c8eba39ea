import type { ApolloClient } from '@apollo/client';
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { MyDevice } from '../../browser/my-device.ts';
import { InboxDocument } from '../../generated/inbox.ts';
import { MergeOfflineActsDocument } from '../../generated/offline.ts';
import type { OfflineActInput } from '../../generated/graphql.ts';
import { failuresOf } from '../acts/failures.ts';
import { errorText } from '../error-text.ts';
import type { OfflineAct } from './offline-act.ts';
import { overruledText } from './overruled-text.ts';
import { say } from '../../words/words.ts';

/**
 * Has the server do what was done offline, and tells the reader what of it was overruled.
 * @returns where the inbox is afterwards
 * @throws where the server did not answer, or wants to be asked later
 */
export async function mergeActs(client: ApolloClient, device: MyDevice, acts: OfflineAct[]): Promise<number> {
  try {
    const { data } = await client.mutate({
      mutation: MergeOfflineActsDocument,
      variables: { device: device.id, acts: acts.map(inputOf) },
      fetchPolicy: 'no-cache',
    });
    const merged = data?.mergeOfflineActs;
    if (!merged) throw new Error('The acts were not merged');
    const told = overruledText(client.cache, merged.overruled);
    if (told) failuresOf(client).tell(told.what, told.why);
    return merged.inbox.counts.seq;
  } catch (error) {
    if (isWorthAnotherTry(error)) throw error;
    // It would be refused for ever, and what was done after it would wait for ever.
    failuresOf(client).tell(say('inbox.couldNotMerge'), errorText(error));
    return client.cache.readQuery({ query: InboxDocument })?.inbox.counts.seq ?? 0;
  }
}

function inputOf({ userId: _, at: __, ...act }: OfflineAct): OfflineActInput {
  return act;
}

const REFUSALS = new Set(['BAD_USER_INPUT', 'FORBIDDEN', 'BAD_REQUEST', 'GRAPHQL_VALIDATION_FAILED']);

function isWorthAnotherTry(error: unknown): boolean {
  if (ServerError.is(error)) return error.statusCode >= 500 || error.statusCode === 429;
  if (!CombinedGraphQLErrors.is(error)) return true;
  return !error.errors.some(({ extensions }) => REFUSALS.has(String(extensions?.['code'])));
}
