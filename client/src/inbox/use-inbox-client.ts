import type { ApolloClient } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { createContext, useContext } from 'react';

/** In an application that has an Apollo client of its own above it, which is for other things: the one of the inbox. */
export const InboxClientContext = createContext<ApolloClient | undefined>(undefined);

/** The client through which the inbox is read and changed. */
export const useInboxClient = (): ApolloClient => useApolloClient(useContext(InboxClientContext));
