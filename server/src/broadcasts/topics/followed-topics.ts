import type { LocalizedText } from '../../catalogue/category.ts';
import { forReader, type InLanguages, type Language } from '../../catalogue/language.ts';
import { notFound } from '../../platform/errors.ts';
import type { Database } from '../../platform/postgres/database.ts';
import { deliveryTermsOf } from '../../preferences/delivery-terms.ts';
import { isName, MAX_OPEN_TOPICS } from './topic.service.ts';
import type { TopicType } from './topic.type.ts';

interface OpenTopic {
  readonly name: string;
  readonly title: readonly LocalizedText[];
  readonly isFollowed: boolean;
}

/** Open topics, as one reader sees and follows them. */
export class FollowedTopics {
  constructor(private readonly database: Database) {}

  /** By name. */
  async of(readerId: string): Promise<TopicType[]> {
    const [topics, { language }] = await Promise.all([
      this.database.query<OpenTopic>(`${OPEN} order by t.name limit ${MAX_OPEN_TOPICS}`, [readerId]),
      deliveryTermsOf(this.database, readerId),
    ]);
    return topics.map((topic) => shown(topic, language));
  }

  /** @throws NOT_FOUND unless it is open */
  follow(readerId: string, name: string): Promise<TopicType> {
    return this.change(readerId, name, FOLLOW);
  }

  /** @throws NOT_FOUND unless it is open */
  unfollow(readerId: string, name: string): Promise<TopicType> {
    return this.change(readerId, name, UNFOLLOW);
  }

  private async change(readerId: string, name: string, statement: string): Promise<TopicType> {
    if (!isName(name)) throw notFound('Topic');
    await this.database.query(statement, [readerId, name]);
    const [topic] = await this.database.query<OpenTopic>(`${OPEN} and t.name = $2`, [readerId, name]);
    if (!topic) throw notFound('Topic');
    const { language } = await deliveryTermsOf(this.database, readerId);
    return shown(topic, language);
  }
}

const shown = ({ name, title, isFollowed }: OpenTopic, language: Language): TopicType => ({
  name,
  title: title.length > 0 ? forReader(title as InLanguages<LocalizedText>, language).text : name,
  isFollowed,
});

const OPEN = `
  select t.name, t.title, m.user_id is not null as "isFollowed"
  from topics t left join topic_members m on m.topic = t.name and m.user_id = $1
  where t.is_open`;

const FOLLOW = `
  insert into topic_members (topic, user_id) select name, $1 from topics where name = $2 and is_open
  on conflict do nothing`;

const UNFOLLOW = `
  delete from topic_members m using topics t
  where m.user_id = $1 and m.topic = $2 and t.name = m.topic and t.is_open`;
