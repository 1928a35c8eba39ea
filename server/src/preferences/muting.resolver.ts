import { Arg, Authorized, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { SubjectType } from '../inbox/about.type.ts';
import { SubjectRef } from '../inbox/notification.type.ts';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import { batched } from '../platform/graphql/batch.ts';
import type { Context } from '../users/context.ts';
import type { MutedSubjects } from './muted-subjects.ts';
import type { Preferences, PreferencesReader } from './preferences.reader.ts';
import { MAX_MUTED, type PreferencesService } from './preferences.service.ts';
import { PreferencesPayload, PreferencesType } from './preferences.type.ts';

/** What a reader wants to hear of only in the inbox. */
@Resolver(() => PreferencesType)
export class MutingResolver {
  constructor(
    private readonly muted: MutedSubjects,
    private readonly service: PreferencesService,
    private readonly reader: PreferencesReader,
  ) {}

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description:
      'Nothing about it rings or is sent to the caller, but what is critical; the inbox has it. 1,000 at most. Twice is once. Errors: BAD_USER_INPUT.',
  })
  async muteSubject(
    @Ctx() { viewer }: Context,
    @Arg('subject', () => SubjectRef, { description: 'What is muted.' }) subject: SubjectRef,
  ): Promise<PreferencesPayload> {
    await this.service.mute(viewer!.id, subject);
    return { preferences: await this.reader.read(viewer!.id) };
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    description: 'It rings and is sent to the caller again. Twice is once. Errors: BAD_USER_INPUT.',
  })
  async unmuteSubject(
    @Ctx() { viewer }: Context,
    @Arg('subject', () => SubjectRef, { description: 'What is not muted any more.' }) subject: SubjectRef,
  ): Promise<PreferencesPayload> {
    await this.service.unmute(viewer!.id, subject);
    return { preferences: await this.reader.read(viewer!.id) };
  }

  @AtMost(MAX_MUTED)
  @FieldResolver(() => [SubjectType], {
    description: 'What is muted, the last first; 1,000 at most.',
  })
  async mutedSubjects(@Root() { userId }: Preferences, @Ctx() context: Context): Promise<SubjectType[]> {
    return (await batched(context, this.mutedBy, userId))!;
  }

  private readonly mutedBy = (userIds: readonly string[]) =>
    Promise.all(
      userIds.map(async (userId) => {
        const subjects = await this.muted.of(userId);
        return subjects.map(({ type, id, label, url }) => ({ type, subjectId: id, label, url }));
      }),
    );
}
