import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { AtMost, LongText } from '../platform/graphql/admission/field-cost.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import { WebhookEvent } from './webhook-event.ts';

const EVENTS = Object.keys(WebhookEvent).length;

@InputType({ description: 'Where a service wants to be told of what.' })
export class RegisterWebhookInput {
  @Field(() => String, {
    description:
      'An https address on the internet, without a name or password in it, 2,000 characters at most.',
  })
  url!: string;

  @Field(() => [WebhookEvent], { description: 'One at least; what stands there twice counts once.' })
  events!: WebhookEvent[];
}

@ObjectType('Webhook', {
  simpleResolvers: true,
  description: 'An address that is told of events, signed as the Standard Webhooks specification says.',
})
export class WebhookType {
  @Field(() => ID, { description: 'UUIDv7.' })
  id!: string;

  @LongText(2_000)
  @Field(() => String, { description: 'Where messages are posted to.' })
  url!: string;

  @AtMost(EVENTS)
  @Field(() => [WebhookEvent], { description: 'What it is told of.' })
  events!: WebhookEvent[];

  @Field(() => Boolean, {
    description:
      'False once it has answered 410: it is told of nothing any more. Remove it, and register it anew.',
  })
  isEnabled!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to registerWebhook.' })
export class RegisterWebhookPayload {
  @Field(() => WebhookType, { description: 'What was registered.' })
  webhook!: WebhookType;

  @Field(() => String, {
    description: 'Checks the signatures: `whsec_` and 32 bytes in base64. It is shown this once.',
  })
  secret!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to rotateWebhookSecret.' })
export class RotateWebhookSecretPayload {
  @Field(() => WebhookType, { description: 'The webhook.' })
  webhook!: WebhookType;

  @Field(() => String, { description: 'The new secret, shown this once.' })
  secret!: string;

  @Field(() => DateTime, { description: 'Until when messages are signed with the former secret too.' })
  formerUntil!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The answer to removeWebhook.' })
export class RemoveWebhookPayload {
  @Field(() => ID, { description: 'What was removed.' })
  removedId!: string;
}
