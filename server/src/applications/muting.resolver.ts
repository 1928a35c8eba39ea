import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { batched } from '../platform/batch.ts';
import { AtMost } from '../platform/field-cost.ts';
import type { MutedApplications } from '../preferences/muted-applications.ts';
import type { Preferences } from '../preferences/preferences.reader.ts';
import { PreferencesType } from '../preferences/preferences.type.ts';
import type { Context } from '../users/context.ts';
import type { ApplicationRow } from './application.entity.ts';
import type { ApplicationReader } from './application.reader.ts';
import { ApplicationType } from './application.type.ts';

/** Whether the reader of an application has muted it. */
@Resolver(() => ApplicationType)
export class MutedApplicationResolver {
  constructor(private readonly muted: MutedApplications) {}

  @FieldResolver(() => Boolean, {
    description: 'Whether the caller has muted it: the inbox has it, nothing rings.',
  })
  async isMuted(@Root() { id }: ApplicationRow, @Ctx() context: Context): Promise<boolean> {
    return (await batched(context, this.areMuted, id))!;
  }

  private readonly areMuted = (ids: readonly string[], { viewer }: Context) =>
    this.muted.areMuted(viewer!.id, ids);
}

/** The applications that a reader has muted, for their preferences, which know nothing of applications. */
@Resolver(() => PreferencesType)
export class MutedApplicationsResolver {
  constructor(
    private readonly muted: MutedApplications,
    private readonly reader: ApplicationReader,
  ) {}

  @AtMost(1_000)
  @FieldResolver(() => [ApplicationType], {
    description: 'Those that are muted, newest first; 1,000 at most.',
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
        const found = await this.reader.byIds(userId, await this.muted.idsOf(userId));
        return found.filter((application) => application !== undefined);
      }),
    );
}
