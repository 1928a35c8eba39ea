import { checkWord, isUuid } from '../platform/input.ts';
import { badInput } from '../platform/errors.ts';

export enum NotificationState {
  INBOX = 'INBOX',
  UNREAD = 'UNREAD',
  READ = 'READ',
  ARCHIVED = 'ARCHIVED',
  ALL = 'ALL',
}

/** What a notification is about: an id among the things of a type. */
export interface Subject {
  readonly type: string;
  readonly id: string;
}

export interface Filter {
  state?: NotificationState | null;
  categories?: readonly string[] | null;
  types?: readonly string[] | null;
  subject?: Subject | null;
}

const MAX_VALUES = 50;

const stateConditions: Record<NotificationState, string> = {
  [NotificationState.INBOX]: 'n.archived_at is null',
  [NotificationState.UNREAD]: 'n.archived_at is null and n.read_at is null',
  [NotificationState.READ]: 'n.archived_at is null and n.read_at is not null',
  [NotificationState.ARCHIVED]: 'n.archived_at is not null',
  [NotificationState.ALL]: 'true',
};

/** Statement parameters that are numbered as they are added. */
export class Parameters {
  constructor(readonly values: unknown[]) {}

  /** Returns the place of the value in the statement: `$1`, `$2` … */
  readonly add = (value: unknown): string => `$${this.values.push(value)}`;
}

/**
 * The filter as a condition on `notifications n`.
 * @throws BAD_USER_INPUT for more than 50 categories or types, or a name or subject that cannot be
 */
export function filterCondition(filter: Filter | null | undefined, parameters: Parameters): string {
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
  if (filter?.subject) conditions.push(subjectCondition(filter.subject, parameters));
  return conditions.join(' and ');
}

/**
 * What is about the subject, as a condition on `notifications n`.
 * @throws BAD_USER_INPUT for a type or id that cannot be
 */
export function subjectCondition({ type, id }: Subject, parameters: Parameters): string {
  checkWord('subject.type', type, 100);
  checkWord('subject.id', id, 255);
  return type === 'application' && isUuid(id) ? `n.application_id = ${parameters.add(id)}` : 'false';
}

/** Whether what is unread among the filter's is just what the stored counter counts. */
export function isCounter(filter: Filter | null | undefined): boolean {
  const state = filter?.state ?? NotificationState.INBOX;
  const isWhole = state === NotificationState.INBOX || state === NotificationState.UNREAD;
  return isWhole && !filter?.categories && !filter?.types && !filter?.subject;
}
