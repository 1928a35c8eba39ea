import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { Dear } from '../../platform/graphql/admission/field-cost.ts';
import type { Context } from '../../users/context.ts';
import { checkChange } from './check-change.ts';
import { PreferenceChangeInput } from './rehearsal-input.type.ts';
import { RehearsalType } from './rehearsal.type.ts';
import type { Rehearsals } from './rehearsals.ts';

/** Two thousand notifications are looked at, of which a page shows a hundred. */
const POINTS = 200;

/** What a change would do, before it is made. */
@Resolver(() => RehearsalType)
export class RehearsalResolver {
  constructor(
    private readonly rehearsals: Rehearsals,
    private readonly catalogue: Catalogue,
  ) {}

  @Authorized()
  @Dear(POINTS)
  @Query(() => RehearsalType, {
    description:
      "What the caller's last 30 days would have been with a change of their preferences; nothing is changed. Errors: BAD_USER_INPUT.",
  })
  rehearsal(
    @Ctx() { viewer }: Context,
    @Arg('change', () => PreferenceChangeInput, { description: 'What would be changed.' })
    change: PreferenceChangeInput,
  ): Promise<RehearsalType> {
    return this.rehearsals.of(viewer!.id, checkChange(change, this.catalogue, new Date()));
  }
}
