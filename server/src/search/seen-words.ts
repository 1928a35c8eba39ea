import { givenBy } from '../catalogue/wording/given.ts';
import type { Wording, WordingReader } from '../catalogue/wording/wording.ts';
import type { Wordings } from '../catalogue/wording/wordings.ts';
import { readable } from '../platform/text/readable.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { lexemesOf, stemmers, wordsOf } from '../inbox/search/words.ts';
import type { Sql } from '../platform/postgres/database.ts';
import { WordingReaders } from '../preferences/wording-readers.ts';
import { Stems } from './stems.ts';

/** Which words notifications have, as their readers see them. */
export class SeenWords {
  private readonly stems = new Stems();

  constructor(private readonly wordings: Pick<Wordings, 'findAll'>) {}

  /** Takes them in, or in anew. What is being removed meanwhile is left out. */
  async takeIn(sql: Sql, rows: readonly NotificationRow[]): Promise<void> {
    if (rows.length === 0) return;
    const wordings = await this.wordings.findAll(
      rows.flatMap(({ wording }) => wording ?? []),
      sql,
    );
    const readers = await readersOf(sql, rows);
    // What went to many is one text.
    const known = new Map<string, string[]>();
    const texts = rows.map((row) => {
      const reader = readers.get(row.userId)!;
      const text = textOf(row, reader, row.wording === null ? undefined : wordings.get(row.wording));
      const words = known.get(text) ?? wordsOf(text);
      known.set(text, words);
      return { row, language: reader.language, words };
    });
    for (const [language, said] of Map.groupBy(texts, (text) => text.language)) {
      const stemsOf = await this.stems.find(
        sql,
        stemmers[language],
        [...new Set(said.map(({ words }) => words))].flat(),
      );
      await sql.query(TAKE_IN, [
        said.map(({ row }) => row.id),
        said.map(({ row, words }) => lexemesOf(row.userId, words, stemsOf).join(' ')),
      ]);
    }
  }
}

async function readersOf(
  sql: Sql,
  rows: readonly NotificationRow[],
): Promise<ReadonlyMap<string, WordingReader>> {
  const readers = new WordingReaders(sql);
  const userIds = [...new Set(rows.map(({ userId }) => userId))];
  return new Map(
    await Promise.all(userIds.map(async (userId) => [userId, await readers.find(userId)] as const)),
  );
}

function textOf(row: NotificationRow, reader: WordingReader, wording: Wording | undefined): string {
  const given = givenBy(row);
  const said = wording
    ? [wording.title(reader, given), wording.message(reader, given)]
    : [row.title || readable(row.type), row.message];
  const actors = row.actors ?? [row.actor];
  return [...said, row.subjectLabel, ...actors.map((actor) => actor?.name)].join('\n');
}

const TAKE_IN = `
  with n as (
    select n.id, n.user_id from all_notifications n where n.id = any($1::uuid[]) for key share skip locked
  )
  insert into notification_words (notification_id, user_id, words)
  select n.id, n.user_id, array_to_tsvector(array_remove(string_to_array(item.lexemes, ' '), ''))
  from unnest($1::uuid[], $2::text[]) item (id, lexemes) join n on n.id = item.id
  on conflict (notification_id) do update set words = excluded.words`;
