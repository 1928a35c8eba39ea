import type { ApolloClient } from '@apollo/client';
import {
  isPushSupported,
  pushOwner,
  setToldEndpoint,
  subscription,
  toldEndpoint,
  unsubscribe,
} from '../../browser/push.ts';
import { endpointOf, subscribe } from '../../browser/push-subscription.ts';
import { PushPublicKeyDocument, RegisterPushEndpointDocument } from '../../generated/push.ts';
import type { PreferencesFieldsFragment } from '../../generated/graphql.ts';

type Preferences = Pick<PreferencesFieldsFragment, 'id' | 'pushEndpoints'>;

/**
 * At the begin of a session, and when the push service has given the browser another address: what this browser is
 * subscribed to belongs to whoever switched it on here. They go on where they were, also where the browser has lost its
 * subscription. Ended is what they took away on another device, and somebody else's, since nobody shall be told here what
 * is not theirs.
 */
export async function keepPush(client: ApolloClient, { id, pushEndpoints }: Preferences): Promise<void> {
  const isOurs = pushOwner() === id;
  const subscribed =
    (await subscription().catch(() => null)) ?? (isOurs ? await subscribedAnew(client) : null);
  if (!subscribed) return;
  if (!isOurs) return unsubscribe();
  const isKnown = pushEndpoints.some(({ isThisSession }) => isThisSession);
  if (toldEndpoint() === subscribed.endpoint) return isKnown ? undefined : unsubscribe();
  const variables = { input: endpointOf(subscribed) };
  await client
    .mutate({ mutation: RegisterPushEndpointDocument, variables })
    .then(() => setToldEndpoint(subscribed.endpoint))
    .catch(() => undefined);
}

/** Without asking the reader, who has allowed it: where they no longer do, null. */
async function subscribedAnew(client: ApolloClient): Promise<PushSubscription | null> {
  if (!isPushSupported() || Notification.permission !== 'granted') return null;
  const { data } = await client.query({ query: PushPublicKeyDocument });
  return data?.pushPublicKey ? subscribe(data.pushPublicKey).catch(() => null) : null;
}
