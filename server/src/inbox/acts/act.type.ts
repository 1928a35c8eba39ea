import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../../platform/graphql/date-time.ts';
import { InboxAct } from './inbox-act.ts';

@ObjectType('Act', {
  simpleResolvers: true,
  description: 'Something that a reader did to their notifications, as one change: it can be undone as one.',
})
export class ActType {
  @Field(() => ID, { description: 'For `undo`.' })
  id!: string;

  @Field(() => InboxAct, { description: 'What was done.' })
  act!: InboxAct;

  @Field(() => Int, { description: 'How many notifications it changed.' })
  affectedCount!: number;

  @Field(() => DateTime, { description: 'When.' })
  at!: string;
}
