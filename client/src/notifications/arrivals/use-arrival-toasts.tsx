import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { NotificationRowFragment } from '../../generated/graphql.ts';
import { useMarking } from '../../inbox/acts/use-marking.ts';
import { ActionButtons } from '../actions/action-buttons.tsx';
import { arrivalToastsOf } from './arrival-toasts.tsx';

/** The toasts of an inbox, and how they are shown what arrived: its titles mark as read, its buttons answer. */
export function useArrivalToasts(client: ApolloClient) {
  const { markAsRead } = useMarking();
  const toasts = arrivalToastsOf(client);
  const show = (rows: NotificationRowFragment[], replayed: boolean) =>
    toasts.show(rows, replayed, {
      onFollow: ({ id, isRead }) => isRead || void markAsRead(id),
      // The toasts outlive a session, and stand outside of it.
      buttons: (row) => (
        <ApolloProvider client={client}>
          <ActionButtons row={row} />
        </ApolloProvider>
      ),
    });
  return { toasts, show };
}
