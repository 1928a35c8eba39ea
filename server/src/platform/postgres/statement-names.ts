import { createHash } from 'node:crypto';

const MAX_NAMES = 1_000;
/** invalid_sql_statement_name and duplicate_prepared_statement: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REFUSALS = new Set<unknown>(['26000', '42P05']);

/**
 * Under a name a connection keeps the statement prepared, and PostgreSQL parses it once. There are only so many texts,
 * since values travel apart from them; should that ever not hold, the rest goes unprepared.
 *
 * A pooler may hand out another connection for each transaction, with what others have prepared there. So a name says
 * what it stands for, whoever gave it: it can be missing or there already, but never be another statement's. A pooler that
 * keeps no account of names is noticed by that, and from then on nothing is named.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();
  private areRefused = false;

  /** @returns undefined when it goes unprepared */
  of(text: string): string | undefined {
    if (this.areRefused) return undefined;
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MAX_NAMES) return known;
    const name = `carillon_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
    this.names.set(text, name);
    return name;
  }

  /** Does it again without names where a name was refused, before which PostgreSQL has done nothing that stays. */
  async insist<T>(perform: () => Promise<T>): Promise<T> {
    try {
      return await perform();
    } catch (error) {
      if (!REFUSALS.has((error as { code?: unknown }).code)) throw error;
      this.areRefused = true;
      return perform();
    }
  }
}
