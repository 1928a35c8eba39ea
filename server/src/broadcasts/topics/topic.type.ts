import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LocalizedTextInput } from '../../catalogue/catalogue.type.ts';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { Paged } from '../../platform/graphql/admission/field-cost.ts';
import { PageInfo } from '../../platform/graphql/page-info.type.ts';

@InputType({ description: 'Who is written to together.' })
export class DeclareTopicInput {
  @Field(() => String, { description: 'Its name, the same for all services: 1 to 100 characters.' })
  name!: string;

  @Field(() => [LocalizedTextInput], {
    description:
      'How readers see it: in their language, else in English, else as it stands first. One at least.',
  })
  title!: LocalizedTextInput[];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether readers may follow it by themselves; false if not said. Whoever is in it stays when it is closed.',
  })
  isOpen?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'A topic after the change.' })
export class TopicPayload {
  @Field(() => String, { description: 'Its name.' })
  topic!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to removeTopic.' })
export class RemoveTopicPayload {
  @Field(() => String, { description: 'Its name.' })
  topic!: string;
}

@ObjectType({ simpleResolvers: true, description: 'Somebody who belongs to a topic.' })
export class TopicMember {
  @Field(() => ID, { description: 'Their id.' })
  userId!: string;

  @Field(() => DateTime, { description: 'Since when they belong to it.' })
  since!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A member and their place in the list.' })
export class TopicMemberEdge {
  @Field(() => TopicMember, { description: 'The member.' })
  node!: TopicMember;

  @Field(() => String, { description: 'Their place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of members, by their ids.' })
export class TopicMemberConnection {
  @Paged()
  @Field(() => [TopicMemberEdge], { description: 'By their ids, as bytes compare.' })
  edges!: TopicMemberEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ObjectType('Topic', {
  simpleResolvers: true,
  description: 'Something that readers may follow: then they get what is sent to all who do.',
})
export class TopicType {
  @Field(() => String, { description: 'Its name, for `followTopic`.' })
  name!: string;

  @Field(() => String, { description: 'How it is called, in the language of the reader.' })
  title!: string;

  @Field(() => Boolean, { description: 'Whether the caller belongs to it, by themselves or by a service.' })
  isFollowed!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A topic as the caller sees it after the change.' })
export class FollowPayload {
  @Field(() => TopicType, { description: 'As it is now.' })
  topic!: TopicType;
}
