import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Channel } from '../catalogue/category.ts';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { NotificationType } from '../inbox/notification.type.ts';
import { batched } from '../platform/batch.ts';
import { AtMost } from '../platform/field-cost.ts';
import type { Context } from '../users/context.ts';
import type { DeliveryReader } from './delivery.reader.ts';
import { DeliveryType } from './delivery.type.ts';

/** What became of a notification besides its entry in the inbox. */
@Resolver(() => NotificationType)
export class DeliveryResolver {
  constructor(private readonly reader: DeliveryReader) {}

  @AtMost(Object.keys(Channel).length)
  @FieldResolver(() => [DeliveryType], {
    description: 'What was decided on each channel, and why. One entry a channel.',
  })
  async deliveries(@Root() { id }: NotificationRow, @Ctx() context: Context): Promise<DeliveryType[]> {
    return (await batched(context, this.byNotifications, id)) ?? [];
  }

  private readonly byNotifications = (ids: readonly string[], { viewer }: Context) =>
    this.reader.byNotifications(viewer!.id, ids);
}
