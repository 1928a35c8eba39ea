import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTime } from '../platform/graphql/date-time.ts';
import { LongText, Paged } from '../platform/graphql/admission/field-cost.ts';
import { NodeType } from '../platform/graphql/node.type.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import type { ApplicationRow } from './application.entity.ts';
import { ApplicationStatus } from './application-status.ts';
import { MAX_REASON } from '../platform/text/limits.ts';

@ObjectType('Application', {
  simpleResolvers: true,
  implements: NodeType,
  description: 'What a candidate submitted to an instructor. Only these two see it.',
})
export class ApplicationType extends NodeType {
  @Field(() => String, { description: 'Plain text, 200 characters at most.' })
  title!: string;

  @Field(() => ApplicationStatus, { description: 'How far it is.' })
  status!: ApplicationStatus;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @LongText(MAX_REASON)
  @Field(() => String, {
    nullable: true,
    description: 'Why it was decided so, in the words of whoever decided.',
  })
  reason!: string | null;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  createdAt!: Date;
}

@InputType({ description: 'A new application.' })
export class SubmitApplicationInput {
  @Field(() => String, { description: 'Plain text, 1 to 200 characters.' })
  title!: string;

  @Field(() => ID, { description: 'One of `instructors`.' })
  instructorId!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The application after the change.' })
export class ApplicationPayload {
  @Field(() => ApplicationType, { description: 'As it is now.' })
  application!: ApplicationRow;
}

@ObjectType({ simpleResolvers: true, description: 'An application and its place in the list.' })
export class ApplicationEdge {
  @Field(() => ApplicationType, { description: 'The application.' })
  node!: ApplicationRow;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of applications, newest first.' })
export class ApplicationConnection {
  @Paged()
  @Field(() => [ApplicationEdge], { description: 'Newest first.' })
  edges!: ApplicationEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}
