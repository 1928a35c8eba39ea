import 'reflect-metadata';
import { isInterfaceType, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { ApplicationResolver, NotificationSubjectResolver } from './applications/application.resolver.ts';
import { MutedApplicationResolver, MutedApplicationsResolver } from './applications/muting.resolver.ts';
import { DeliveryResolver } from './delivery/delivery.resolver.ts';
import { SettlingResolver } from './delivery/settling.resolver.ts';
import { FailedEmailResolver } from './email/failed-email.resolver.ts';
import { InboxResolver } from './inbox/inbox.resolver.ts';
import { LiveResolver } from './live/live.resolver.ts';
import {
  InboxCountsResolver,
  NotificationConnectionResolver,
  NotificationEdgeResolver,
  NotificationResolver,
} from './inbox/notification.resolver.ts';
import { NodeResolver } from './node.resolver.ts';
import { SendResolver } from './sending/send.resolver.ts';
import { PreferencesResolver } from './preferences/preferences.resolver.ts';
import { SessionResolver } from './sessions/session.resolver.ts';
import type { authorization } from './users/authorization.ts';
import { UserResolver } from './users/user.resolver.ts';

/** Every resolver there is, from the event to the reader. */
export const resolvers = [
  ApplicationResolver,
  MutedApplicationResolver,
  MutedApplicationsResolver,
  SendResolver,
  PreferencesResolver,
  NotificationSubjectResolver,
  SettlingResolver,
  DeliveryResolver,
  FailedEmailResolver,
  NotificationResolver,
  NotificationConnectionResolver,
  NotificationEdgeResolver,
  InboxResolver,
  InboxCountsResolver,
  LiveResolver,
  SessionResolver,
  UserResolver,
  NodeResolver,
] as const;

/** The instance of each resolver, by its class. */
export type Instances = ReadonlyMap<unknown, object>;

export function createSchema(
  instances: Instances,
  authChecker: ReturnType<typeof authorization>,
): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: resolvers,
    container: { get: (resolver) => instances.get(resolver) },
    authChecker,
    // Every subscription brings its own stream (the feeds); TypeGraphQL only asks that something stands here.
    pubSub: { publish: () => undefined, subscribe: () => noStream },
    validate: false,
  });
  letEventsPass(schema);
  nameTypesAtOnce(schema);
  return schema;
}

/**
 * An event is the value of its subscription's field. TypeGraphQL would check the caller and the arguments again at each,
 * and make a chain of promises of it; both were checked where the subscription began.
 */
function letEventsPass(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()!.getFields()))
    field.resolve = (event: unknown) => event;
}

/** TypeGraphQL would make a promise of the name, which compiled documents do not wait for. */
function nameTypesAtOnce(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isInterfaceType(type)) type.resolveType = ({ __typename }: { __typename: string }) => __typename;
}

const noStream: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
};
