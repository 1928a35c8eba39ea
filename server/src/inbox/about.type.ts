import { Field, ID, ObjectType } from 'type-graphql';
import { LongText } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { MAX_REASON } from '../platform/text/limits.ts';
import { ActionStyle } from './action.ts';
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

  @LongText(2_000)
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

  @Field(() => String, {
    description: 'Their name: plain text, 200 characters at most. Empty: of somebody who was erased.',
  })
  name!: string;

  @LongText(2_000)
  @Field(() => String, {
    nullable: true,
    description: 'A picture of them, by https; null also where this installation does not allow its host.',
  })
  imageUrl!: string | null;
}

@ObjectType('NotificationAction', {
  simpleResolvers: true,
  description: 'Something that can be done about a notification.',
})
export class ActionType {
  @Field(() => ID, { description: 'What programs know it by; for `performAction`.' })
  actionId!: string;

  @Field(() => String, { description: 'What stands on its button: plain text, 100 characters at most.' })
  label!: string;

  @Field(() => ActionStyle, { description: 'How it is to look.' })
  style!: ActionStyle;

  @Field(() => Boolean, { description: 'Whether whoever does it is asked to say something about it.' })
  asksForComment!: boolean;
}

@ObjectType('ActionOutcome', {
  simpleResolvers: true,
  description: 'What was done about a notification: the same for everybody who was asked.',
})
export class OutcomeType {
  @Field(() => ActionType, { description: 'What was done.' })
  action!: ActionType;

  @Field(() => ActorType, { description: 'Who did it.' })
  by!: ActorType;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;

  @LongText(MAX_REASON)
  @Field(() => String, { nullable: true, description: 'What they said about it: 2,000 characters at most.' })
  comment!: string | null;
}
