import type { ApolloCache, Reference } from '@apollo/client';
import { canonicalStringify } from '@apollo/client/utilities';
import type { NotificationFilter, NotificationRowFragment, Severity } from '../../generated/graphql.ts';
import { isNarrowed, isOnSide, matchesFilter } from './filter.ts';

type Edge = { __typename?: string; node: Reference };
type Connection = { edges: Edge[]; pageInfo: { hasNextPage: boolean }; loadedTo?: number };
type ReadField = <T>(field: string, from: Reference) => T | undefined;
type EditList = (
  list: Connection,
  filter: NotificationFilter | undefined,
  readField: ReadField,
) => Connection;

/** Every list of notifications that the cache holds, by its filter; `cache.modify` gives the arguments only as text. */
function editLists(cache: ApolloCache, edit: EditList): void {
  cache.modify<Record<string, unknown>>({
    id: 'ROOT_QUERY',
    fields: {
      notifications: (list, { storeFieldName, readField }) =>
        edit(list as Connection, filterOf(storeFieldName), readField),
    },
  });
}

function filterOf(storeFieldName: string): NotificationFilter | undefined {
  const colon = storeFieldName.indexOf(':');
  if (colon < 0) return undefined;
  return (JSON.parse(storeFieldName.slice(colon + 1)) as { filter?: NotificationFilter }).filter;
}

export function storedFilters(cache: ApolloCache): (NotificationFilter | undefined)[] {
  const filters: (NotificationFilter | undefined)[] = [];
  editLists(cache, (list, filter) => {
    filters.push(filter);
    return list;
  });
  return filters;
}

/** Lets go of the narrowed lists, but for these. */
export function forgetNarrowed(cache: ApolloCache, but: NotificationFilter[]): void {
  const kept = new Set(but.map((filter) => canonicalStringify(filter)));
  cache.modify<Record<string, unknown>>({
    id: 'ROOT_QUERY',
    fields: {
      notifications: (list, { storeFieldName, DELETE }) => {
        const filter = filterOf(storeFieldName);
        return isNarrowed(filter) && !kept.has(canonicalStringify(filter)) ? DELETE : list;
      },
    },
  });
}

/**
 * Puts changed rows, which are in the cache already, where they now belong, and drops what has been forgotten. A row
 * that stopped matching because it was read or unread stays while the reader looks at the list (see `pruneList`).
 */
export function placeRows(cache: ApolloCache, rows: NotificationRowFragment[], newerThan = Infinity): void {
  const changed = rows.map((row) => ({ row, ref: `Notification:${row.id}` }));
  editLists(cache, (list, filter, readField) => {
    const seqOf = (edge: Edge) => readField<number>('seq', edge.node);
    // A row older than the last one loaded belongs to a page that is still to come.
    const { loadedTo = Infinity } = list;
    const isLoaded = (seq: number) => seq >= loadedTo || seq > newerThan || !list.pageInfo.hasNextPage;
    const held = new Set(list.edges.map(({ node }) => node.__ref));
    const gone = new Set(changed.filter(({ row }) => !isOnSide(row, filter)).map(({ ref }) => ref));
    // A search is answered by the server alone, and the words of what has just come are not there yet.
    const candidates = filter?.search ? [] : changed;
    const added = candidates.filter(
      ({ row, ref }) => !held.has(ref) && matchesFilter(row, filter) && isLoaded(row.seq),
    );
    const edges = [
      ...added.map(({ ref }): Edge => ({ __typename: 'NotificationEdge', node: { __ref: ref } })),
      ...list.edges.filter((edge) => !gone.has(edge.node.__ref) && seqOf(edge) !== undefined),
    ];
    return { ...list, edges: edges.sort((a, b) => (seqOf(b) ?? 0) - (seqOf(a) ?? 0)) };
  });
}

/** Drops what no longer matches: for a list that nobody is looking at yet, or after the reader cleared it. */
export function pruneList(cache: ApolloCache, pruned: NotificationFilter): void {
  editLists(cache, (list, filter, readField) => {
    if (canonicalStringify(filter) !== canonicalStringify(pruned)) return list;
    const fits = ({ node }: Edge) =>
      matchesFilter(
        {
          isRead: readField<boolean>('isRead', node) ?? false,
          archivedAt: readField<string | null>('archivedAt', node) ?? null,
          snoozedUntil: readField<string | null>('snoozedUntil', node) ?? null,
          isPinned: readField<boolean>('isPinned', node) ?? false,
          category: readField<string>('category', node) ?? '',
          type: readField<string>('type', node) ?? '',
          severity: readField<Severity>('severity', node) ?? 'NORMAL',
          createdAt: readField<string>('createdAt', node) ?? '',
          subject: readField<NotificationRowFragment['subject']>('subject', node) ?? null,
        },
        filter,
      );
    return { ...list, edges: list.edges.filter(fits) };
  });
}
