import { Arg, Authorized, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { notFound } from '../platform/errors.ts';
import { batched } from '../platform/graphql/batch.ts';
import { AtMost } from '../platform/graphql/admission/field-cost.ts';
import type { MutedSubjects } from '../preferences/muted-subjects.ts';
import type { Preferences, PreferencesReader } from '../preferences/preferences.reader.ts';
import { MAX_MUTED, type PreferencesService } from '../preferences/preferences.service.ts';
import { PreferencesPayload, PreferencesType } from '../preferences/preferences.type.ts';
import type { Context } from '../users/context.ts';
import { asSubject, SUBJECT_TYPE } from './application.subject.ts';
import type { ApplicationRow } from './application.entity.ts';
import type { ApplicationReader } from './application.reader.ts';
import { ApplicationType } from './application.type.ts';

/** Whether the reader of an application has muted it. */
@Resolver(() => ApplicationType)
export class MutedApplicationResolver {
  constructor(private readonly muted: MutedSubjects) {}

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller has muted it: the inbox has it, nothing rings.',
  })
  async isMuted(@Root() { id }: ApplicationRow, @Ctx() context: Context): Promise<boolean> {
    return (await batched(context, this.areMuted, id))!;
  }

  private readonly areMuted = (ids: readonly string[], { viewer }: Context) =>
    this.muted.areMuted(viewer!.id, SUBJECT_TYPE, ids);
}

/** Muting as it was when applications were all that notifications could be about. */
@Resolver(() => PreferencesType)
export class MutedApplicationsResolver {
  constructor(
    private readonly muted: MutedSubjects,
    private readonly applications: ApplicationReader,
    private readonly preferences: {
      readonly service: PreferencesService;
      readonly reader: PreferencesReader;
    },
  ) {}

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    deprecationReason: 'Use muteSubject, with a subject of the type `application`. Since 2026-11-26.',
    description: "Mutes one of the caller's applications. Errors: NOT_FOUND, BAD_USER_INPUT.",
  })
  async muteApplication(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The application's id." }) id: string,
  ): Promise<PreferencesPayload> {
    const subject = asSubject(await this.own(viewer!.id, id));
    await this.preferences.service.mute(viewer!.id, subject, subject);
    return this.payload(viewer!.id);
  }

  @Authorized()
  @Mutation(() => PreferencesPayload, {
    nullable: true,
    deprecationReason: 'Use unmuteSubject, with a subject of the type `application`. Since 2026-11-26.',
    description: "Unmutes one of the caller's applications. Errors: NOT_FOUND.",
  })
  async unmuteApplication(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The application's id." }) id: string,
  ): Promise<PreferencesPayload> {
    await this.preferences.service.unmute(viewer!.id, asSubject(await this.own(viewer!.id, id)));
    return this.payload(viewer!.id);
  }

  @AtMost(MAX_MUTED)
  @FieldResolver(() => [ApplicationType], {
    deprecationReason: 'Use mutedSubjects. Since 2026-11-26.',
    description: 'Those that are muted, the last first; 1,000 at most.',
  })
  async mutedApplications(
    @Root() { userId }: Preferences,
    @Ctx() context: Context,
  ): Promise<ApplicationRow[]> {
    return (await batched(context, this.mutedBy, userId))!;
  }

  private readonly mutedBy = (userIds: readonly string[]) =>
    Promise.all(
      userIds.map(async (userId) => {
        const muted = (await this.muted.of(userId)).filter(({ type }) => type === SUBJECT_TYPE);
        const ids = muted.map(({ id }) => id);
        return (await this.applications.byIds(userId, ids)).filter((found) => found !== undefined);
      }),
    );

  private async own(userId: string, id: string): Promise<ApplicationRow> {
    const [application] = await this.applications.byIds(userId, [id]);
    if (!application) throw notFound('Application');
    return application;
  }

  private async payload(userId: string): Promise<PreferencesPayload> {
    return { preferences: await this.preferences.reader.read(userId) };
  }
}
