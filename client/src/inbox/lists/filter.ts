import type {
  NotificationFilter,
  NotificationRowFragment,
  Severity,
  SubjectRef,
} from '../../generated/graphql.ts';

export const PAGE_SIZE = 20;

/** The views of the inbox; the objects are constants, since they are part of the cache's keys. */
export const inboxFilters = {
  all: { state: 'INBOX' },
  unread: { state: 'UNREAD' },
  read: { state: 'READ' },
  archived: { state: 'ARCHIVED' },
} as const satisfies Record<string, NotificationFilter>;

export type InboxView = keyof typeof inboxFilters;

/** What a view is narrowed to: a category, what is about one thing, how much it matters, when it came, what it says. */
export type Narrowing = {
  category?: string;
  subject?: SubjectRef;
  severity?: Severity;
  since?: string;
  until?: string;
  search?: string;
};

export function narrowed(view: InboxView, { category, severity, ...others }: Narrowing): NotificationFilter {
  return {
    ...inboxFilters[view],
    ...(category !== undefined && { categories: [category] }),
    ...(severity && { severities: [severity] }),
    ...others,
  };
}

/** Whether it is more than a view. */
export function isNarrowed(filter: NotificationFilter | undefined): boolean {
  return Object.keys(filter ?? {}).some((name) => name !== 'state');
}

type Filterable = Pick<
  NotificationRowFragment,
  | 'archivedAt'
  | 'snoozedUntil'
  | 'isPinned'
  | 'isRead'
  | 'category'
  | 'type'
  | 'severity'
  | 'subject'
  | 'createdAt'
>;

/** But for its search: what has the words of that, only the server knows. */
export function matchesFilter(row: Filterable, filter: NotificationFilter | null | undefined): boolean {
  return (
    matchesState(row, filter) &&
    (filter?.categories?.includes(row.category) ?? true) &&
    (filter?.types?.includes(row.type) ?? true) &&
    (filter?.severities?.includes(row.severity) ?? true) &&
    isWithin(row, filter) &&
    (!filter?.subject || isAbout(row, filter.subject))
  );
}

function isWithin(
  { createdAt }: Pick<Filterable, 'createdAt'>,
  filter: NotificationFilter | null | undefined,
): boolean {
  const at = Date.parse(createdAt);
  return (
    (!filter?.since || at >= Date.parse(filter.since)) && (!filter?.until || at < Date.parse(filter.until))
  );
}

export function isAbout({ subject }: Pick<Filterable, 'subject'>, { type, id }: SubjectRef): boolean {
  return subject?.type === type && subject.subjectId === id;
}

/**
 * Whether a row is on the filter's side: the inbox, the archive or what is snoozed, pinned or not. A row that changes
 * sides leaves its list at once; one that was only read stays while the reader looks.
 */
export function isOnSide(
  row: Pick<Filterable, 'archivedAt' | 'snoozedUntil' | 'isPinned'>,
  filter: NotificationFilter | null | undefined,
): boolean {
  const { state, isPinned } = filter ?? {};
  const side = state === 'ARCHIVED' || state === 'SNOOZED' ? state : 'INBOX';
  return (state === 'ALL' || sideOf(row) === side) && (isPinned == null || isPinned === row.isPinned);
}

function sideOf({ archivedAt, snoozedUntil }: Pick<Filterable, 'archivedAt' | 'snoozedUntil'>) {
  if (archivedAt !== null) return 'ARCHIVED';
  return snoozedUntil === null ? 'INBOX' : 'SNOOZED';
}

function matchesState(row: Filterable, filter: NotificationFilter | null | undefined): boolean {
  if (!isOnSide(row, filter)) return false;
  const state = filter?.state;
  if (state === 'UNREAD') return !row.isRead;
  if (state === 'READ') return row.isRead;
  return true;
}
