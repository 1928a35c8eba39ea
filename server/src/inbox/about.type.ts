import { Field, ID, ObjectType } from 'type-graphql';
import type { Actor } from './notification.row.ts';

@ObjectType('Subject', {
  simpleResolvers: true,
  description: 'What a notification is about; `type` and `subjectId` are its identity in this deployment.',
})
export class SubjectType {
  @Field(() => String, { description: 'What kind of thing, as its host calls it.' })
  type!: string;

  @Field(() => ID, { description: 'Its id among those of its type.' })
  subjectId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'How it is called: plain text, 200 characters at most. As it was said with the notification.',
  })
  label!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is: a path on this site or an https address.',
  })
  url!: string | null;
}

@ObjectType('Actor', {
  simpleResolvers: true,
  description: 'Who did something: a copy of who they were, which outlives them.',
})
export class ActorType implements Omit<Actor, 'id'> {
  @Field(() => ID, { nullable: true, description: 'Their id, if the sender named one.' })
  actorId!: string | null;

  @Field(() => String, { description: 'Their name: plain text, 200 characters at most.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A picture of them, by https; null also where this installation does not allow its host.',
  })
  imageUrl!: string | null;
}
