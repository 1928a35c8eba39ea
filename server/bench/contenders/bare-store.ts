import { Pool, type QueryResultRow } from 'pg';

/** What the bare server keeps: rows, and nothing about them. */
export const BARE_SCHEMA = `
  create table notifications (
    id bigint generated always as identity primary key,
    user_id text collate "C" not null,
    type text not null,
    category text not null,
    title text not null,
    message text not null,
    url text,
    created_at timestamptz(3) not null default now(),
    read_at timestamptz(3)
  );
  create index notifications_page on notifications (user_id, id desc);
  create index notifications_unread on notifications (user_id) where read_at is null;`;

const SHOWN = 'id, type, category, title, message, url, created_at, read_at';
const INSERT = `insert into notifications (user_id, type, category, title, message, url)
  values ($1, $2, $3, $4, $5, $6) returning ${SHOWN}`;
const INSERT_MANY = `insert into notifications (user_id, type, category, title, message, url)
  select unnest($1::text[]), $2, $3, $4, $5, $6 returning user_id, ${SHOWN}`;
const PAGE = `select ${SHOWN} from notifications where user_id = $1 and id < $2 order by id desc limit $3`;
const COUNT = 'select count(*)::int as unread from notifications where user_id = $1 and read_at is null';
const MARK = `update notifications set read_at = now() where id = $1 and user_id = $2 and read_at is null
  returning ${SHOWN}`;
const MARK_ALL = 'update notifications set read_at = now() where user_id = $1 and read_at is null';

const MAX_ID = '9223372036854775807';

export interface Content {
  type: string;
  category: string;
  title: string;
  message: string;
  url: string;
}

export interface Row extends QueryResultRow {
  id: string;
}

/** One prepared statement for each request. */
export class BareStore {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = new Pool({ connectionString: url, max: connections });
  }

  async insert(userId: string, content: Content): Promise<Row> {
    return (await this.run<Row>('insert', INSERT, [userId, ...valuesOf(content)]))[0]!;
  }

  insertMany(userIds: string[], content: Content): Promise<(Row & { user_id: string })[]> {
    return this.run('insert-many', INSERT_MANY, [userIds, ...valuesOf(content)]);
  }

  page(userId: string, after: string | null, size: number): Promise<Row[]> {
    return this.run('page', PAGE, [userId, after ?? MAX_ID, size]);
  }

  async unread(userId: string): Promise<number> {
    return (await this.run<{ unread: number }>('count', COUNT, [userId]))[0]!.unread;
  }

  async markRead(userId: string, id: string): Promise<Row | undefined> {
    return (await this.run<Row>('mark', MARK, [id, userId]))[0];
  }

  async markAllRead(userId: string): Promise<void> {
    await this.run('mark-all', MARK_ALL, [userId]);
  }

  private async run<T extends QueryResultRow>(name: string, text: string, values: unknown[]): Promise<T[]> {
    return (await this.pool.query<T>({ name, text, values })).rows;
  }
}

const valuesOf = ({ type, category, title, message, url }: Content) => [type, category, title, message, url];
