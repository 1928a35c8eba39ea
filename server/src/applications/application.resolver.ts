import { Arg, Authorized, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { NotificationRow } from '../inbox/notification.row.ts';
import { NotificationType } from '../inbox/notification.type.ts';
import { batched } from '../platform/graphql/batch.ts';
import { PageOf } from '../platform/graphql/admission/field-cost.ts';
import { MAX_PAGE_SIZE, pageArguments, DEFAULT_PAGE_SIZE } from '../platform/graphql/page-arguments.ts';
import type { Context } from '../users/context.ts';
import { Role } from '../users/role.ts';
import type { UserRow } from '../users/user.entity.ts';
import type { UserService } from '../users/user.service.ts';
import { UserType } from '../users/user.type.ts';
import type { ApplicationRow } from './application.entity.ts';
import type { ApplicationPage, ApplicationReader } from './application.reader.ts';
import type { ApplicationService } from './application.service.ts';
import { SUBJECT_TYPE } from './application.subject.ts';
import { ApplicationStatus } from './application-status.ts';
import {
  ApplicationConnection,
  ApplicationPayload,
  ApplicationType,
  SubmitApplicationInput,
} from './application.type.ts';

@Resolver(() => ApplicationType)
export class ApplicationResolver {
  constructor(
    private readonly applications: ApplicationService,
    private readonly reader: ApplicationReader,
    private readonly users: UserService,
  ) {}

  @Authorized()
  @PageOf(DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE)
  @Query(() => ApplicationConnection, {
    name: 'applications',
    description: "The caller's: submitted by them, or to them. Newest first. Errors: BAD_USER_INPUT.",
  })
  page(
    @Ctx() { viewer }: Context,
    @Arg('first', () => Int, { nullable: true, description: '1 to 100, 20 if not said.' })
    first?: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Only what is older than this cursor.' })
    after?: string | null,
    @Arg('status', () => ApplicationStatus, { nullable: true, description: 'Only these.' })
    status?: ApplicationStatus | null,
  ): Promise<ApplicationPage> {
    const { size, cursor } = pageArguments({ first, after });
    return this.reader.page(viewer!.id, size, cursor, status);
  }

  @Authorized()
  @Query(() => ApplicationType, {
    nullable: true,
    description: 'An application that was submitted by the caller, or to them; else null.',
  })
  async application(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The application's id." }) id: string,
  ): Promise<ApplicationRow | null> {
    const [application] = await this.reader.byIds(viewer!.id, [id]);
    return application ?? null;
  }

  @Authorized(Role.CANDIDATE)
  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description:
      "Submits an application and rings its instructor's bell. Candidates only. Errors: BAD_USER_INPUT.",
  })
  async submitApplication(
    @Ctx() { viewer }: Context,
    @Arg('input', () => SubmitApplicationInput, { description: 'What is submitted, and to whom.' })
    { title, instructorId }: SubmitApplicationInput,
  ): Promise<ApplicationPayload> {
    return { application: await this.applications.submit(viewer!.id, title, instructorId) };
  }

  @Authorized(Role.INSTRUCTOR)
  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description:
      "Says yes and rings the candidate's bell. Its instructor only, and once. Errors: NOT_FOUND, CONFLICT (decided already; says by whom), BAD_USER_INPUT.",
  })
  async approveApplication(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The application's id." }) id: string,
    @Arg('reason', () => String, { nullable: true, description: '2,000 characters at most.' })
    reason?: string | null,
  ): Promise<ApplicationPayload> {
    return {
      application: await this.applications.decide(viewer!.id, id, ApplicationStatus.APPROVED, reason),
    };
  }

  @Authorized(Role.INSTRUCTOR)
  @Mutation(() => ApplicationPayload, {
    nullable: true,
    description:
      "Says no and rings the candidate's bell. Its instructor only, and once. Errors: NOT_FOUND, CONFLICT (decided already; says by whom), BAD_USER_INPUT.",
  })
  async rejectApplication(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: "The application's id." }) id: string,
    @Arg('reason', () => String, { nullable: true, description: '2,000 characters at most.' })
    reason?: string | null,
  ): Promise<ApplicationPayload> {
    return {
      application: await this.applications.decide(viewer!.id, id, ApplicationStatus.REJECTED, reason),
    };
  }

  @FieldResolver(() => UserType, { description: 'Who submitted it.' })
  async candidate(@Root() { candidateId }: ApplicationRow, @Ctx() context: Context): Promise<UserRow> {
    return (await batched(context, this.usersById, candidateId))!;
  }

  @FieldResolver(() => UserType, { description: 'To whom it was submitted.' })
  async instructor(@Root() { instructorId }: ApplicationRow, @Ctx() context: Context): Promise<UserRow> {
    return (await batched(context, this.usersById, instructorId))!;
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who decided.' })
  async decidedBy(@Root() { decidedById }: ApplicationRow, @Ctx() context: Context): Promise<UserRow | null> {
    return decidedById == null ? null : (await batched(context, this.usersById, decidedById))!;
  }

  private readonly usersById = (ids: readonly string[]) => this.users.byIds(ids);
}

/** What an application's notification is about. */
@Resolver(() => NotificationType)
export class NotificationSubjectResolver {
  constructor(private readonly reader: ApplicationReader) {}

  @FieldResolver(() => ApplicationType, {
    nullable: true,
    description:
      'The application it is about; null for other types, and once it is gone or not the reader’s.',
  })
  application(
    @Root() { subjectType, subjectId }: NotificationRow,
    @Ctx() context: Context,
  ): Promise<ApplicationRow | undefined> | null {
    // Not async: nearly every row of a page has none, and a promise for each would cost more than the row.
    return subjectType === SUBJECT_TYPE ? batched(context, this.byIds, subjectId!) : null;
  }

  private readonly byIds = (ids: readonly string[], { viewer }: Context) =>
    this.reader.byIds(viewer!.id, ids);
}
