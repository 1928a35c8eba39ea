import type { Category, OutgoingChannel as Name } from '../catalogue/category.ts';

/** A way to readers, as `delivery/` decides for it. A folder beside `email/` makes one, and decides nothing itself. */
export interface OutgoingChannel {
  readonly name: Name;
  /** Whether this installation can send by it; if not, nothing is planned. */
  readonly isSetUp: boolean;
  /** SQL, a value: where the user is reached by it; null: nowhere. @param userId in SQL */
  readonly addressSql: (userId: string) => string;
  /** For how many seconds a notification may stay unread before it is sent. */
  readonly waits: (category: Category) => number;
  /** The most that one user gets in an hour; what is critical comes besides. */
  readonly perHour: number;
  /** The most that all users together get in a day of UTC, whatever it is; not said: any number. */
  readonly perDay?: number;
}
