import { FieldResolver, Resolver, Root } from 'type-graphql';
import { LongText } from '../platform/graphql/admission/field-cost.ts';
import { JsonObject } from '../platform/graphql/json-object.ts';
import type { AllowedImages } from './allowed-images.ts';
import { ActorType, SubjectType } from './about.type.ts';
import type { NotificationRow } from './notification.row.ts';
import { NotificationType } from './notification.type.ts';
import { MAX_DATA_BYTES } from '../platform/json.ts';

const NO_DATA = {};

/** What a notification carries besides its text. None of it costs a look into the database. */
@Resolver(() => NotificationType)
export class AboutResolver {
  constructor(private readonly images: AllowedImages) {}

  @FieldResolver(() => SubjectType, {
    nullable: true,
    description: 'What it is about; null where its sender named nothing.',
  })
  subject(@Root() row: NotificationRow): SubjectType | null {
    const { subjectType: type, subjectId, subjectLabel: label, subjectUrl: url } = row;
    return type === null || subjectId === null ? null : { type, subjectId, label, url };
  }

  @FieldResolver(() => ActorType, {
    nullable: true,
    description: 'Who did what it tells; null where its sender named nobody.',
  })
  actor(@Root() { actor }: NotificationRow): ActorType | null {
    return actor && { actorId: actor.id, name: actor.name, imageUrl: this.images.allowed(actor.imageUrl) };
  }

  @LongText(MAX_DATA_BYTES)
  @FieldResolver(() => JsonObject, {
    description: 'What its sender attached for programs; an empty object if nothing.',
  })
  data(@Root() { data }: NotificationRow): object {
    return data ?? NO_DATA;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'A picture of it, by https; null also where this installation does not allow its host.',
  })
  imageUrl(@Root() { imageUrl }: NotificationRow): string | null {
    return this.images.allowed(imageUrl);
  }
}
