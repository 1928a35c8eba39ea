import { checkWord } from '../platform/input.ts';
import { badInput } from '../platform/errors.ts';
import { countedSql, inInboxSql } from './counted.ts';
import type { Parameters } from './parameters.ts';
import { searchCondition } from './search/search-condition.ts';
import type { Severity } from './severity.ts';
import { subjectCondition, type SubjectRef } from './subject.ts';

export enum NotificationState {
  INBOX = 'INBOX',
  UNREAD = 'UNREAD',
  READ = 'READ',
  ARCHIVED = 'ARCHIVED',
  SNOOZED = 'SNOOZED',
  ALL = 'ALL',
}

export interface Filter {
  state?: NotificationState | null;
  categories?: readonly string[] | null;
  types?: readonly string[] | null;
  subject?: SubjectRef | null;
  severities?: readonly Severity[] | null;
  /** ISO 8601. */
  since?: string | null;
  until?: string | null;
  search?: string | null;
  isPinned?: boolean | null;
}

const MAX_VALUES = 50;

const stateConditions: Record<NotificationState, string> = {
  [NotificationState.INBOX]: inInboxSql('n'),
  [NotificationState.UNREAD]: countedSql('n'),
  [NotificationState.READ]: `${inInboxSql('n')} and n.read_at is not null`,
  [NotificationState.ARCHIVED]: 'n.archived_at is not null',
  [NotificationState.SNOOZED]: 'n.snoozed_until is not null and n.archived_at is null',
  [NotificationState.ALL]: 'true',
};

/**
 * The filter as a condition on `notifications n` of the user.
 * @throws BAD_USER_INPUT for more than 50 categories or types, or a name, subject or search that cannot be
 */
export function filterCondition(
  userId: string,
  filter: Filter | null | undefined,
  parameters: Parameters,
): string {
  const condition = plainCondition(filter, parameters);
  if (filter?.search == null) return condition;
  return `${condition} and ${searchCondition(userId, filter.search, parameters)}`;
}

/** As filterCondition, of all but the search. */
export function plainCondition(filter: Filter | null | undefined, parameters: Parameters): string {
  const conditions = [stateConditions[filter?.state ?? NotificationState.INBOX]];
  for (const [field, column] of [
    ['categories', 'n.category'],
    ['types', 'n.type'],
  ] as const) {
    const values = filter?.[field];
    if (!values) continue;
    if (values.length > MAX_VALUES) throw badInput(`${field} must have ${MAX_VALUES} entries at most`, field);
    for (const value of values) checkWord(field, value, 100);
    conditions.push(`${column} = any(${parameters.add(values)}::text[])`);
  }
  if (filter?.severities) conditions.push(`n.severity = any(${parameters.add(filter.severities)}::text[])`);
  if (filter?.since) conditions.push(`n.created_at >= ${parameters.add(filter.since)}`);
  if (filter?.until) conditions.push(`n.created_at < ${parameters.add(filter.until)}`);
  if (filter?.isPinned != null)
    conditions.push(filter.isPinned ? 'n.pinned_at is not null' : 'n.pinned_at is null');
  if (filter?.subject) conditions.push(subjectCondition(filter.subject, parameters));
  return conditions.join(' and ');
}

/** Whether what is unread among the filter's is just what the stored counter counts. */
export function isCounter(filter: Filter | null | undefined): boolean {
  const state = filter?.state ?? NotificationState.INBOX;
  const isWhole = state === NotificationState.INBOX || state === NotificationState.UNREAD;
  const { state: _, ...narrowing } = filter ?? {};
  return isWhole && Object.values(narrowing).every((value) => value == null);
}
