import { FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { AtMost, LongText, OneOf } from '../platform/graphql/admission/field-cost.ts';
import { JsonObject } from '../platform/graphql/json-object.ts';
import type { AllowedImages } from './allowed-images.ts';
import { ActionType, ActorType, OutcomeType, SubjectType } from './about.type.ts';
import { MAX_ACTIONS, type Action } from './action.ts';
import { MAX_ACTORS, type Actor, type NotificationRow } from './notification.row.ts';
import { NotificationType } from './notification.type.ts';
import { MAX_DATA_BYTES } from '../platform/json.ts';

const NO_DATA = {};
const NO_ACTIONS: readonly ActionType[] = [];
const NO_ACTORS: readonly ActorType[] = [];

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
    description: 'Who did what it tells, of several events the newest; null where its sender named nobody.',
  })
  actor(@Root() { actor }: NotificationRow): ActorType | null {
    return actor && this.shown(actor);
  }

  @AtMost(MAX_ACTORS)
  @FieldResolver(() => [ActorType], {
    description: 'The last three who did it, newest first; of several events by one, that one.',
  })
  actors(@Root() { actor, actors }: NotificationRow): readonly ActorType[] {
    if (actors) return actors.map((one) => this.shown(one));
    return actor ? [this.shown(actor)] : NO_ACTORS;
  }

  @FieldResolver(() => Int, {
    description: 'How many there were who did it, by their ids or else names: 100 means that many or more.',
  })
  actorCount(@Root() { actor, actorCount }: NotificationRow): number {
    return actorCount ?? (actor ? 1 : 0);
  }

  @AtMost(MAX_ACTIONS, { oneOf: 'request' })
  @FieldResolver(() => [ActionType], {
    description: 'What can be done about it, for `performAction`: 4 at most. Empty once one was done.',
  })
  actions(@Root() { actions, outcome }: NotificationRow): readonly ActionType[] {
    return actions && !outcome ? actions.map(shownAction) : NO_ACTIONS;
  }

  @OneOf('request')
  @FieldResolver(() => OutcomeType, {
    nullable: true,
    description: 'What was done, by whom; null while nothing was.',
  })
  outcome(@Root() { outcome }: NotificationRow): OutcomeType | null {
    return outcome && { ...outcome, action: shownAction(outcome.action), by: this.shown(outcome.by) };
  }

  @LongText(MAX_DATA_BYTES)
  @FieldResolver(() => JsonObject, {
    description: 'What its sender attached for programs; an empty object if nothing.',
  })
  data(@Root() { data }: NotificationRow): object {
    return data ?? NO_DATA;
  }

  @LongText(2_000)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'A picture of it, by https; null also where this installation does not allow its host.',
  })
  imageUrl(@Root() { imageUrl }: NotificationRow): string | null {
    return this.images.allowed(imageUrl);
  }

  private shown({ id: actorId, name, imageUrl }: Actor): ActorType {
    return { actorId, name, imageUrl: this.images.allowed(imageUrl) };
  }
}

const shownAction = ({ id: actionId, label, style, asksForComment }: Action): ActionType => ({
  actionId,
  label,
  style,
  asksForComment,
});
