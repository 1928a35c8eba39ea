import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { InboxState } from './inbox-state.ts';
import { InboxType } from './inbox.type.ts';
import type { NotificationRow } from './notification.row.ts';
import { NotificationType } from './notification.type.ts';

const UNDO_ID = 'For `undo`, within ten minutes; null where nothing changed, or where it cannot be undone.';

@ObjectType({ simpleResolvers: true, description: 'One notification after a change, and the inbox with it.' })
export class NotificationPayload {
  @Field(() => NotificationType, { description: 'As it is now.' })
  notification!: NotificationRow;

  @Field(() => InboxType, { description: 'With the counters after the change.' })
  inbox!: InboxState;

  @Field(() => ID, { nullable: true, description: UNDO_ID })
  undoId?: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The inbox after a change that concerned no single notification.',
})
export class InboxPayload {
  @Field(() => InboxType, { description: 'With the counters after the change.' })
  inbox!: InboxState;
}

@ObjectType({ simpleResolvers: true, description: 'The inbox after a change of many.' })
export class BulkPayload {
  @Field(() => Int, { description: 'How many notifications it changed.' })
  affectedCount!: number;

  @Field(() => InboxType, { description: 'With the counters after the change.' })
  inbox!: InboxState;

  @Field(() => ID, { nullable: true, description: UNDO_ID })
  undoId?: string | null;
}
