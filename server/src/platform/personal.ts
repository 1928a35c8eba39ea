/** What of one person a table keeps, and what becomes of it when they are erased. */
export interface Personal {
  readonly table: string;
  /** Which rows: a condition on the table, with the person's id as `$1`. */
  readonly of: string;
  /**
   * What of these rows an export has: columns. Secrets and hashes are never among them; none at all where another table
   * says the same.
   */
  readonly exported: readonly string[];
  readonly erased: Erased;
}

/** What erasure does to rows of a person. */
export type Erased =
  | 'deleted'
  /** They go by a foreign key when the person's row goes, or their inbox, or a notification of theirs. */
  | 'with their owner'
  /** What these columns are afterwards, as SQL. The row is then not one of the person's any more. */
  | { readonly overwritten: Readonly<Record<string, string>> }
  /** They stay, and why. */
  | { readonly kept: string };
