import type { Database, Transaction } from '../../platform/postgres/database.ts';
import { theirSender } from '../../users/nameless.ts';
import { actOnAll } from '../acts/acting.ts';
import { lockInboxes } from '../acts/lock-inboxes.ts';
import { actorKey } from '../actor-key.ts';
import type { Announce } from '../delta.ts';
import type { Parameters } from '../parameters.ts';

/** No index leads to who did something: each row that is sent would pay for what is looked for once in a while. */
const ROWS_A_LOOK = 5_000;
const ROWS_A_TRANSACTION = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

interface Named {
  readonly id: string;
  readonly userId: string;
}

export interface Unnaming {
  readonly announce: Announce;
  /** Their words have a name less. In the transaction of the change. */
  readonly onReworded: (sql: Transaction, notificationIds: readonly string[]) => Promise<void>;
}

/**
 * Takes somebody's name out of others' inboxes, where they did something or answered it: a change like any other, which
 * every device is told. It looks at all notifications there are, some at a time.
 */
export async function unname(database: Database, userId: string, unnaming: Unnaming): Promise<void> {
  for (let after: string | undefined = BEFORE_ALL; after !== undefined;) {
    const { last, named } = await look(database, userId, after);
    for (let from = 0; from < named.length; from += ROWS_A_TRANSACTION) {
      const some = named.slice(from, from + ROWS_A_TRANSACTION);
      await database.transaction((sql) => unnameIn(sql, userId, some, unnaming));
    }
    after = last;
  }
}

/** @returns those in the next stretch that name them, and where it ends; undefined: there was nothing left */
async function look(
  database: Database,
  userId: string,
  after: string,
): Promise<{ last: string | undefined; named: readonly Named[] }> {
  const [found] = await database.query<{ last: string | null; named: Named[] | null }>(LOOK, [userId, after]);
  return { last: found!.last ?? undefined, named: found!.named ?? [] };
}

const LOOK = `
  with page as materialized (
    select id, user_id, actor, actors, outcome, service from all_notifications
    where id > $2 order by id limit ${ROWS_A_LOOK}
  )
  select (select id from page order by id desc limit 1) as last,
    (select json_agg(json_build_object('id', n.id, 'userId', n.user_id)) from page n
     where n.user_id <> $1 and (n.actor ->> 'id' = $1 or n.outcome -> 'by' ->> 'id' = $1
       or n.actors @> jsonb_build_array(jsonb_build_object('id', $1::text)) or n.service = ${theirSender})) as named`;

async function unnameIn(
  sql: Transaction,
  userId: string,
  named: readonly Named[],
  { announce, onReworded }: Unnaming,
): Promise<void> {
  const owners = [...new Set(named.map((row) => row.userId))];
  const ids = named.map(({ id }) => id);
  await lockInboxes(sql, owners);
  const told = [userId, `user\t${userId}`, actorKey({ id: userId, name: '' })];
  const condition = (parameters: Parameters) => `n.id = any(${parameters.add(ids)}::uuid[])`;
  const acted = await actOnAll(sql, 'unname', owners, condition, told);
  await onReworded(sql, ids);
  sql.afterCommit(() => {
    for (const { delta } of acted) if (delta) announce(delta);
  });
}
