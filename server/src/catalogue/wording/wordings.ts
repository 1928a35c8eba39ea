import { LRUCache } from 'lru-cache';
import type { Sql } from '../../platform/postgres/database.ts';
import { Groups } from '../../platform/postgres/groups.ts';
import { Wording, type WordingTexts } from './wording.ts';

/** All texts of one may be 32,000 characters long; nearly all are short. */
const MAX_CHARACTERS = 16_000_000;
const WORDINGS_A_QUERY = 500;

interface Row {
  id: number;
  type: string;
  texts: WordingTexts;
}

/** The words of all versions of all types, which are never changed: each is read once, when it is first needed. */
export class Wordings {
  private readonly known = new LRUCache<number, Wording>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: ({ size }) => size,
  });

  constructor(private readonly sql: Sql) {}

  /** @returns undefined for an id that there is none of */
  async find(id: number): Promise<Wording | undefined> {
    return this.known.get(id) ?? (await this.reads.add(id));
  }

  /** Of several, those that there are. @param sql a transaction, in which nobody waits for a second connection */
  async findAll(ids: readonly number[], sql?: Sql): Promise<ReadonlyMap<number, Wording>> {
    const distinct = [...new Set(ids)];
    if (sql) return this.findBy(sql, distinct);
    const found = await Promise.all(distinct.map(async (id) => [id, await this.find(id)] as const));
    return new Map(found.flatMap(([id, wording]) => (wording ? [[id, wording]] : [])));
  }

  private async findBy(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, Wording>> {
    const known = new Map(ids.flatMap((id) => (this.known.has(id) ? [[id, this.known.get(id)!]] : [])));
    const missing = ids.filter((id) => !known.has(id));
    return missing.length === 0 ? known : new Map([...known, ...(await this.read(sql, missing))]);
  }

  private async read(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, Wording>> {
    const rows = await sql.query<Row>('select id, type, texts from wordings where id = any($1)', [ids]);
    const read = new Map(rows.map(({ id, type, texts }) => [id, new Wording(type, texts)]));
    for (const [id, wording] of read) this.known.set(id, wording);
    return read;
  }

  private readonly reads = new Groups<number, Wording | undefined>(
    async (ids) => {
      const read = await this.read(this.sql, [...new Set(ids)]);
      return ids.map((id) => read.get(id));
    },
    { most: WORDINGS_A_QUERY, inFlight: 2, isForAll: () => true },
  );
}
