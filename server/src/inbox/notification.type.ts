import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { InboxState } from './inbox-state.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { LongText, Paged } from '../platform/graphql/admission/field-cost.ts';
import { NodeType } from '../platform/graphql/node.type.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { InboxType } from './inbox.type.ts';
import { NotificationState, type Filter } from './notification-filter.ts';
import { Severity } from './severity.ts';
import type { SubjectRef as Ref } from './subject.ts';
import type { NotificationRow } from './notification.row.ts';
import { Ring } from './ring.ts';

@ObjectType('Notification', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'Something that a user was told.',
})
export class NotificationType extends NodeType {
  @Field(() => Int, {
    description: "The inbox's seq when it last came to the top. The inbox is ordered by it; it has gaps.",
  })
  seq!: number;

  @Field(() => Int, { description: "The inbox's seq at its last change of any kind." })
  changeSeq!: number;

  @Field(() => String, {
    description:
      'What happened, for programs: `application_submitted`, `application_approved`, `application_rejected`, or what a service called it.',
  })
  type!: string;

  @Field(() => String, { description: 'How it is filed.' })
  category!: string;

  @Field(() => String, {
    description:
      'Plain text, 200 characters at most: what its sender wrote, or how its declared type says it in the language of the reader. Show it as text, never as HTML.',
  })
  title!: string;

  @LongText(4_000)
  @Field(() => String, { description: 'Plain text, 4,000 characters at most; like the title.' })
  message!: string;

  @LongText(2_000)
  @Field(() => String, {
    nullable: true,
    description: 'Where it leads: a path on this site or an https address.',
  })
  url!: string | null;

  @Field(() => Severity, { description: 'How much it matters, as its sender says.' })
  severity!: Severity;

  @Field(() => Int, {
    description:
      'How many events it stands for: more than one where several of one type and subject (or `groupKey`) came within its type’s window. It grows in place: it comes to the top with a new `seq`, says what the newest event says, and is unread again.',
  })
  count!: number;

  @Field(() => DateTime, {
    description: 'When it was saved; of one that stands for several events: the newest of them.',
  })
  createdAt!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was read; null while it is unread.' })
  readAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was archived; null where it is not in the archive.',
  })
  archivedAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Until when it is put away; within seconds after that it comes to the top, unread. Null where it is not snoozed.',
  })
  snoozedUntil!: string | null;

  @Field(() => Boolean, { description: 'Whether its reader has pinned it: 50 at most in an inbox.' })
  isPinned!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it needed nobody any more: what it asks for was decided, or its reader opened what it is about. Nothing reminds of it from then on.',
  })
  settledAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When it ceases to mean anything, as its sender says; it is removed within a minute of that, read or not. Null: never.',
  })
  expiresAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its sender corrected it last: it says something else than it did. Null: never.',
  })
  editedAt!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'When its sender took it back. What nobody had seen by then is gone; this was seen, and stays. Nothing reminds of it. Null: never.',
  })
  retractedAt!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it came to its reader because nobody who was asked before took an action in the time that its type gives.',
  })
  isEscalated!: boolean;

  @Field(() => Ring, {
    nullable: true,
    description:
      'What was decided about ringing when it came, by what the reader had chosen then. Null where it is older than this is kept.',
  })
  ring!: Ring | null;
}

registerEnumType(NotificationState, {
  name: 'NotificationState',
  description: 'Which part of an inbox.',
  valuesConfig: {
    INBOX: { description: 'What is neither archived nor snoozed.' },
    UNREAD: { description: 'Of the inbox, what is unread.' },
    READ: { description: 'Of the inbox, what is read.' },
    ARCHIVED: { description: 'What is archived.' },
    SNOOZED: { description: 'What is snoozed.' },
    ALL: { description: 'The inbox, the archive, and what is snoozed.' },
  },
});

@InputType({ description: 'Something that notifications are about.' })
export class SubjectRef implements Ref {
  @Field(() => String, {
    description: 'What kind of thing, as its host calls it: 100 characters at most.',
  })
  type!: string;

  @Field(() => ID, { description: 'Its id: 255 characters at most.' })
  id!: string;
}

@InputType({ description: 'Narrows a list. What is not said, or null, does not narrow.' })
export class NotificationFilter implements Filter {
  @Field(() => NotificationState, { nullable: true, description: '`INBOX` if not said.' })
  state?: NotificationState | null;

  @Field(() => [String], { nullable: true, description: 'Only these categories, 50 at most.' })
  categories?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Only these types, 50 at most.' })
  types?: string[] | null;

  @Field(() => SubjectRef, { nullable: true, description: 'Only what is about this.' })
  subject?: SubjectRef | null;

  @Field(() => [Severity], { nullable: true, description: 'Only these.' })
  severities?: Severity[] | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Only what was saved then or later; of several events, the newest of them.',
  })
  since?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Only what was saved before.' })
  until?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only what is pinned, or only what is not.' })
  isPinned?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what has all these words in its title, message, subject or the names of who did it, as its reader reads them: each from its beginning on, or in another form of it. Case, accents and other signs make no difference. 1 to 200 characters; where there is no word in it, nothing has it. A notification can be found within 5 seconds.',
  })
  search?: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A notification and its place in the list.' })
export class NotificationEdge {
  @Field(() => NotificationType, { description: 'The notification.' })
  node!: NotificationRow;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of an inbox, newest first.' })
export class NotificationConnection {
  @Paged()
  @Field(() => [NotificationEdge], { description: 'Newest first, whichever way was paged.' })
  edges!: NotificationEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;

  @Field(() => InboxType, { description: 'The inbox at the moment the page was read.' })
  inbox!: InboxState;
}
