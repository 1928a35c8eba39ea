import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { AtMost } from '../../platform/graphql/admission/field-cost.ts';
import type { Context } from '../../users/context.ts';
import { BulkPayload } from '../inbox-payloads.type.ts';
import { ActType } from './act.type.ts';
import { MAX_RECENT, type Undo } from './undo.ts';

/** How what was done is taken back. */
@Resolver()
export class UndoResolver {
  constructor(private readonly undoing: Undo) {}

  @Authorized()
  @AtMost(MAX_RECENT)
  @Query(() => [ActType], {
    description: `What the caller did in the last ten minutes, on any device, newest first: ${MAX_RECENT} at most, without what is undone.`,
  })
  recentActs(@Ctx() { viewer }: Context): Promise<ActType[]> {
    return this.undoing.recentActs(viewer!.id);
  }

  @Authorized()
  @Mutation(() => BulkPayload, {
    nullable: true,
    description:
      'Takes back one of the caller’s acts of the last ten minutes: what it changed is as it was before, but for what was changed since, by anything. Twice is once. Errors: NOT_FOUND (not the caller’s, or too long ago), CONFLICT (more than 50 would be pinned).',
  })
  undo(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'An `undoId`, or the id of an `Act`.' }) id: string,
  ): Promise<BulkPayload> {
    return this.undoing.undo(viewer!.id, id);
  }
}
