import type { FieldMergeFunction, FieldPolicy, Reference } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

type Edge = { node: Reference };
/** `loadedTo`: the seq that the last page loaded ended with; it stands also when that row has left the list since. */
type Connection = { edges: Edge[]; pageInfo?: { endCursor?: unknown }; loadedTo?: number };

/**
 * Relay pages, and four things the stock policy leaves out: a notification that moved between two pages is kept once,
 * the edges stay in the inbox's order (newest seq first) however they came in, how far they go is remembered, and a page
 * that was asked for below another end than the list has now is no part of it: there would be a gap between the two.
 */
export function inboxPages(): FieldPolicy<Connection> {
  const relay = relayStylePagination(['filter']);
  const mergePages = relay.merge as FieldMergeFunction<Connection, Connection>;
  return {
    ...(relay as FieldPolicy<Connection>),
    merge(existing, incoming, options) {
      const after: unknown = options.args?.['after'];
      if (existing && after && after !== existing.pageInfo?.endCursor) return existing;
      const merged = mergePages(existing, incoming, options);
      const seqOf = (edge: Edge) => options.readField<number>('seq', edge.node) ?? 0;
      return {
        ...merged,
        edges: distinct(merged.edges).sort((a, b) => seqOf(b) - seqOf(a)),
        loadedTo: Math.min(...incoming.edges.map(seqOf), Infinity),
      };
    },
  };
}

export function distinct(edges: Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [edge.node.__ref, edge])).values()];
}
