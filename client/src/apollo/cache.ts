import {
  InMemoryCache,
  isReference,
  type FieldMergeFunction,
  type FieldPolicy,
  type Reference,
} from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import type { Subject } from '../inbox/subjects/subject.ts';
import { newerCounts, type Counts } from '../inbox/lists/counts.ts';
import { distinct, inboxPages } from '../inbox/lists/page-policy.ts';

type Edge = { node: Reference };
type Connection = { edges: Edge[]; pageInfo?: unknown };

/**
 * Relay pages whose beginning may be read anew, since there is more on top: what was loaded after it stays, as long as
 * the two meet.
 */
function growingPages(keys: string[]): FieldPolicy<Connection> {
  const relay = relayStylePagination(keys);
  const mergePages = relay.merge as FieldMergeFunction<Connection, Connection>;
  return {
    ...(relay as FieldPolicy<Connection>),
    merge(existing, incoming, options) {
      const merged = mergePages(existing, incoming, options);
      const last = incoming.edges.at(-1)?.node.__ref;
      const end = existing?.edges.findIndex(({ node }) => node.__ref === last) ?? -1;
      if (!existing || options.args?.['after'] || end < 0 || end + 1 === existing.edges.length) return merged;
      const edges = distinct([...merged.edges, ...existing.edges.slice(end + 1)]);
      return { ...merged, edges, pageInfo: existing.pageInfo };
    },
  };
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          notifications: inboxPages(),
          applications: growingPages(['status']),
          notification: alreadyLoaded('Notification'),
          application: alreadyLoaded('Application'),
        },
      },
      User: { keyFields: ['id'] },
      Topic: { keyFields: ['name'] },
      // What came last stands as a whole; nothing of a list that became shorter stays.
      Preferences: { fields: { categories: { merge: false }, mutedSubjects: { merge: false } } },
      Notification: { fields: { deliveries: { merge: false }, actions: { merge: false } } },
      Application: {
        fields: {
          isMuted: mutedByPreferences(),
          status: decidedOnce('SUBMITTED'),
          decidedAt: decidedOnce(null),
          decidedBy: decidedOnce(null),
          reason: decidedOnce(null),
        },
      },
      Inbox: { keyFields: ['id'] },
      InboxCounts: {
        keyFields: false,
        merge: (existing: Counts | undefined, incoming: Counts) => newerCounts(existing, incoming),
      },
    },
  });
}

/** The preferences say which are muted, and say it anew whenever that changes: one truth for every page. */
function mutedByPreferences(): FieldPolicy<boolean> {
  return {
    read: (known, { readField, toReference }) => {
      const preferences = readField<Reference>('preferences', toReference('ROOT_QUERY'));
      const muted = preferences && readField<Subject[]>('mutedSubjects', preferences);
      const id = readField('id');
      return muted?.some((subject) => subject.type === 'application' && subject.subjectId === id) ?? known;
    },
  };
}

/** A decision stands: an answer that was read before it and comes after it does not take it back. */
function decidedOnce(undecided: unknown): FieldPolicy<unknown> {
  return { merge: (known: unknown, incoming) => (incoming === undecided ? (known ?? incoming) : incoming) };
}

/** What a list has loaded already need not be fetched again for its own page; what was there and went is null. */
function alreadyLoaded(__typename: string): FieldPolicy {
  return {
    read: (known: unknown, { args, toReference, canRead }) => {
      if (isReference(known)) return canRead(known) ? known : null;
      if (known !== undefined || !args) return known;
      const held = toReference({ __typename, id: String(args['id']) });
      return canRead(held) ? held : undefined;
    },
  };
}
