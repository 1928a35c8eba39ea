import { audit } from '../../audit/audit.ts';
import type { AuditActor } from '../../audit/audit-actor.ts';
import type { Category } from '../../catalogue/category.ts';
import { MAX_NAME, oncePerLanguage } from '../../catalogue/declarations.ts';
import { badInput, notFound } from '../../platform/errors.ts';
import { checkWord } from '../../platform/input.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { TopicEntity } from './topic.entity.ts';
import type { DeclareTopicInput } from './topic.type.ts';

/** So many can be shown to readers at once. */
export const MAX_OPEN_TOPICS = 200;
const MEMBERS_A_STATEMENT = 5_000;

/** What topics there are, and who may follow them. They are one deployment's: services share them. */
export class TopicService {
  constructor(private readonly database: Database) {}

  /** Makes it, or changes how it is called and whether it is open. @throws BAD_USER_INPUT */
  async declare(input: DeclareTopicInput, by: AuditActor): Promise<void> {
    const name = checkWord('name', input.name, MAX_NAME);
    const title = checkTitle(input.title);
    const isOpen = input.isOpen ?? false;
    await this.database.transaction(async (sql) => {
      // One after the other, so that the limit is exact.
      await sql.query(`select pg_advisory_xact_lock(hashtext('topics'))`);
      const others = await sql.entities.count(TopicEntity, { isOpen: true, name: { $ne: name } });
      if (isOpen && others >= MAX_OPEN_TOPICS)
        throw badInput(`${MAX_OPEN_TOPICS} topics are open already, which is the most`, 'isOpen');
      await sql.entities.upsert(TopicEntity, { name, title, isOpen });
      await audit(sql, by, 'declareTopic', [name]);
    });
  }

  /**
   * With all who belong to it, of whom some may be left when it is cut off: then it is repeated. What is on its way to
   * them goes to nobody else.
   * @throws NOT_FOUND
   */
  async remove(name: string, by: AuditActor): Promise<void> {
    if (!(await this.exists(name))) throw notFound('Topic');
    while ((await this.removeSome(name)) === MEMBERS_A_STATEMENT);
    await this.database.transaction(async (sql) => {
      await sql.entities.nativeDelete(TopicEntity, { name });
      await audit(sql, by, 'removeTopic', [name]);
    });
  }

  async exists(name: string): Promise<boolean> {
    return isName(name) && (await this.database.entities.count(TopicEntity, { name })) > 0;
  }

  private async removeSome(name: string): Promise<number> {
    const gone = await this.database.query(
      `delete from topic_members where topic = $1 and user_id in (
         select user_id from topic_members where topic = $1 order by user_id limit ${MEMBERS_A_STATEMENT} for update)
       returning 1`,
      [name],
    );
    return gone.length;
  }
}

/** What PostgreSQL cannot even hold is no name. */
export const isName = (name: string): boolean => !name.includes('\0') && name.isWellFormed();

function checkTitle(texts: DeclareTopicInput['title']): Category['title'] {
  for (const { text } of texts) checkWord('title', text, MAX_NAME);
  return oncePerLanguage('title', texts);
}
