import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { auditActorOf } from '../audit/audit-actor.ts';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import { senderOf, WRITE_WEBHOOKS } from '../users/viewer.ts';
import { MAX_WEBHOOKS, type Owner, type WebhookService } from './webhook.service.ts';
import {
  RegisterWebhookInput,
  RegisterWebhookPayload,
  RemoveWebhookPayload,
  RotateWebhookSecretPayload,
  WebhookType,
} from './webhook.type.ts';

@Resolver()
export class WebhookResolver {
  constructor(private readonly hooks: WebhookService) {}

  @Authorized(WRITE_WEBHOOKS)
  @AtMost(MAX_WEBHOOKS)
  @Query(() => [WebhookType], {
    description:
      'The caller’s own webhooks, 20 at most, the oldest first. Takes a token with `webhooks:write` in its scope, or an admin’s.',
  })
  webhooks(@Ctx() { viewer }: Context): Promise<WebhookType[]> {
    return this.hooks.list(senderOf(viewer!));
  }

  @Authorized(WRITE_WEBHOOKS)
  @Mutation(() => RegisterWebhookPayload, {
    nullable: true,
    description:
      'Has an address told of events from now on: of notifications those that the caller has sent. A service has 20 at most. Takes a token with `webhooks:write` in its scope, or an admin’s. Errors: BAD_USER_INPUT (an address that is not on the internet, PREFERENCES_CHANGED for whoever is no admin).',
  })
  registerWebhook(
    @Ctx() context: Context,
    @Arg('input', () => RegisterWebhookInput, { description: 'Which address, and which events.' })
    input: RegisterWebhookInput,
  ): Promise<RegisterWebhookPayload> {
    return this.hooks.register(ownerOf(context), input);
  }

  @Authorized(WRITE_WEBHOOKS)
  @Mutation(() => RotateWebhookSecretPayload, {
    nullable: true,
    description:
      'Gives one of the caller’s webhooks a new secret. For 24 hours messages are signed with the former one too, unless it is rotated again meanwhile. Takes a token with `webhooks:write` in its scope, or an admin’s. Errors: NOT_FOUND.',
  })
  rotateWebhookSecret(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Which webhook.' }) id: string,
  ): Promise<RotateWebhookSecretPayload> {
    return this.hooks.rotate(ownerOf(context), id);
  }

  @Authorized(WRITE_WEBHOOKS)
  @Mutation(() => RemoveWebhookPayload, {
    nullable: true,
    description:
      'Ends one of the caller’s webhooks, and what waits to be sent to it. Takes a token with `webhooks:write` in its scope, or an admin’s. Errors: NOT_FOUND.',
  })
  async removeWebhook(
    @Ctx() context: Context,
    @Arg('id', () => ID, { description: 'Which webhook.' }) id: string,
  ): Promise<RemoveWebhookPayload> {
    await this.hooks.remove(ownerOf(context), id);
    return { removedId: id };
  }
}

function ownerOf(context: Context): Owner {
  const viewer = context.viewer!;
  return {
    service: senderOf(viewer),
    isAdmin: viewer.role === Role.ADMIN,
    by: auditActorOf(context),
  };
}
