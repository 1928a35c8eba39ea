import { Arg, Authorized, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { FindNode } from './platform/feature.ts';
import { NodeType } from './platform/graphql/node.type.ts';
import type { Context } from './users/context.ts';

/** Finds any of the caller's things by its id. */
@Resolver()
export class NodeResolver {
  /** @param finders of all features; whoever is asked most often comes first */
  constructor(private readonly finders: readonly FindNode[]) {}

  @Authorized()
  @Query(() => NodeType, {
    nullable: true,
    description: "One of the caller's notifications or applications, their inbox or preferences; else null.",
  })
  async node(
    @Ctx() { viewer }: Context,
    @Arg('id', () => ID, { description: 'The id of a node.' }) id: string,
  ): Promise<object | null> {
    for (const find of this.finders) {
      const node = await find(viewer!.id, id);
      if (node) return node;
    }
    return null;
  }
}
