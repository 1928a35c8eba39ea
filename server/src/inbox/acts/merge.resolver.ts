import { Arg, Authorized, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../users/context.ts';
import { badInput } from '../../platform/errors.ts';
import { checkNumber, checkWord, isUuid } from '../../platform/input.ts';
import type { Database } from '../../platform/postgres/database.ts';
import type { Announce } from '../delta.ts';
import { InboxAct } from './inbox-act.ts';
import { mergeActs } from './merge.ts';
import { checkFormerUntil } from './snooze.ts';
import { MAX_ACTS, MAX_NAMED, MergePayload, OfflineActInput } from './merge.type.ts';

const MAX_SEQ = 2 ** 31 - 1;

@Resolver()
export class MergeResolver {
  constructor(
    private readonly database: Database,
    private readonly announce: Announce,
  ) {}

  @Authorized()
  @Mutation(() => MergePayload, {
    nullable: true,
    description:
      'Does what the reader did on a device without a line to us, in its order: delete over archive over snooze over read, the later snooze over the earlier, undo over all, and what was changed or came since is spared. Each act is done once, however often it is sent, within a month. Errors: BAD_USER_INPUT.',
  })
  async mergeOfflineActs(
    @Ctx() { viewer }: Context,
    @Arg('device', () => ID, { description: 'A UUID of the browser that they were done in.' }) device: string,
    @Arg('acts', () => [OfflineActInput], { description: `1 to ${MAX_ACTS}, the first done first.` })
    acts: OfflineActInput[],
  ): Promise<MergePayload> {
    if (!isUuid(device)) throw badInput('device must be a UUID', 'device');
    if (acts.length < 1 || acts.length > MAX_ACTS)
      throw badInput(`acts must have 1 to ${MAX_ACTS} entries`, 'acts');
    for (const act of acts) check(act);
    if (acts.reduce((sum, { ids }) => sum + (ids?.length ?? 0), 0) > MAX_NAMED)
      throw badInput(`ids of all acts must be ${MAX_NAMED} at most`, 'ids');
    const merged = await mergeActs(this.database, viewer!.id, { device, acts }, this.announce);
    const overruled = merged.acts.flatMap(({ actId, overruled }) =>
      overruled.map((one) => ({ actId, ...one })),
    );
    return { ...merged, overruled: overruled.slice(0, MAX_NAMED) };
  }
}

function check({ id, act, undoes, until, ids, upToSeq, epoch, sawSeq }: OfflineActInput): void {
  if (!isUuid(id)) throw badInput('id must be a UUID', 'id');
  if (undoes != null && !isUuid(undoes)) throw badInput('undoes must be a UUID', 'undoes');
  if (undoes == null && act === InboxAct.SNOOZE) checkFormerUntil(until);
  if (undoes == null && act === InboxAct.PIN && !ids) throw badInput('ids must say what is pinned', 'ids');
  if (ids && (ids.length === 0 || !ids.every(isUuid))) throw badInput('ids must be ids', 'ids');
  checkWord('epoch', epoch, 100);
  checkNumber('sawSeq', sawSeq, 0, MAX_SEQ);
  if (upToSeq != null) checkNumber('upToSeq', upToSeq, 0, MAX_SEQ);
}
