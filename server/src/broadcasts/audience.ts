import { badInput } from '../platform/errors.ts';
import type { Sql } from '../platform/postgres/database.ts';
import type { Role } from '../users/role.ts';
import type { TopicService } from './topics/topic.service.ts';
import { nobody } from '../users/nameless.ts';

/** Whom something is for, without their names. */
export type Audience = { readonly topic: string } | { readonly role: Role } | { readonly everybody: true };

/** As a sender says it. */
export interface AudienceGiven {
  topic?: string | null;
  role?: Role | null;
  everybody?: boolean | null;
}

/** @throws BAD_USER_INPUT for a topic that is not there, and for whatever names not exactly one audience */
export async function checkAudience(
  { topic, role, everybody }: AudienceGiven,
  topics: Pick<TopicService, 'exists'>,
): Promise<Audience> {
  const given = [topic, role, everybody].filter((value) => value != null);
  if (given.length !== 1) throw badInput('Say one of topic, role and everybody', 'audience');
  if (everybody === false) throw badInput('everybody is true, or left out', 'audience.everybody');
  if (role != null) return { role };
  if (topic == null) return { everybody: true };
  if (!(await topics.exists(topic))) throw badInput('There is no such topic', 'audience.topic');
  return { topic };
}

/** How many belong to it since that moment, or longer. */
export async function countMembers(sql: Sql, audience: Audience, since: string): Promise<number> {
  const { from, values } = membersOf(audience);
  const [counted] = await sql.query<{ count: number }>(`select count(*)::int as count from ${from}`, [
    since,
    ...values,
  ]);
  return counted!.count;
}

// Who stands for those who were erased reads nothing.
const IS_SOMEBODY = `id <> ${nobody}`;

/** In SQL, where $1 is the moment since when they have to belong to it, and `values` are the parameters after that. */
export function membersOf(audience: Audience): { id: string; from: string; values: string[] } {
  if ('topic' in audience)
    return {
      id: 'user_id',
      from: 'topic_members where created_at <= $1 and topic = $2',
      values: [audience.topic],
    };
  if ('role' in audience)
    return {
      id: 'id',
      from: `users where role_since <= $1 and role = $2 and ${IS_SOMEBODY}`,
      values: [audience.role],
    };
  return { id: 'id', from: `users where created_at <= $1 and ${IS_SOMEBODY}`, values: [] };
}
