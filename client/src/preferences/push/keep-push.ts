import type { ApolloClient } from '@apollo/client';
import { pushOwner, setToldEndpoint, subscription, toldEndpoint, unsubscribe } from '../../browser/push.ts';
import { endpointOf } from '../../browser/push-subscription.ts';
import { RegisterPushEndpointDocument } from '../../generated/push.ts';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';

type Preferences = Pick<PreferencesFieldsFragment, 'id' | 'pushEndpoints'>;

/**
 * At the begin of a session, and when the push service has given the browser another address: what this browser is
 * subscribed to belongs to whoever switched it on here. They go on where they were; somebody else's is ended, since
 * nobody shall be told here what is not theirs.
 */
export async function keepPush(client: ApolloClient, { id, pushEndpoints }: Preferences): Promise<void> {
  const subscribed = await subscription().catch(() => null);
  if (!subscribed) return;
  if (pushOwner() !== id) return unsubscribe();
  const isTold = pushEndpoints.some(({ isThisSession }) => isThisSession);
  if (isTold && toldEndpoint() === subscribed.endpoint) return;
  const variables = { input: endpointOf(subscribed) };
  await client
    .mutate({ mutation: RegisterPushEndpointDocument, variables })
    .then(() => setToldEndpoint(subscribed.endpoint))
    .catch(() => undefined);
}
