import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LongText, Paged } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { PageInfo } from '../platform/graphql/page-info.type.ts';
import { WebhookEvent } from './webhook-event.ts';

@ObjectType({
  simpleResolvers: true,
  description: 'A message to a webhook that could not be sent and is not tried again by itself.',
})
export class FailedWebhookMessage {
  @Field(() => ID, { description: 'For `sendWebhookMessageAgain`; also its `webhook-id`.' })
  id!: string;

  @Field(() => ID, { description: 'Which webhook it is for.' })
  webhookId!: string;

  @Field(() => String, { description: 'Whose webhook that is: the `sub` of a service, or an admin.' })
  service!: string;

  @LongText(2_000)
  @Field(() => String, { description: 'Where it was to go.' })
  url!: string;

  @Field(() => WebhookEvent, { description: 'What it tells of.' })
  event!: WebhookEvent;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What came of the last try: a status, or why there was none.',
  })
  answer!: string | null;

  @Field(() => DateTime, { description: 'When that of which it tells happened.' })
  createdAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A failed message and its place in the list.' })
export class FailedWebhookMessageEdge {
  @Field(() => FailedWebhookMessage, { description: 'The message.' })
  node!: FailedWebhookMessage;

  @Field(() => String, { description: 'Its place, for `after`.' })
  cursor!: string;
}

@ObjectType({ simpleResolvers: true, description: 'A stretch of failed messages, newest first.' })
export class FailedWebhookMessageConnection {
  @Paged()
  @Field(() => [FailedWebhookMessageEdge], { description: 'Newest first.' })
  edges!: FailedWebhookMessageEdge[];

  @Field(() => PageInfo, { description: 'Whether there is more.' })
  pageInfo!: PageInfo;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to sendWebhookMessageAgain.' })
export class SendWebhookMessageAgainPayload {
  @Field(() => ID, { description: 'What is sent again.' })
  messageId!: string;
}
