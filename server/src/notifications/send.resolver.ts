import { Arg, Authorized, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../users/context.ts';
import { CREATE_NOTIFICATIONS, senderOf } from '../users/viewer.ts';
import type { SendService } from './send.service.ts';
import {
  CreateNotificationInput,
  CreateNotificationPayload,
  CreateNotificationsInput,
  CreateNotificationsPayload,
} from './send.type.ts';

@Resolver()
export class SendResolver {
  constructor(private readonly sender: SendService) {}

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => CreateNotificationPayload, {
    nullable: true,
    description:
      'Puts a notification into a user’s inbox and rings their bell. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT, CONFLICT (key used with another body).',
  })
  async createNotification(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateNotificationInput, { description: 'What is said, and to whom.' })
    input: CreateNotificationInput,
  ): Promise<CreateNotificationPayload> {
    const { receipt, created } = await this.sender.send(senderOf(viewer!), input.recipientId, input);
    return { notification: receipt, created };
  }

  @Authorized(CREATE_NOTIFICATIONS)
  @Mutation(() => CreateNotificationsPayload, {
    nullable: true,
    description:
      'The same for many users: saved 500 at a time. Send a key, and a call that was cut off is finished by repeating it. Takes a service’s token, or an admin’s. Errors: BAD_USER_INPUT, CONFLICT (key used with another body).',
  })
  async createNotifications(
    @Ctx() { viewer }: Context,
    @Arg('input', () => CreateNotificationsInput, { description: 'What is said, and to whom.' })
    input: CreateNotificationsInput,
  ): Promise<CreateNotificationsPayload> {
    return { createdCount: await this.sender.sendToMany(senderOf(viewer!), input.recipientIds, input) };
  }
}
