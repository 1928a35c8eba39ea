import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import { batched } from '../platform/graphql/batch.ts';
import { DateTime } from '../platform/graphql/date-time.ts';
import type { Preferences, PreferencesReader } from '../preferences/preferences.reader.ts';
import { PreferencesPayload, PreferencesType } from '../preferences/preferences.type.ts';
import type { Context } from '../users/context.ts';
import { MAX_ENDPOINTS, type PushEndpoint, type PushEndpoints, type Subscription } from './push-endpoints.ts';

@InputType({ description: 'What a browser says of its subscription (`PushSubscription.toJSON()`).' })
export class PushEndpointInput implements Subscription {
  @Field(() => String, { description: 'An https address of a push service that is known here.' })
  endpoint!: string;

  @Field(() => String, { description: 'Its `keys.p256dh`.' })
  p256dh!: string;

  @Field(() => String, { description: 'Its `keys.auth`.' })
  auth!: string;
}

@ObjectType('PushEndpoint', {
  simpleResolvers: true,
  description: 'A browser or phone that pushes go to, until the session ends that registered it.',
})
export class PushEndpointType {
  @Field(() => ID, { description: 'For `removePushEndpoint`.' })
  id!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  createdAt!: string;

  @Field(() => Boolean, { description: 'Whether it was registered in the session that asks.' })
  isThisSession!: boolean;
}

/** The reader's browsers and phones. Nobody meets anybody else's: no argument names a user. */
@Resolver(() => PreferencesType)
export class PushResolver {
  constructor(
    private readonly endpoints: PushEndpoints,
    private readonly reader: PreferencesReader,
    private readonly publicKey: () => string | null,
  ) {}

  @Authorized()
  @Query(() => String, {
    nullable: true,
    description: 'For `PushManager.subscribe`, as its `applicationServerKey`. Null: no pushes are sent here.',
  })
  pushPublicKey(): string | null {
    return this.publicKey();
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'Pushes of the caller go to this browser too, until its session ends; ten at most. Who had it before has it no more, and what the same session registered before is gone. Twice is once. Errors: BAD_USER_INPUT.',
  })
  async registerPushEndpoint(
    @Ctx() { viewer }: Context,
    @Arg('input', () => PushEndpointInput, { description: 'The subscription.' }) input: PushEndpointInput,
  ): Promise<PreferencesPayload> {
    await this.endpoints.register(viewer!, input);
    return { preferences: await this.reader.read(viewer!.id) };
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description: 'No pushes go there any more. Twice is once; ids of others change nothing.',
  })
  async removePushEndpoint(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'One of `pushEndpoints`.' }) id: string,
  ): Promise<PreferencesPayload> {
    await this.endpoints.remove(viewer!.id, id);
    return { preferences: await this.reader.read(viewer!.id) };
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'Whether pushes say what they are about, or only that there is something, and of which category: others may see a locked screen.',
  })
  async setPushContent(
    @Ctx() { viewer }: Context,
    @Arg('isShown', () => Boolean, { description: 'True as long as they chose nothing.' }) isShown: boolean,
  ): Promise<PreferencesPayload> {
    await this.endpoints.setContent(viewer!.id, isShown);
    return { preferences: await this.reader.read(viewer!.id) };
  }

  @AtMost(MAX_ENDPOINTS)
  @FieldResolver(() => [PushEndpointType], { description: 'Where pushes go; the last registered first.' })
  async pushEndpoints(@Root() { userId }: Preferences, @Ctx() context: Context): Promise<PushEndpointType[]> {
    const found = (await batched(context, this.endpointsOf, userId)) ?? [];
    const sessionId = context.viewer?.sessionId ?? null;
    return found.map((endpoint) => ({ ...endpoint, isThisSession: endpoint.sessionId === sessionId }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether pushes say what they are about.' })
  async isPushContentShown(@Root() { userId }: Preferences, @Ctx() context: Context): Promise<boolean> {
    return (await batched(context, this.contentOf, userId)) ?? true;
  }

  private readonly endpointsOf = async (userIds: readonly string[]): Promise<PushEndpoint[][]> => {
    const found = Map.groupBy(await this.endpoints.of(userIds), ({ userId }) => userId);
    return userIds.map((userId) => found.get(userId) ?? []);
  };

  private readonly contentOf = (userIds: readonly string[]) => this.endpoints.contentOf(userIds);
}
