import { v7 as uuidv7 } from 'uuid';
import { replan } from '../delivery/replan.ts';
import { lockInboxes } from '../inbox/acts/lock-inboxes.ts';
import { countedSql } from '../inbox/counted.ts';
import type { Actor } from '../inbox/notification.row.ts';
import type { Sql, Transaction } from '../platform/postgres/database.ts';
import { renewWords } from '../search/stale-words.ts';
import { ensureRecipients } from '../users/user.service.ts';
import { addToKnown, unknownOf, type Added, type Growth, type SendSetup } from './add-notifications.ts';
import type { Content } from './content.ts';
import { joinedBy, type Group } from './group.ts';

/** A row that events may still join, as it is before this one does. */
interface Growing {
  id: string;
  userId: string;
  count: number;
  actor: Actor | null;
  actors: readonly Actor[] | null;
  actorKeys: readonly string[] | null;
  category: string;
  isUnread: boolean;
  isUnseen: boolean;
}

/**
 * Adds to the rows of the same group that still grow, and begins one where there is none. The inboxes are locked by a
 * statement of its own: the next one sees each row that was committed while this waited.
 * @param recipientIds each once, 500 at most; whoever was never seen gets an inbox
 */
export async function addGrouped(
  sql: Transaction,
  setup: SendSetup,
  content: Content,
  group: Group,
  recipientIds: readonly string[],
): Promise<Added> {
  do await ensureRecipients(sql, await unknownOf(sql, recipientIds));
  while (
    // Who was erased while this waited is somebody new.
    (await lockInboxes(sql, recipientIds)) < recipientIds.length
  );
  const growing = await growingOf(sql, group.key, recipientIds);
  const grownIds = [...growing.values()].map(({ id }) => id);
  await replan(sql, grownIds);
  await renewWords(sql, grownIds);
  const additions = recipientIds.map((recipientId) => ({ recipientId, content }));
  const growths = recipientIds.map((id) => growthOf(growing.get(id), group, content.actor));
  return (await addToKnown(sql, setup, additions, growths)) as Added;
}

/** By their readers. What was settled or taken back does not grow any more: what comes after that is something new. */
async function growingOf(sql: Sql, key: string, userIds: readonly string[]): Promise<Map<string, Growing>> {
  const rows = await sql.query<Growing>(
    `select distinct on (n.user_id) n.id, n.user_id as "userId", n.event_count as "count", n.actor, n.actors,
       n.actor_keys as "actorKeys", n.category, ${countedSql('n')} as "isUnread", n.seq > i.seen_seq as "isUnseen"
     from notifications n join inbox i on i.user_id = n.user_id
     where n.user_id = any($1::text[]) and n.group_key = $2 and n.settled_at is null and n.retracted_at is null
       and n.grows_until > now()
     order by n.user_id, n.grows_until desc`,
    [userIds, key],
  );
  return new Map(rows.map((row) => [row.userId, row]));
}

const first = { count: 1, actors: null, actorKeys: null, unread: 1, unseen: 1, leaves: null } as const;

function growthOf(row: Growing | undefined, { key, minutes }: Group, actor: Actor | null): Growth {
  const group = { groupKey: key, minutes };
  if (!row) return { ...group, ...first, id: uuidv7() };
  const { id, count, category, isUnread, isUnseen } = row;
  const alone = joinedBy({ actors: [], actorKeys: [] }, row.actor);
  const before = { actors: row.actors ?? alone.actors, actorKeys: row.actorKeys ?? alone.actorKeys };
  return {
    ...group,
    ...{ id, count: count + 1, ...joinedBy(before, actor) },
    // What was unread is counted already; at its new place it is unseen in any case.
    unread: isUnread ? 0 : 1,
    unseen: isUnread && isUnseen ? 0 : 1,
    leaves: isUnread ? category : null,
  };
}
