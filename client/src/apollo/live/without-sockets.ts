import { ApolloLink, type ApolloClient } from '@apollo/client';
import type { Transport } from '../../inbox/follow/connection.ts';
import { createEventStreams, type EventStreamOptions } from './event-streams.ts';
import { createPolling, pollableOf } from './polling.ts';
import type { Rung } from './rung.ts';

/** What takes the place of sockets, for the few who have none: fetched by them alone. */
export function createWithoutSockets(
  options: EventStreamOptions & { apollo: ApolloClient },
): Record<Exclude<Transport, 'socket'>, Rung> {
  const polling = createPolling({ apollo: options.apollo, polls: options.patience.polls });
  const streams = createEventStreams(options);
  // One stream for each tab; what can be polled changes rarely.
  const link = ApolloLink.split((operation) => Boolean(pollableOf(operation)), polling.link, streams.link);
  return { 'event-stream': { ...streams, link }, polling };
}
