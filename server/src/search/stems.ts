import type { Sql } from '../platform/postgres/database.ts';

/** Notifications say much the same: what PostgreSQL has been asked of so many words is kept. */
const MAX_KNOWN = 20_000;

/** The stems of words, by PostgreSQL's dictionaries. */
export class Stems {
  private readonly known = new Map<string, readonly string[]>();

  /** @param stemmer a dictionary of PostgreSQL @returns for each word its stems; none for the most common words */
  async find(
    sql: Sql,
    stemmer: string,
    words: Iterable<string>,
  ): Promise<(word: string) => readonly string[]> {
    const found = new Map([...new Set(words)].map((word) => [word, this.known.get(`${stemmer} ${word}`)]));
    const unknown = [...found].flatMap(([word, stems]) => (stems ? [] : [word]));
    if (this.known.size + unknown.length > MAX_KNOWN) this.known.clear();
    for (const { word, stems } of await ask(sql, stemmer, unknown)) {
      found.set(word, stems);
      this.known.set(`${stemmer} ${word}`, stems);
    }
    return (word) => found.get(word) ?? [];
  }
}

async function ask(
  sql: Sql,
  stemmer: string,
  words: readonly string[],
): Promise<{ word: string; stems: string[] }[]> {
  if (words.length === 0) return [];
  return sql.query(
    `select word, array_remove(coalesce(ts_lexize($1::regdictionary, word), '{}'), '') as stems
     from unnest($2::text[]) word`,
    [stemmer, words],
  );
}
